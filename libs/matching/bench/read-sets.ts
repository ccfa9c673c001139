import { readFileSync } from 'node:fs';
import type { PersonRecord } from '../src/index.ts';

/** Rows with what they say of a person and, kept apart, who they are: the engine never sees the second. */
export interface LabelledSet {
  readonly name: string;
  readonly records: readonly PersonRecord[];
  readonly entities: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** CSV with quotes and blanks after commas. */
export function readCsv(text: string): Row[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = cells(head);
  return lines.map(line => {
    const values = cells(line);
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  });
}

function cells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, cell = '']) => cell.trim().replace(/^"|"$/g, '').replaceAll('""', '"'))
    .slice(0, line.split(',').length);
}

const list = (value: string | undefined) => (value ? [value] : []);

function generated(row: Row): Omit<PersonRecord, 'id'> {
  return {
    given: list(row.given_name),
    family: row.surname,
    birthDate: row.date_of_birth,
    ssn: row.soc_sec_id,
    phones: list(row.phone_number),
    addresses: [
      {
        line: `${row.street_number ?? ''} ${row.address_1 ?? ''}`.trim(),
        line2: row.address_2,
        city: row.suburb,
        state: row.state,
        postalCode: row.postcode,
      },
    ],
  };
}

function historical(row: Row): Omit<PersonRecord, 'id'> {
  return {
    given: list(row.first_name),
    family: row.surname,
    birthDate: row.dob,
    sex: row.gender,
    addresses: row.postcode_fake ? [{ postalCode: row.postcode_fake }] : [],
    traits: { birthPlace: row.birth_place ?? '', occupation: row.occupation ?? '' },
  };
}

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

function labelled(
  name: string,
  rows: readonly Row[],
  read: (row: Row) => Omit<PersonRecord, 'id'>,
  entity: (row: Row) => string,
): LabelledSet {
  const order = shuffled(rows);
  return {
    name,
    records: order.map((row, index) => ({ ...read(row), id: String(index) })),
    entities: order.map(entity),
  };
}

/** @param folder the folder with the benchmark's files */
export function readSet(
  folder: URL,
  name: 'febrl1' | 'febrl3' | 'dsgen A' | 'dsgen C' | 'dsgen D' | 'historical',
): LabelledSet {
  const rows = (file: string) => readCsv(readFileSync(new URL(file, folder), 'utf8'));
  const tens = (row: Row) => String(Math.floor(Number(row.rec_id) / 10));
  switch (name) {
    case 'febrl1':
    case 'febrl3':
      return labelled(name, rows(`${name}.csv`), generated, row => row.rec_id?.split('-')[1] ?? '');
    case 'dsgen A':
      return labelled(name, rows('dataset_A_1000.csv'), generated, tens);
    case 'dsgen C':
      return labelled(name, rows('dataset_C_1000.csv'), generated, tens);
    case 'dsgen D':
      return labelled(
        name,
        [...rows('dataset_D_org_1000.csv'), ...rows('dataset_D_dup_1000.csv')],
        generated,
        tens,
      );
    case 'historical':
      return labelled(name, rows('historical_dev.csv'), historical, row => row.cluster ?? '');
  }
}

/** As much of a FHIR Patient as matching reads. */
export interface FhirPatient {
  readonly name?: readonly { family?: string; given?: string[]; suffix?: string[] }[];
  readonly gender?: string;
  readonly birthDate?: string;
  readonly telecom?: readonly { system?: string; value?: string }[];
  readonly address?: readonly { line?: string[]; city?: string; state?: string; postalCode?: string }[];
  readonly identifier?: readonly { system?: string; value?: string }[];
}

export function personOfFhir(patient: FhirPatient, id: string): PersonRecord {
  const [name] = patient.name ?? [];
  const phones = patient.telecom?.filter(({ system }) => system === 'phone') ?? [];
  return {
    id,
    given: name?.given,
    family: name?.family,
    suffix: name?.suffix?.[0],
    birthDate: patient.birthDate,
    sex: patient.gender,
    ssn: patient.identifier?.find(({ system }) => system?.endsWith('us-ssn'))?.value,
    phones: phones.flatMap(({ value }) => value ?? []),
    addresses: patient.address?.map(({ line, ...rest }) => ({ ...rest, line: line?.join(' ') })),
  };
}

export interface LabelledPair {
  readonly left: PersonRecord;
  readonly right: PersonRecord;
  readonly isMatch: boolean;
}

export function readPairs(folder: URL): LabelledPair[] {
  const text = readFileSync(new URL('cms_style/dev_pairs.jsonl', folder), 'utf8');
  return text
    .trim()
    .split('\n')
    .map(line => {
      const pair = JSON.parse(line) as { source: FhirPatient; target: FhirPatient; expected_match: boolean };
      return {
        left: personOfFhir(pair.source, 'left'),
        right: personOfFhir(pair.target, 'right'),
        isMatch: pair.expected_match,
      };
    });
}

export interface LabelledQuery {
  readonly query: PersonRecord;
  readonly candidates: readonly PersonRecord[];
  readonly expected: ReadonlySet<string>;
}

/** Queries against their own lists of candidates; opaque ids stand in the place of the given ones. */
export function readQueries(folder: URL): LabelledQuery[] {
  const lines = (file: string) =>
    readFileSync(new URL(`cms_style/${file}`, folder), 'utf8')
      .trim()
      .split('\n');
  const opaque = new Map<string, string>();
  const people = new Map<string, PersonRecord>();
  for (const line of shuffled(lines('dev_population_candidates.jsonl'))) {
    const { id, patient } = JSON.parse(line) as { id: string; patient: FhirPatient };
    opaque.set(id, `c${opaque.size}`);
    people.set(id, personOfFhir(patient, opaque.get(id) ?? ''));
  }
  return lines('dev_population_queries.jsonl').map(line => {
    const row = JSON.parse(line) as {
      query: FhirPatient;
      candidate_ids: string[];
      expected_match_ids: string[];
    };
    return {
      query: personOfFhir(row.query, 'query'),
      candidates: row.candidate_ids.flatMap(id => people.get(id) ?? []),
      expected: new Set(row.expected_match_ids.flatMap(id => opaque.get(id) ?? [])),
    };
  });
}
