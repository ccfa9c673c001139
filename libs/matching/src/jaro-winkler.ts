/** Similarity 0…1 of two short texts: shared letters nearby, fewer for those out of order (Jaro 1989). */
export function jaro(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const usedInB = new Uint8Array(b.length);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const last = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j += 1) {
      if (usedInB[j] === 1 || a[i] !== b[j]) continue;
      usedInB[j] = 1;
      matchedA.push(a.charAt(i));
      break;
    }
  }
  const shared = matchedA.length;
  if (shared === 0) return 0;
  let outOfOrder = 0;
  let next = 0;
  for (let j = 0; j < b.length; j += 1) {
    if (usedInB[j] !== 1) continue;
    if (b[j] !== matchedA[next]) outOfOrder += 1;
    next += 1;
  }
  return (shared / a.length + shared / b.length + (shared - outOfOrder / 2) / shared) / 3;
}

/** Jaro with a bonus for a common beginning of up to four letters (Winkler 1990). */
export function jaroWinkler(a: string, b: string): number {
  const base = jaro(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix += 1;
  return base + prefix * 0.1 * (1 - base);
}
