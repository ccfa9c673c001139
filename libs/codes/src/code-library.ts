import type { LocalDate } from '@spark-den/kernel';
import { standingOf, type CodeRow } from './code-row.ts';
import type { Edition, LoadableSet } from './editions/edition.ts';
import { LoadedEditions, sourceOf, type EditionSource } from './editions/loaded-editions.ts';
import { valueKey } from './relative-value.ts';
import { isOutsideTable, isShippedSince, ShippedCodes, writtenAs } from './shipped-codes.ts';
import type { CodeTable } from './table.ts';
import type {
  CodeAnswer,
  CodeBook,
  CodeHit,
  CodePairEdit,
  CodeSetName,
  CodeStatus,
  GeographicIndex,
  RelativeValue,
  SearchOptions,
  UnlikelyUnits,
} from './types.ts';

/** What `libs/x12` asks of code sets while it validates; `undefined`: nothing can be said. */
export type CheckAnswer =
  'valid' | 'unlisted' | 'early' | 'unknown' | 'not-in-force' | 'not-billable' | undefined;
export type CheckedSet = Exclude<CodeSetName, 'procedure' | 'service-type'> | 'hcpcs';

const CHECK_ANSWERS: Record<CodeStatus, CheckAnswer> = {
  valid: 'valid',
  header: 'not-billable',
  'not-valid-on-date': 'not-in-force',
  unknown: 'unknown',
  unverified: 'unlisted',
};

/** Codes whose table is licensed: CPT in its categories, with its laboratory and administrative codes. */
const CPT = /^\d{4}[\dAFMTU]$/;
/** Lists that grow between editions: a code of the right shape that they lack may be newer than they are. */
const GROWING: ReadonlySet<CodeSetName> = new Set(['carc', 'rarc', 'claim-status']);
const EDITED: Partial<Record<CodeSetName, LoadableSet>> = {
  icd10cm: 'icd10cm',
  procedure: 'hcpcs',
  modifier: 'hcpcs',
  carc: 'carc',
  rarc: 'rarc',
};

/** The shipped code sets, and before them the editions that a practice has loaded for itself. */
export class CodeLibrary implements CodeBook {
  readonly #shipped = new ShippedCodes();
  #loaded: LoadedEditions | undefined;

  /** From now on these editions answer for their days; nothing answers from the shipped tables alone. */
  use(source: EditionSource | undefined): void {
    this.#loaded = source && new LoadedEditions(source);
  }

  lookup(set: CodeSetName, code: string, on?: LocalDate): CodeAnswer {
    const edition = this.#edition(set, code, on);
    if (!edition) return this.#shipped.lookup(set, code, on);
    const written = writtenAs(set, code);
    const row = this.#table(set, edition).get(written);
    const base = { set, code: written, label: row?.label || undefined, source: sourceOf(edition) };
    if (row) {
      const isBeyond = edition.to !== null && on !== undefined && on > edition.to;
      return { ...base, status: statusOn(row, on), warnings: isBeyond ? ['beyond-table'] : [] };
    }
    // a list of Level II says nothing of CPT's modifiers and dental codes, nor of the letters of ambulance trips
    if (edition.set !== 'cpt' && isOutsideTable(set, written)) return this.#shipped.lookup(set, code, on);
    const { status, label } = this.#shipped.lookup(set, code, on);
    if (status === 'unverified' && GROWING.has(set)) return { ...base, status, warnings: [] };
    const isKnown = status !== 'unknown' && status !== 'unverified';
    return { ...base, label, status: isKnown ? 'not-valid-on-date' : 'unknown', warnings: [] };
  }

  search(set: CodeSetName, query: string, options: SearchOptions = {}): readonly CodeHit[] {
    const { on, limit = 20 } = options;
    const names =
      set === 'procedure' ? (['cpt', 'hcpcs'] as const) : [EDITED[set]].filter(name => name !== undefined);
    const editions = names.flatMap(name => this.#editionOf(name, set, on) ?? []);
    const judge = (row: CodeRow) => (statusOn(row, on) === 'not-valid-on-date' ? undefined : standingOf(row));
    const found = editions.flatMap(edition =>
      this.#table(set, edition)
        .search(query, limit, judge)
        .map(row => ({ set, code: row.code, label: row.label, billable: judge(row) === 0 })),
    );
    const isWhole = editions.some(edition => edition.set === EDITED[set]);
    return [...found, ...(isWhole ? [] : this.#shipped.search(set, query, options))].slice(0, limit);
  }

  relativeValue(code: string, on?: LocalDate, modifier?: string): RelativeValue | undefined {
    const key = valueKey(code, modifier);
    return this.#loaded?.relativeValue(key, on) ?? this.#shipped.relativeValue(key);
  }

  geographicIndices(): readonly GeographicIndex[] {
    return this.#shipped.geographicIndices();
  }

  unlikelyUnits(code: string, on?: LocalDate): UnlikelyUnits | undefined {
    return this.#loaded?.unlikelyUnits(code.toUpperCase(), on);
  }

  codePair(column1: string, column2: string, on: LocalDate): CodePairEdit | undefined {
    return this.#loaded?.codePair(column1.toUpperCase(), column2.toUpperCase(), on);
  }

  /** The face that `libs/x12` asks; it fits that library's `CodeLookup`. */
  check(set: CheckedSet, code: string, on: LocalDate | undefined): CheckAnswer {
    const asked = nameOf(set);
    const { status, warnings } = this.lookup(asked, code, on);
    if (status === 'unverified' && !GROWING.has(asked)) return undefined;
    return status === 'valid' && warnings.includes('first-year') ? 'early' : CHECK_ANSWERS[status];
  }

  isBeyondTable(set: CheckedSet, code: string, on: LocalDate): boolean {
    return this.lookup(nameOf(set), code, on).warnings.includes('beyond-table');
  }

  #edition(set: CodeSetName, code: string, on: LocalDate | undefined): Edition | undefined {
    const name = set === 'procedure' && CPT.test(code.toUpperCase()) ? 'cpt' : EDITED[set];
    return name && this.#editionOf(name, set, on);
  }

  #editionOf(name: LoadableSet, set: CodeSetName, on: LocalDate | undefined): Edition | undefined {
    const edition = this.#loaded?.on(name, on);
    if (name === 'cpt') return edition;
    // an older edition that was loaded speaks for its own days, and a newer one that ships for those after them
    const isPast = edition?.to && (on === undefined || on > edition.to);
    return edition && isPast && isShippedSince(set, edition.from) ? undefined : edition;
  }

  #table(set: CodeSetName, edition: Edition): CodeTable {
    return (this.#loaded as LoadedEditions).codes(edition, set === 'modifier' ? 'modifier' : 'code');
  }
}

/** The code sets, shared by all who ask in this process. */
export const codes: CodeLibrary = new CodeLibrary();

function nameOf(set: CheckedSet): CodeSetName {
  return set === 'hcpcs' ? 'procedure' : set;
}

function statusOn(row: CodeRow, on: LocalDate | undefined): CodeStatus {
  if (row.isHeader) return 'header';
  const isOutside = on !== undefined && ((row.from ?? on) > on || (row.to ?? on) < on);
  return isOutside ? 'not-valid-on-date' : 'valid';
}
