/** Lower case, without diacritics and punctuation; hyphens and other separators become one space. */
export function fold(value: string): string {
  return value
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}

/** Whether at most one slip of the keyboard lies between two texts: a letter wrong, missing, extra, or two swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end])
    end += 1;
  const middleShort = short.slice(start, short.length - end);
  const middleLong = long.slice(start, long.length - end);
  if (middleLong.length <= 1) return true;
  return (
    middleShort.length === 2 &&
    middleLong.length === 2 &&
    middleShort[0] === middleLong[1] &&
    middleShort[1] === middleLong[0]
  );
}

/**
 * How many slips lie between two texts: letters wrong, missing, extra, or two neighbours swapped (optimal string
 * alignment). Gives `limit + 1` where there are more than `limit`.
 */
export function slipsApart(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit || !mayBeWithin(a, b, limit)) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
      least = Math.min(least, slips);
    }
    if (least > limit) return limit + 1;
    [before, above] = [above, current];
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}

const tally = new Int8Array(128);

/** Whether the letters alone, in whatever order, allow so few slips. */
function mayBeWithin(a: string, b: string, limit: number): boolean {
  for (let index = 0; index < a.length; index += 1) tally[a.charCodeAt(index) & 127]! += 1;
  for (let index = 0; index < b.length; index += 1) tally[b.charCodeAt(index) & 127]! -= 1;
  let [missing, extra] = [0, 0];
  for (const text of [a, b]) {
    for (let index = 0; index < text.length; index += 1) {
      const letter = text.charCodeAt(index) & 127;
      const balance = tally[letter] ?? 0;
      if (balance > 0) missing += balance;
      else extra -= balance;
      tally[letter] = 0;
    }
  }
  return Math.max(missing, extra) <= limit;
}
