import type { LocalDate } from '@spark-den/kernel';
import { isBillable, type CodeRow } from './code-row.ts';
import type { Edition, LoadableSet } from './editions/edition.ts';
import { LoadedEditions, sourceOf, type EditionSource } from './editions/loaded-editions.ts';
import { ShippedCodes, writtenAs } from './shipped-codes.ts';
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
export type CheckAnswer = 'valid' | 'unknown' | 'not-in-force' | 'not-billable' | undefined;
export type CheckedSet = Exclude<CodeSetName, 'procedure' | 'service-type'> | 'hcpcs';

const CHECK_ANSWERS: Record<CodeStatus, CheckAnswer> = {
  valid: 'valid',
  header: 'not-billable',
  'not-valid-on-date': 'not-in-force',
  unknown: 'unknown',
  unverified: undefined,
};

/** Codes whose table is licensed: CPT in its categories, with its laboratory and administrative codes. */
const CPT = /^\d{4}[\dAFMTU]$/;
/** Lists that grow between editions: a code of the right shape that they lack may be newer than they are. */
const GROWING: ReadonlySet<LoadableSet> = new Set(['carc', 'rarc']);
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
    const earlier = this.#shipped.lookup(set, code, on);
    if (earlier.status === 'unknown' || earlier.status === 'unverified')
      return { ...base, status: GROWING.has(edition.set) ? earlier.status : 'unknown', warnings: [] };
    return { ...base, label: earlier.label, status: 'not-valid-on-date', warnings: [] };
  }

  search(set: CodeSetName, query: string, options: SearchOptions = {}): readonly CodeHit[] {
    const { on, limit = 20 } = options;
    const names =
      set === 'procedure' ? (['cpt', 'hcpcs'] as const) : [EDITED[set]].filter(name => name !== undefined);
    const editions = names.flatMap(name => this.#loaded?.on(name, on) ?? []);
    const found = editions.flatMap(edition =>
      this.#table(set, edition)
        .search(query, limit, row => on === undefined || statusOn(row, on) !== 'not-valid-on-date')
        .map(row => ({ set, code: row.code, label: row.label, billable: isBillable(row) })),
    );
    const isWhole = editions.some(edition => edition.set === EDITED[set]);
    return [...found, ...(isWhole ? [] : this.#shipped.search(set, query, options))].slice(0, limit);
  }

  relativeValue(code: string, on?: LocalDate): RelativeValue | undefined {
    const written = code.toUpperCase();
    return this.#loaded?.relativeValue(written, on) ?? this.#shipped.relativeValue(written);
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
    return CHECK_ANSWERS[this.lookup(set === 'hcpcs' ? 'procedure' : set, code, on).status];
  }

  #edition(set: CodeSetName, code: string, on: LocalDate | undefined): Edition | undefined {
    const name = set === 'procedure' && CPT.test(code.toUpperCase()) ? 'cpt' : EDITED[set];
    return name && this.#loaded?.on(name, on);
  }

  #table(set: CodeSetName, edition: Edition): CodeTable {
    return (this.#loaded as LoadedEditions).codes(edition, set === 'modifier' ? 'modifier' : 'code');
  }
}

/** The code sets, shared by all who ask in this process. */
export const codes: CodeLibrary = new CodeLibrary();

function statusOn(row: CodeRow, on: LocalDate | undefined): CodeStatus {
  if (row.isHeader) return 'header';
  const isOutside = on !== undefined && ((row.from ?? on) > on || (row.to ?? on) < on);
  return isOutside ? 'not-valid-on-date' : 'valid';
}
