/** What may stand between segments: white space, NUL, the end-of-file character of old systems, the hard space of windows-1252. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0x09 ||
    code === 0 ||
    code === 0x1a ||
    code === 0xa0
  );
}
