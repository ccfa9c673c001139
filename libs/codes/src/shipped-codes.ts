import type { LocalDate } from '@spark-den/kernel';
import { readTable, readTaxonomy } from './load.ts';
import { isBillable } from './code-row.ts';
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
import { validityOn } from './validity.ts';

interface Edition {
  readonly source: string;
  /** The dates that an undated table speaks for; outside them it answers with `beyond-table`. */
  readonly from?: string;
  readonly to?: string;
  /** Codes of a right shape that the table does not hold: licensed, or newer than our list of values. */
  readonly unverified?: RegExp;
}

const EDITIONS: Record<CodeSetName, Edition> = {
  icd10cm: { source: 'CMS ICD-10-CM FY2016–FY2026' },
  icd10pcs: { source: 'CMS ICD-10-PCS FY2026', from: '2025-10-01', to: '2026-09-30' },
  procedure: {
    source: 'CMS HCPCS Level II, Oct 2025',
    from: '2025-10-01',
    to: '2025-12-31',
    // CPT (with categories II, III and its laboratory codes) and CDT are licensed.
    unverified: /^(\d{5}|\d{4}[AFMTU]|D\d{4})$/,
  },
  modifier: {
    source: 'CMS HCPCS Level II modifiers, Oct 2025',
    from: '2025-10-01',
    to: '2025-12-31',
    unverified: /^(\d{2}|\dP)$/,
  },
  'place-of-service': { source: 'CMS place of service codes' },
  taxonomy: { source: 'NUCC Health Care Provider Taxonomy 25.0' },
  carc: {
    source: 'Claim adjustment reason codes (values)',
    unverified: /^([1-9]\d{0,2}|[A-Z]{1,2}\d{1,3})$/,
  },
  rarc: { source: 'Remittance advice remark codes (values)', unverified: /^(M|MA|N)[1-9]\d{0,3}$/ },
  'claim-status-category': { source: 'Claim status category codes (values)' },
  'claim-status': { source: 'Claim status codes (values)', unverified: /^[1-9]\d{0,2}$/ },
  'service-type': { source: 'Service type codes (values)' },
};

/** The shipped code sets. Each is read when it is first asked for. */
export class ShippedCodes {
  readonly #tables = new Map<CodeSetName, CodeTable>();
  #relativeValues: ReadonlyMap<string, RelativeValue> | undefined;
  #indices: readonly GeographicIndex[] | undefined;

  lookup(set: CodeSetName, code: string, on?: LocalDate): CodeAnswer {
    const edition = EDITIONS[set];
    const written = writtenAs(set, code);
    const row = this.#table(set).get(written);
    const answer = (status: CodeStatus, warnings: readonly CodeWarning[]): CodeAnswer => ({
      set,
      code: written,
      label: row?.label || undefined,
      source: edition.source,
      status,
      warnings,
    });
    if (!row) return answer(edition.unverified?.test(written) ? 'unverified' : 'unknown', NO_WARNINGS);
    if (!row.years) return answer('valid', beyondEdition(edition, on));
    const { status, warnings } = validityOn(row.years, on);
    return answer(status, warnings);
  }

  search(set: CodeSetName, query: string, options: SearchOptions = {}): readonly CodeHit[] {
    const { on, limit = 20 } = options;
    const rows = this.#table(set).search(
      query,
      limit,
      row =>
        on === undefined ||
        row.years === undefined ||
        validityOn(row.years, on).status !== 'not-valid-on-date',
    );
    return rows.map(row => {
      const billable = row.years ? validityOn(row.years, on).status === 'valid' : isBillable(row);
      return { set, code: row.code, label: row.label, billable };
    });
  }

  relativeValue(code: string): RelativeValue | undefined {
    this.#relativeValues ??= new Map(
      readTable('relative-values').map(row => [row[0] ?? '', relativeValueOf(row)]),
    );
    return this.#relativeValues.get(code.toUpperCase());
  }

  geographicIndices(): readonly GeographicIndex[] {
    this.#indices ??= readTable('geographic-indices').map(geographicIndexOf);
    return this.#indices;
  }

  #table(set: CodeSetName): CodeTable {
    let table = this.#tables.get(set);
    if (!table) {
      table = new CodeTable(rowsOf(set));
      this.#tables.set(set, table);
    }
    return table;
  }
}

/** As the set writes it: capitals, and diagnoses without the dot. */
export function writtenAs(set: CodeSetName, code: string): string {
  const upper = code.toUpperCase();
  return set === 'icd10cm' && upper.charAt(3) === '.' ? upper.slice(0, 3) + upper.slice(4) : upper;
}

const NO_WARNINGS: readonly CodeWarning[] = [];

function rowsOf(set: CodeSetName) {
  if (set === 'icd10cm') return datedRows(readTable(set));
  if (set === 'taxonomy') {
    // "Display Name" is the seventh column of the owner's file.
    return readTaxonomy().map(row => ({ code: row[0] ?? '', label: row[6] ?? '' }));
  }
  return plainRows(readTable(set));
}

function beyondEdition(edition: Edition, on: LocalDate | undefined): readonly CodeWarning[] {
  if (on === undefined || edition.from === undefined || edition.to === undefined) return NO_WARNINGS;
  return on < edition.from || on > edition.to ? ['beyond-table'] : NO_WARNINGS;
}

function geographicIndexOf([
  carrier = '',
  state = '',
  locality = '',
  name = '',
  work,
  expense,
  malpractice,
]: string[]) {
  return {
    carrier,
    state,
    locality,
    name,
    work: scaled(work, 1_000),
    practiceExpense: scaled(expense, 1_000),
    malpractice: scaled(malpractice, 1_000),
  };
}
