const ZERO = 0x30;

/** CCYYMMDD that exists, or YYMMDD of the interchange header. */
export function isDate(text: string): boolean {
  if (text.length !== 8 && text.length !== 6) return false;
  let date = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return false;
    date = date * 10 + digit;
  }
  return exists(date);
}

/** The same of digits among bytes, which the caller knows to be digits. */
export function isDateAt(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 8 && end - start !== 6) return false;
  let date = 0;
  for (let at = start; at < end; at += 1) date = date * 10 + (bytes[at] as number) - ZERO;
  return exists(date);
}

/** Six digits are of this century, whose leap years are those of the year 0. */
function exists(date: number): boolean {
  const day = date % 100;
  const month = Math.floor(date / 100) % 100;
  const year = Math.floor(date / 10_000);
  if (month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{1,2})?)?$/.test(text);
}
