import { localDate, type LocalDate } from '@spark-den/kernel';
import { ambulanceTrip } from './ambulance-trip.ts';
import { readCommonDiagnoses, readTable, readTaxonomy } from './load.ts';
import { standingOf, type CodeRow, type Standing } from './code-row.ts';
import { relativeValueOf, scaled } from './relative-value.ts';
import { CodeTable, datedRows, plainRows } from './table.ts';
import type {
  CodeAnswer,
  CodeHit,
  CodeSetName,
  CodeStatus,
  CodeWarning,
  GeographicIndex,
  RelativeValue,
  SearchOptions,
} from './types.ts';
import { validityOn, type CodeYears } from './validity.ts';

interface Edition {
  readonly source: string;
  /** The days of the newest edition. A set without dates answers outside them too, with `beyond-table`. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Codes of a right shape that the table does not hold: licensed, or newer than our list of values. */
  readonly unverified?: RegExp;
  /** The shape of codes that an earlier edition may have held. */
  readonly retired?: RegExp;
}

const EDITIONS: Record<CodeSetName, Edition> = {
  icd10cm: {
    source: 'CMS ICD-10-CM FY2016–FY2026',
    from: localDate('2025-10-01'),
    to: localDate('2026-09-30'),
  },
  icd10pcs: { source: 'CMS ICD-10-PCS FY2026', from: localDate('2025-10-01'), to: localDate('2026-09-30') },
  procedure: {
    source: 'CMS HCPCS Level II, Oct 2025',
    from: localDate('2025-10-01'),
    to: localDate('2025-12-31'),
    // CPT (with categories II, III and its laboratory codes) and CDT are licensed.
    unverified: /^(\d{5}|\d{4}[AFMTU]|D\d{4})$/,
    retired: /^[A-CE-HJ-MP-V]\d{4}$/,
  },
  modifier: {
    source: 'CMS HCPCS Level II modifiers, Oct 2025',
    from: localDate('2025-10-01'),
    to: localDate('2025-12-31'),
    unverified: /^(\d{2}|\dP)$/,
    retired: /^[A-Z][A-Z\d]$/,
  },
  'place-of-service': { source: 'CMS place of service codes, 2025', to: localDate('2025-12-31') },
  // the edition after it holds from October
  taxonomy: { source: 'NUCC Health Care Provider Taxonomy 25.0', to: localDate('2025-09-30') },
  carc: {
    source: 'Claim adjustment reason codes (values, August 2026)',
    to: localDate('2026-10-31'),
    unverified: /^([1-9]\d{0,2}|[A-Z]{1,2}\d{1,3})$/,
  },
  rarc: {
    source: 'Remittance advice remark codes (values, 2014)',
    to: localDate('2014-12-31'),
    unverified: /^(M|MA|N)[1-9]\d{0,3}$/,
  },
  'claim-status-category': {
    source: 'Claim status category codes (values, 2014)',
    to: localDate('2014-12-31'),
  },
  'claim-status': {
    source: 'Claim status codes (values, 2014)',
    to: localDate('2014-12-31'),
    unverified: /^[1-9]\d{0,2}$/,
  },
  // the values of a data element of 005010, which no longer change
  'service-type': { source: 'Service type codes of 005010 (values)' },
};

/** The shipped code sets. Each is read when it is first asked for. */
export class ShippedCodes {
  readonly #tables = new Map<CodeSetName, CodeTable>();
  #relativeValues: ReadonlyMap<string, RelativeValue> | undefined;
  #indices: readonly GeographicIndex[] | undefined;

  lookup(set: CodeSetName, code: string, on?: LocalDate): CodeAnswer {
    const written = writtenAs(set, code);
    const row = this.#table(set).get(written);
    const { status, warnings, label } = row ? sayingOf(row, set, on) : unlisted(set, written, on);
    return {
      set,
      code: written,
      label: (label ?? row?.label) || undefined,
      source: EDITIONS[set].source,
      status,
      warnings,
    };
  }

  search(set: CodeSetName, query: string, options: SearchOptions = {}): readonly CodeHit[] {
    const { on, limit = 20 } = options;
    const judge = (row: CodeRow) =>
      on === undefined || !row.years ? standingOf(row) : standingOn(row.years, on);
    return this.#table(set)
      .search(query, limit, judge)
      .map(row => ({ set, code: row.code, label: row.label, billable: judge(row) === 0 }));
  }

