import { soundKey } from './phonetics.ts';
import { knownBirthDate, knownEmail, knownPhone, knownPostalCode, knownSsn } from './placeholders.ts';
import { prepareNames } from './prepare-names.ts';
import { fold } from './text.ts';
import type { PersonAddress, PersonRecord } from './types.ts';

export interface PreparedAddress {
  readonly number: string;
  readonly street: string;
  readonly unit: string;
  readonly second: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** A record made ready to compare: folded, split, and without placeholder values. */
export interface Prepared {
  readonly id: string;
  readonly given: readonly string[];
  readonly givenJoined: string;
  readonly givenSound: string;
  readonly family: string;
  readonly familyTokens: readonly string[];
  readonly familySound: string;
  readonly former: readonly string[];
  /** 1 senior, 2 junior, 3 … */
  readonly generation: number | undefined;
  readonly birthDate: string | undefined;
  readonly sex: string | undefined;
  readonly ssn: string | undefined;
  readonly ssnLast4: string | undefined;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly PreparedAddress[];
  readonly memberIds: readonly string[];
  readonly traits: Readonly<Record<string, string>>;
}

export function prepare(record: PersonRecord): Prepared {
  const { given, familyTokens, former, generation } = prepareNames(record);
  const family = familyTokens.join('');
  const ssn = record.ssn === undefined ? undefined : knownSsn(record.ssn);
  return {
    id: record.id,
    given,
    givenJoined: given.join(''),
    givenSound: soundKey(given[0] ?? ''),
    family,
    familyTokens,
    familySound: soundKey(family),
    former,
    generation,
    birthDate: record.birthDate === undefined ? undefined : knownBirthDate(record.birthDate),
    sex: knownSex(record.sex),
    ssn,
    ssnLast4:
      ssn?.slice(-4) ?? (record.ssnLast4 && !/^(\d)\1+$/.test(record.ssnLast4) ? record.ssnLast4 : undefined),
    phones: unique((record.phones ?? []).map(knownPhone)),
    emails: unique((record.emails ?? []).map(knownEmail)),
    addresses: (record.addresses ?? []).map(prepareAddress),
    memberIds: unique((record.memberIds ?? []).map(value => fold(value).replaceAll(' ', '') || undefined)),
    traits: Object.fromEntries(
      Object.entries(record.traits ?? {})
        .map(([name, value]) => [name, fold(value)] as const)
        .filter(([, value]) => value !== '' && value !== 'unknown'),
    ),
  };
}

function knownSex(value: string | undefined): string | undefined {
  const letter = value?.trim().toLowerCase().charAt(0);
  return letter === 'f' || letter === 'm' ? letter : undefined;
}

const STREET_WORDS: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  circuit: 'cct',
  place: 'pl',
  crescent: 'cres',
  close: 'cl',
  boulevard: 'blvd',
  terrace: 'ter',
  parkway: 'pkwy',
  highway: 'hwy',
  square: 'sq',
  trail: 'trl',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  saint: 'st',
  mount: 'mt',
};

function prepareAddress(address: PersonAddress): PreparedAddress {
  const { line, unit } = splitUnit(fold((address.line ?? '').replaceAll('#', ' unit ')));
  const tokens = line.split(' ').filter(token => token !== '');
  const number = tokens[0] !== undefined && /^\d/.test(tokens[0]) ? (tokens.shift() ?? '') : '';
  return {
    number,
    street: streetText(tokens),
    unit,
    second: streetText(fold(address.line2 ?? '').split(' ')),
    city: fold(address.city ?? '').replaceAll(' ', ''),
    state: fold(address.state ?? ''),
    postalCode: knownPostalCode(address.postalCode ?? '') ?? '',
  };
}

function splitUnit(line: string): { line: string; unit: string } {
  const found = /\b(?:apt|apartment|unit|suite|ste|flat|rm|room)\s*([a-z0-9]+)$/.exec(line);
  return found ? { line: line.slice(0, found.index).trim(), unit: found[1] ?? '' } : { line, unit: '' };
}

function streetText(tokens: readonly string[]): string {
  return tokens.map(token => STREET_WORDS[token] ?? token).join('');
}

function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter(value => value !== undefined))];
}
