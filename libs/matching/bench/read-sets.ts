import { readFileSync } from 'node:fs';
import {
  peopleOfRows,
  personOfPatient,
  readCsv,
  type ColumnRoles,
  type FhirPatient,
  type PersonRecord,
} from '../src/index.ts';

/** Rows with what they say of a person and, kept apart, who they are: the engine never sees the second. */
export interface LabelledSet {
  readonly name: string;
  readonly records: readonly PersonRecord[];
  readonly entities: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** One map of columns for all sets that dsgen and FEBRL made, and one for the historical people. */
const GENERATED: ColumnRoles = {
  given_name: 'given',
  surname: 'family',
  date_of_birth: 'birthDate',
  soc_sec_id: 'ssn',
  phone_number: 'phone',
  street_number: 'houseNumber',
  address_1: 'street',
  address_2: 'line2',
  suburb: 'city',
  state: 'state',
  postcode: 'postalCode',
};
/** What a front desk has: name, date of birth, ZIP and phone. */
const AT_THE_DESK: ColumnRoles = {
  given_name: 'given',
  surname: 'family',
  date_of_birth: 'birthDate',
  phone_number: 'phone',
  postcode: 'postalCode',
};
const HISTORICAL: ColumnRoles = {
  first_name: 'given',
  surname: 'family',
  dob: 'birthDate',
  gender: 'sex',
  postcode_fake: 'postalCode',
  birth_place: 'birthPlace',
  occupation: 'occupation',
};

/** The order of a fixed seed; ids are the places in that order and mean nothing. */
function shuffled<T>(items: readonly T[]): T[] {
  const result = [...items];
  let state = 7;
  for (let index = result.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (index + 1);
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
}

const tens = (row: Row) => String(Math.floor(Number(row.rec_id) / 10));
const febrl = (row: Row) => row.rec_id?.split('-')[1] ?? '';

const SETS = {
  febrl1: { files: ['febrl1.csv'], roles: GENERATED, entity: febrl },
  febrl3: { files: ['febrl3.csv'], roles: GENERATED, entity: febrl },
  'febrl3 at the desk': { files: ['febrl3.csv'], roles: AT_THE_DESK, entity: febrl },
  'dsgen A': { files: ['dataset_A_1000.csv'], roles: GENERATED, entity: tens },
  'dsgen C': { files: ['dataset_C_1000.csv'], roles: GENERATED, entity: tens },
  'dsgen C at the desk': { files: ['dataset_C_1000.csv'], roles: AT_THE_DESK, entity: tens },
  'dsgen D': { files: ['dataset_D_org_1000.csv', 'dataset_D_dup_1000.csv'], roles: GENERATED, entity: tens },
  historical: {
    files: ['historical_dev.csv'],
    roles: HISTORICAL,
    entity: (row: Row) => row.cluster ?? '',
  },
} as const;
export type SetName = keyof typeof SETS;

/** @param folder the folder with the benchmark's files */
export function readSet(folder: URL, name: SetName): LabelledSet {
  const { files, roles, entity } = SETS[name];
  const rows = shuffled(files.flatMap(file => readCsv(readFileSync(new URL(file, folder), 'utf8')).rows));
  return { name, records: peopleOfRows(rows, roles), entities: rows.map(entity) };
}

export interface LabelledPair {
  readonly left: PersonRecord;
  readonly right: PersonRecord;
  readonly isMatch: boolean;
}

function linesOf(folder: URL, file: string): string[] {
  return readFileSync(new URL(`cms_style/${file}`, folder), 'utf8')
    .trim()
    .split('\n');
}

export function readPairs(folder: URL): LabelledPair[] {
  return linesOf(folder, 'dev_pairs.jsonl').map(line => {
    const pair = JSON.parse(line) as { source: FhirPatient; target: FhirPatient; expected_match: boolean };
    return {
      left: personOfPatient(pair.source, 'left'),
      right: personOfPatient(pair.target, 'right'),
      isMatch: pair.expected_match,
    };
  });
}

export interface LabelledQueries {
  readonly population: readonly PersonRecord[];
  readonly queries: readonly {
    readonly query: PersonRecord;
    readonly candidates: readonly string[];
    readonly expected: ReadonlySet<string>;
  }[];
}

/** Queries against their own lists of candidates; opaque ids stand in the place of the given ones. */
export function readQueries(folder: URL): LabelledQueries {
  const opaque = new Map<string, string>();
  const population = shuffled(linesOf(folder, 'dev_population_candidates.jsonl')).map(line => {
    const { id, patient } = JSON.parse(line) as { id: string; patient: FhirPatient };
    opaque.set(id, `c${opaque.size}`);
    return personOfPatient(patient, opaque.get(id) ?? '');
  });
  const opaqueOf = (ids: readonly string[]) => ids.flatMap(id => opaque.get(id) ?? []);
  const queries = linesOf(folder, 'dev_population_queries.jsonl').map(line => {
    const row = JSON.parse(line) as {
      query: FhirPatient;
      candidate_ids: string[];
      expected_match_ids: string[];
    };
    return {
      query: personOfPatient(row.query, ''),
      candidates: opaqueOf(row.candidate_ids),
      expected: new Set(opaqueOf(row.expected_match_ids)),
    };
  });
  return { population, queries };
}
