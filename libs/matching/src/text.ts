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
