import type { PersonRecord } from '../src/index.ts';
import { choiceOf, GIVEN, lastName, type Choice } from './population.ts';
import type { LabelledSet } from './read-sets.ts';
import { birthDateIn, newHome, registeredAgain, type Manner } from './slips.ts';

export type Relation = 'same' | 'twins' | 'generation' | 'parent and child' | 'household' | 'strangers';

export interface TownOptions {
  readonly seed: number;
  /** About so many records. */
  readonly size: number;
  /** Without, everybody lives alone, as in sets that FEBRL or dsgen make. */
  readonly households: boolean;
  /** What share of the people has a Social Security number on record. */
  readonly numbered: number;
  readonly manner: Manner;
  /** At most so many further records of a person who has any, and so many slips in each. */
  readonly copies: number;
  readonly slips: number;
}

export interface Town extends LabelledSet {
  /** What two records are to each other, by their places. */
  readonly relationOf: (i: number, j: number) => Relation;
  /** The places of the records of each house. */
  readonly houses: readonly (readonly number[])[];
}

interface Person {
  readonly record: PersonRecord;
  readonly entity: string;
  readonly house: number;
}

/** Twins are given names that go together. */
const TWIN_NAMES =
  'mason jason|mia lia|ella emma|jayden kayden|ethan evan|hailey bailey|jada jade|taylor tyler|madison mason|dana dina|erin aaron|karla carla|jean joan|marie maria|eric derek|nina tina|daniel danielle|christian christina|joan john|paul paula'
    .split('|')
    .map(pair => pair.split(' '));

/** A made-up town full of what is hard: twins, fathers and sons of one name, moved households, namesakes, slips. */
export function town(options: TownOptions): Town {
  const choice = choiceOf(options.seed);
  const people: Person[] = [];
  const bornOn = new Map<string, string>();
  const named = new Map<string, string>();
  for (let house = 0; people.length < options.size; house += 1) {
    const members = options.households ? household(choice) : [single(choice)];
    for (const [place, member] of members.entries()) {
      const entity = `${house}-${place}`;
      const record = { ...member, ssn: choice.random() < options.numbered ? member.ssn : undefined };
      bornOn.set(entity, record.birthDate ?? '');
      named.set(entity, record.given?.[0] ?? '');
      const copies = choice.random() < 0.4 ? 1 + Math.floor(choice.random() * options.copies) : 0;
      people.push({ record, entity, house });
      for (let count = 0; count < copies; count += 1) {
        const slips = 1 + Math.floor(choice.random() * options.slips);
        people.push({ record: registeredAgain(record, slips, options.manner, choice), entity, house });
      }
    }
  }
  shuffle(people, choice);
  const relationOf = (i: number, j: number): Relation => {
    const [a, b] = [people[i], people[j]];
    if (!a || !b || a.house !== b.house) return 'strangers';
    if (a.entity === b.entity) return 'same';
    const [bornA = '', bornB = ''] = [bornOn.get(a.entity), bornOn.get(b.entity)];
    if (bornA === bornB) return 'twins';
    if (named.get(a.entity) === named.get(b.entity)) return 'generation';
    return Math.abs(Number(bornA.slice(0, 4)) - Number(bornB.slice(0, 4))) >= 16
      ? 'parent and child'
      : 'household';
  };
  const houses = new Map<number, number[]>();
  people.forEach(({ house }, place) => houses.set(house, [...(houses.get(house) ?? []), place]));
  return {
    name: `town ${options.seed}`,
    records: people.map(({ record }, place) => ({ ...record, id: String(place) })),
    entities: people.map(({ entity }) => entity),
    relationOf,
    houses: [...houses.values()],
  };
}

function shuffle<T>(items: T[], { random }: Choice): void {
  for (let place = items.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [items[place], items[other]] = [items[other] as T, items[place] as T];
  }
}

function single(choice: Choice): PersonRecord {
  return adult(choice, lastName(choice), 1930 + Math.floor(choice.random() * 80), {
    addresses: [newHome(choice)],
    phones: [`312${choice.digits(7)}`],
  });
}

type Home = Pick<PersonRecord, 'addresses' | 'phones'>;

function adult(choice: Choice, family: string, year: number, home: Home): PersonRecord {
  const { random, skewed, pick, digits } = choice;
  const ownPhone = random() < 0.4 ? [`773${digits(7)}`] : [];
  return {
    id: '',
    given: [skewed(GIVEN), ...(random() < 0.5 ? [pick(GIVEN).charAt(0)] : [])],
    family,
    birthDate: birthDateIn(year, choice),
    sex: pick(['female', 'male']),
    ssn: `${1 + Math.floor(random() * 7)}${digits(8)}`,
    ...home,
    phones: [...ownPhone, ...(home.phones ?? [])],
  };
}

function household(choice: Choice): PersonRecord[] {
  const { random, digits } = choice;
  const home = { addresses: [newHome(choice)], phones: random() < 0.7 ? [`312${digits(7)}`] : [] };
  const family = lastName(choice);
  const year = 1935 + Math.floor(random() * 55);
  const parent = adult(choice, family, year, home);
  const members = [parent];
  const add = (member: PersonRecord) => {
    if (members.every(({ given }) => given?.[0] !== member.given?.[0])) members.push(member);
  };
  const partner = random() < 0.8 ? family : lastName(choice);
  if (random() < 0.6) add(adult(choice, partner, year + Math.floor(random() * 6), home));
  const children = Math.floor(random() * 4);
  for (let count = 0; count < children; count += 1) {
    const child = adult(choice, family, year + 20 + Math.floor(random() * 18), home);
    if (random() < 0.1) twins(child, choice).forEach(add);
    else if (count === 0 && random() < 0.2) members.push(...namesakes(parent, child, members, choice));
    else add(child);
  }
  return members;
}

/** Half of them get numbers one after the other; of the others some differ in one place, some in all. */
function twins(child: PersonRecord, { random, pick, skewed, digits }: Choice): PersonRecord[] {
  const alike = random() < 0.5;
  const [one = '', other = ''] = alike ? pick(TWIN_NAMES) : [skewed(GIVEN), pick(GIVEN)];
  const number = Number(child.ssn);
  const ssn = random() < 0.5 ? String(number + pick([1, 1, 2, 10])) : `${pick(['3', '5'])}${digits(8)}`;
  const sex = alike ? child.sex : pick(['female', 'male']);
  return one === other
    ? [child]
    : [
        { ...child, given: [one] },
        { ...child, given: [other], sex, ssn },
      ];
}

/** A child that bears the parent's whole name; one in two says so. */
function namesakes(
  parent: PersonRecord,
  child: PersonRecord,
  members: PersonRecord[],
  { random }: Choice,
): PersonRecord[] {
  const told = random() < 0.5;
  members[0] = { ...parent, suffix: told && random() < 0.5 ? 'Sr' : undefined };
  return [{ ...child, given: parent.given, sex: parent.sex, suffix: told ? 'Jr' : undefined }];
}
