import { addDays, localDate, type LocalDate } from '@spark-den/kernel';
import type { LoadableSet } from './edition.ts';

export interface EditionName {
  readonly version: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** What a publisher's file name tells of the edition; undefined where it tells nothing. */
export function nameOfFile(set: LoadableSet, fileName: string): EditionName | undefined {
  switch (set) {
    case 'icd10cm': {
      const year = /icd10cm.*?(20\d\d)/i.exec(fileName)?.[1];
      if (!year) return undefined;
      const from = localDate(`${Number(year) - 1}-10-01`);
      return { version: `FY${year}`, from, to: localDate(`${year}-09-30`) };
    }
    case 'hcpcs':
    case 'rvu': {
      const [, year, month] = /(?:HCPC|PPRRVU)(20\d\d|\d\d)_?([A-Z]{3})/i.exec(fileName) ?? [];
      if (!year || !month || !MONTHS.includes(month.toUpperCase())) return undefined;
      const full = year.length === 2 ? `20${year}` : year;
      return quarterFrom(
        `${full}-${month.toUpperCase()}`,
        Number(full),
        MONTHS.indexOf(month.toUpperCase()) + 1,
      );
    }
    case 'mue': {
      const [, month, day, year] = /(\d\d)-(\d\d)-(20\d\d)/.exec(fileName) ?? [];
      return month && day && year
        ? quarterFrom(`${year}-${month}-${day}`, Number(year), Number(month))
        : undefined;
    }
    case 'ncci-ptp': {
      // version 31.3 is the fourth quarter of 2025
      const [, major, minor] = /v(\d\d)(\d)r\d/i.exec(fileName) ?? [];
      if (!major || !minor) return undefined;
      return quarterFrom(`v${major}.${minor}`, 1994 + Number(major), Number(minor) * 3 + 1);
    }
    default:
      return undefined;
  }
}

function quarterFrom(version: string, year: number, month: number): EditionName {
  const day = (y: number, m: number) => localDate(`${y}-${String(m).padStart(2, '0')}-01`);
  const after = month + 3 > 12 ? day(year + 1, month + 3 - 12) : day(year, month + 3);
  return { version, from: day(year, month), to: addDays(after, -1) };
}
