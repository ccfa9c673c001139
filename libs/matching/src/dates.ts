import { digitsOf } from './text.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A date in the ways that people write one, as `YYYYMMDD`: `1984-03-12`, `3/12/1984`, `03121984`, `12 Mar 1984`. Digits that
 * are no date stay as they are, since a slip may have made them so; `undefined` where there are not eight.
 *
 * @param dayFirst whether `3/4/1984` is the third of April; otherwise it is the fourth of March
 */
export function dateDigits(text: string, dayFirst = false): string | undefined {
  const named =
    /^(\d{1,2})[\s-]*([a-z]{3,9})\.?[\s,-]*(\d{4})$|^([a-z]{3,9})\.?\s*(\d{1,2})[\s,]+(\d{4})$/i.exec(
      text.trim(),
    );
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? named[4] ?? '').slice(0, 3).toLowerCase()) + 1;
    if (month > 0) return joined(named[3] ?? named[6], month, named[1] ?? named[5]);
  }
  const parted = partsOf(text);
  if (parted) {
    const [first, second, year] = parted;
    const isDayFirst = dayFirst ? second <= 12 : first > 12 && second <= 12;
    return isDayFirst ? joined(year, second, first) : joined(year, first, second);
  }
  const digits = digitsOf(text).slice(0, 8);
  if (digits.length !== 8) return undefined;
  const turned = `${digits.slice(4)}${digits.slice(0, 4)}`;
  return isYear(digits.slice(0, 4)) || !isYear(digits.slice(4)) ? digits : turned;
}

/** Whether dates of one column, such as `13/2/1984`, can only be read with the day first. */
export function areDayFirst(texts: readonly string[]): boolean {
  const parts = texts.flatMap(text => [partsOf(text) ?? []].filter(found => found.length > 0));
  const count = (place: 0 | 1) => parts.filter(part => (part[place] ?? 0) > 12).length;
  return count(0) > count(1);
}

/** `3/12/1984`, `3-12-1984`, `3.12.84`: what stands before the year, and the year. */
function partsOf(text: string): [number, number, string] | undefined {
  const found = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:\s|$)/.exec(text);
  if (!found) return undefined;
  const [, first = '', second = '', year = ''] = found;
  // two digits may be of either century; a century apart is a slip to the comparison
  const full = year.length === 4 ? year : `${Number(year) > 30 ? 19 : 20}${year}`;
  return [Number(first), Number(second), full];
}

function joined(year: string | undefined, month: number, day: string | number | undefined): string {
  return `${year ?? ''}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

function isYear(digits: string): boolean {
  return Number(digits) >= 1600 && Number(digits) <= 2199;
}