  relativeValue(key: string): RelativeValue | undefined {
    this.#relativeValues ??= new Map(
      readTable('relative-values').map(row => [row[0] ?? '', relativeValueOf(row)]),
    );
    return this.#relativeValues.get(key);
  }

  geographicIndices(): readonly GeographicIndex[] {
    this.#indices ??= readTable('geographic-indices').map(geographicIndexOf);
    return this.#indices;
  }

  #table(set: CodeSetName): CodeTable {
    let table = this.#tables.get(set);
    if (!table) {
      table = new CodeTable(rowsOf(set), set === 'icd10cm' ? readCommonDiagnoses : undefined);
      this.#tables.set(set, table);
    }
    return table;
  }
}

/** Whether the newest shipped edition is newer than one that begins on a day; not told of sets that are values only. */
export function isShippedSince(set: CodeSetName, day: LocalDate): boolean {
  return (EDITIONS[set].from ?? day) > day;
}

/** Codes that no edition of the table lists, and that may be right all the same: licensed ones, and ambulance trips. */
export function isOutsideTable(set: CodeSetName, code: string): boolean {
  if (set !== 'procedure' && set !== 'modifier') return false;
  return (
    EDITIONS[set].unverified?.test(code) === true || (set === 'modifier' && ambulanceTrip(code) !== undefined)
  );
}

/** As the set writes it: capitals, and diagnoses without the dot. */
export function writtenAs(set: CodeSetName, code: string): string {
  const upper = code.toUpperCase();
  return set === 'icd10cm' && upper.charAt(3) === '.' ? upper.slice(0, 3) + upper.slice(4) : upper;
}

interface Saying {
  readonly status: CodeStatus;
  readonly warnings: readonly CodeWarning[];
  readonly label?: string;
}

/** What is said of a code that the table lists. */
function sayingOf({ years, goneBy }: CodeRow, set: CodeSetName, on: LocalDate | undefined): Saying {
  if (years) return validityOn(years, on);
  const isGone = goneBy !== undefined && (on === undefined || on > goneBy);
  if (goneBy !== undefined)
    return { status: isGone ? 'not-valid-on-date' : 'unverified', warnings: NO_WARNINGS };
  return { status: 'valid', warnings: beyondEdition(EDITIONS[set], on) };
}

/** What is said of a code that it does not list. */
function unlisted(set: CodeSetName, code: string, on: LocalDate | undefined): Saying {
  const trip = set === 'modifier' ? ambulanceTrip(code) : undefined;
  if (trip) return { status: 'valid', warnings: beyondEdition(EDITIONS[set], on), label: trip };
  const { unverified, retired, from } = EDITIONS[set];
  // a set without dates forgets its codes: one of the past may have been in force then
  if (retired?.test(code) && on !== undefined && from !== undefined && on < from)
    return { status: 'unverified', warnings: BEYOND_TABLE };
  return { status: unverified?.test(code) ? 'unverified' : 'unknown', warnings: NO_WARNINGS };
}

function standingOn(years: CodeYears, on: LocalDate): Standing | undefined {
  const { status } = validityOn(years, on);
  return status === 'valid' ? 0 : status === 'header' ? 2 : undefined;
}

const NO_WARNINGS: readonly CodeWarning[] = [];
const BEYOND_TABLE: readonly CodeWarning[] = ['beyond-table'];

function rowsOf(set: CodeSetName) {
  if (set === 'icd10cm') return datedRows(readTable(set));
  if (set === 'taxonomy') {
    // "Display Name" is the seventh column of the owner's file.
    return readTaxonomy().map(row => ({ code: row[0] ?? '', label: row[6] ?? '' }));
  }
  return plainRows(readTable(set));
}

function beyondEdition(edition: Edition, on: LocalDate | undefined): readonly CodeWarning[] {
  if (on === undefined) return NO_WARNINGS;
  return on < (edition.from ?? on) || on > (edition.to ?? on) ? BEYOND_TABLE : NO_WARNINGS;
}

function geographicIndexOf([
  carrier = '',
  state = '',
  locality = '',
  name = '',
  work,
  expense,
  malpractice,
  anesthesia,
  counties = '',
]: string[]): GeographicIndex {
  return {
    carrier,
    state,
    locality,
    name,
    work: scaled(work, 1_000),
    practiceExpense: scaled(expense, 1_000),
    malpractice: scaled(malpractice, 1_000),
    anesthesiaFactor: scaled(anesthesia, 100),
    counties,
  };
}
