import type { PersonRecord } from '../src/index.ts';

/** Reproducible numbers 0…1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const GIVEN =
  `james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph
jessica thomas karen christopher sarah charles lisa daniel nancy matthew sandra anthony betty mark ashley donald emily
steven kimberly andrew margaret paul donna joshua michelle kenneth carol kevin amanda brian melissa george deborah
timothy stephanie ronald rebecca jason laura edward helen jeffrey sharon ryan cynthia jacob kathleen gary amy nicholas
angela eric shirley jonathan anna stephen brenda larry pamela justin emma scott nicole brandon samantha benjamin
katherine samuel christine gregory rachel alexander carolyn patrick janet frank maria raymond olivia jack heather dennis
julia jerry joyce tyler victoria jose kelly adam lauren nathan christina henry joan zachary evelyn douglas hannah peter
andrea kyle megan noah cheryl ethan jacqueline jeremy martha walter teresa christian gloria keith sara roger janice`.split(
    /\s+/,
  );
/** Beginnings, middles and ends of made-up last names. */
const HEADS =
  'al ber car dor es fer gol har il jen kal lam mor nor or pet quin ros sal tor ul vel wes yor zim'.split(
    ' ',
  );
const MIDDLES = 'a an be den el er fi ga hol i ka lin mo na o per ra sen ti vi wo'.split(' ');
const TAILS = 'berg by dez ell ford grove ham ini kov ley man ner os rick son ston ter ton well wood'.split(
  ' ',
);
export const STREETS =
  'Lake Oak Maple Cedar Pine Main Elm Hill River Church Park Walnut Spring Meadow Orchard Sunset'.split(' ');
export const KINDS = ['Street', 'Avenue', 'Road', 'Drive', 'Lane', 'Court'];

export interface Choice {
  readonly random: () => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Few of a list are common, most are rare. */
  readonly skewed: <T>(items: readonly T[]) => T;
  readonly digits: (count: number) => string;
}

export function choiceOf(seed: number): Choice {
  const random = randomOf(seed);
  return {
    random,
    pick: items => items[Math.floor(random() * items.length)] as (typeof items)[number],
    skewed: items => items[Math.floor(random() ** 2.2 * items.length)] as (typeof items)[number],
    digits: count => String(Math.floor(random() * 10 ** count)).padStart(count, '0'),
  };
}

export function lastName({ skewed }: Choice): string {
  return `${skewed(HEADS)}${skewed(MIDDLES)}${skewed(TAILS)}`;
}

/**
 * People of a made-up region, for speed and memory only: names and homes are about as common as real ones, one record in
 * ten is somebody registered before with a slip or after a move.
 */
export function* population(size: number, seed = 1): Generator<PersonRecord> {
  const choice = choiceOf(seed);
  const { random, pick, skewed, digits } = choice;
  const recent: PersonRecord[] = [];
  for (let index = 0; index < size; index += 1) {
    const id = `p${index}`;
    const earlier = index > 20 && random() < 0.1 ? pick(recent) : undefined;
    const relative = !earlier && index > 20 && random() < 0.4 ? pick(recent) : undefined;
    const person: PersonRecord = earlier
      ? again(earlier, id, random)
      : {
          id,
          given: [skewed(GIVEN), pick(GIVEN).charAt(0)],
          family: relative?.family ?? lastName(choice),
          birthDate: `${1930 + Math.floor(random() * 90)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
          sex: random() < 0.5 ? 'female' : 'male',
          ssn: random() < 0.7 ? `9${digits(8)}` : undefined,
          phones: relative?.phones ?? [
            `${pick(['312', '773', '847'])}${2 + Math.floor(random() * 8)}${digits(6)}`,
          ],
          addresses: relative?.addresses ?? [
            {
              line: `${1 + Math.floor(random() * 9000)} ${pick(STREETS)} ${pick(KINDS)}`,
              city: 'Evanston',
              state: 'IL',
              postalCode: `60${digits(3)}`,
            },
          ],
        };
    recent[index % 2_000] = person;
    yield person;
  }
}

function again(person: PersonRecord, id: string, random: () => number): PersonRecord {
  const family = person.family ?? '';
  const at = 1 + Math.floor(random() * (family.length - 1));
  return {
    ...person,
    id,
    family: random() < 0.3 ? `${family.slice(0, at)}${family.slice(at + 1)}` : family,
    phones: random() < 0.3 ? [] : person.phones,
    ssn: random() < 0.4 ? undefined : person.ssn,
    given: person.given?.slice(0, 1),
  };
}
