import type { LocalDate } from '@spark-den/kernel';
import { readCommonDiagnoses } from '../load.ts';
import { CodeTable } from '../table.ts';
import { relativeValueOf } from '../relative-value.ts';
import type { CodePairEdit, RelativeValue, UnlikelyUnits } from '../types.ts';
import type { Edition, EditionRow, LoadableSet } from './edition.ts';
import type { CodePairs } from './code-pairs.ts';

/** What loaded editions are read from; `EditionStore` is one. */
export interface EditionSource {
  list(): readonly Edition[];
  rows(edition: Edition): readonly EditionRow[];
  pairs(edition: Edition): CodePairs;
}

/** The editions in use, each read when it is first asked for. */
export class LoadedEditions {
  readonly #source: EditionSource;
  readonly #newestFirst: readonly Edition[];
  readonly #tables = new Map<Edition, unknown>();

  constructor(source: EditionSource) {
    this.#source = source;
    this.#newestFirst = source
      .list()
      .filter(edition => !edition.withdrawn)
      .reverse();
  }

  /** The edition that speaks for a day; without a day, the newest. */
  on(set: LoadableSet, day: LocalDate | undefined): Edition | undefined {
    return this.#newestFirst.find(
      edition => edition.set === set && (day === undefined || edition.from <= day),
    );
  }

  codes(edition: Edition, kind: 'code' | 'modifier' = 'code'): CodeTable {
    const tables = this.#read(edition, rows => {
      const split = { code: [] as EditionRow[], modifier: [] as EditionRow[] };
      for (const row of rows) split[row[4] === 'm' ? 'modifier' : 'code'].push(row);
      return {
        code: new CodeTable(
          split.code.map(loadedRow),
          edition.set === 'icd10cm' ? readCommonDiagnoses : undefined,
        ),
        modifier: new CodeTable(split.modifier.map(loadedRow)),
      };
    });
    return tables[kind];
  }

  relativeValue(key: string, day: LocalDate | undefined): RelativeValue | undefined {
    const edition = this.on('rvu', day);
    return (
      edition &&
      this.#read(edition, rows => new Map(rows.map(row => [row[0], relativeValueOf([...row])]))).get(key)
    );
  }

  unlikelyUnits(code: string, day: LocalDate | undefined): UnlikelyUnits | undefined {
    const edition = this.on('mue', day);
    if (!edition) return undefined;
    const table = this.#read(edition, rows => new Map(rows.map(row => [row[0], row])));
    const row = table.get(code);
    return (
      row && {
        units: Number(row[1]),
        indicator: Number(row[2]) as UnlikelyUnits['indicator'],
        source: sourceOf(edition),
      }
    );
  }

  codePair(first: string, second: string, day: LocalDate): CodePairEdit | undefined {
    const edition = this.on('ncci-ptp', day);
    if (!edition) return undefined;
    const found = this.#kept(edition, () => this.#source.pairs(edition)).find(first, second, day);
    return found && { column1: first, column2: second, ...found, source: sourceOf(edition) };
  }

  #read<T>(edition: Edition, make: (rows: readonly EditionRow[]) => T): T {
    return this.#kept(edition, () => make(this.#source.rows(edition)));
  }

  #kept<T>(edition: Edition, make: () => T): T {
    let table = this.#tables.get(edition) as T | undefined;
    if (table === undefined) {
      table = make();
      this.#tables.set(edition, table);
    }
    return table;
  }
}

const PUBLISHERS: Readonly<Record<LoadableSet, string>> = {
  cpt: 'CPT, the practice’s licensed list',
  carc: 'Claim adjustment reason codes, licensed list',
  rarc: 'Remittance advice remark codes, licensed list',
  'ncci-ptp': 'CMS NCCI procedure-to-procedure edits',
  mue: 'CMS medically unlikely edits',
  rvu: 'CMS physician fee schedule relative values',
  icd10cm: 'CMS ICD-10-CM',
  hcpcs: 'CMS HCPCS Level II',
};

/** `CMS ICD-10-CM FY2027` */
export function sourceOf(edition: Edition): string {
  return `${PUBLISHERS[edition.set]} ${edition.version}`;
}

function loadedRow([code = '', label = '', from = '', to = '', flag = '']: EditionRow) {
  return {
    code,
    label,
    ...(from ? { from: from as LocalDate } : {}),
    ...(to ? { to: to as LocalDate } : {}),
    ...(flag === 'h' ? { isHeader: true } : {}),
  };
}
