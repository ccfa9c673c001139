const LONGEST = 4;

/**
 * Up to four ASCII characters as one number, so that codes and identifiers are compared without making a string.
 * @returns -1 for longer ones
 */
export function keyAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST) return -1;
  let key = 1;
  for (let at = start; at < end; at += 1) key = (key << 7) | (bytes[at] as number);
  return key;
}

/** The same of a string; -1 also where it is not ASCII. */
export function keyOf(text: string): number {
  if (text.length > LONGEST) return -1;
  let key = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return -1;
    key = (key << 7) | code;
  }
  return key;
}
