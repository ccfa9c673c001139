import type { PersonAddress, PersonRecord } from '../src/index.ts';
import { GIVEN, KINDS, lastName, STREETS, type Choice } from './population.ts';

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890'];
/** What a scanner takes for something else, and what sounds alike. */
const MISREAD = 'rn>m m>rn l>1 i>j o>0 cl>d d>cl u>v g>q h>b e>c s>5 b>8'.split(' ');
const MISHEARD = 'ph>f f>ph ck>k k>c c>k ie>y y>i ei>ie ll>l l>ll nn>n n>nn tt>t ss>s z>s gh>g oo>u'.split(
  ' ',
);

/** Written apart from the engine's own table, so that this does not ask it for what it knows. */
const EVERYDAY = new Map(
  'robert:bob james:jim john:jack william:bill richard:dick michael:mike joseph:joe thomas:tom charles:chuck daniel:dan matthew:matt anthony:tony donald:don andrew:drew kenneth:ken joshua:josh edward:ted timothy:tim gregory:greg benjamin:ben samuel:sam patricia:pat jennifer:jen elizabeth:liz barbara:barb susan:sue margaret:peggy kimberly:kim deborah:debbie stephanie:steph rebecca:becky cynthia:cindy kathleen:kathy nicholas:nick katherine:kate christine:chris alexander:alex victoria:vicky jacqueline:jackie'
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
);

/** One slip of a finger, a scanner or an ear. */
export function slip(text: string, { random, pick }: Choice): string {
  if (text.length < 2) return text;
  const kind = random();
  if (kind > 0.7) {
    const fitting = (kind > 0.85 ? MISREAD : MISHEARD)
      .map(change => change.split('>') as [string, string])
      .filter(([from]) => text.includes(from));
    if (fitting.length > 0) {
      const [from, to] = pick(fitting);
      return text.replace(from, to);
    }
  }
  const at = Math.floor(random() * text.length);
  const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  if (kind < 0.15) return before + after;
  if (kind < 0.3) return before + letter + letter + after;
  if (kind < 0.45 && after !== '') return before + after.charAt(0) + letter + after.slice(1);
  return before + neighbourOf(letter, random) + after;
}

function neighbourOf(letter: string, random: () => number): string {
  const row = KEYBOARD.find(keys => keys.includes(letter.toLowerCase())) ?? '';
  const place = row.indexOf(letter.toLowerCase()) + (random() < 0.5 ? -1 : 1);
  return row[place] ?? row[1] ?? letter;
}

export function newHome({ random, pick, digits }: Choice): PersonAddress {
  return {
    line: `${1 + Math.floor(random() * 900)} ${pick(STREETS)} ${pick(KINDS)}${random() < 0.3 ? ` Apt ${1 + Math.floor(random() * 40)}` : ''}`,
    city: pick(['Evanston', 'Skokie', 'Wilmette', 'Oak Park', 'Cicero', 'Aurora', 'Joliet', 'Elgin']),
    state: 'IL',
    postalCode: `60${digits(3)}`,
  };
}

export function birthDateIn(year: number, { random }: Choice): string {
  const two = (value: number) => String(1 + Math.floor(value)).padStart(2, '0');
  return `${year}-${two(random() * 12)}-${two(random() * 28)}`;
}

type Slip = (person: PersonRecord, choice: Choice) => Partial<PersonRecord>;

const slipped = (text: string | undefined, choice: Choice) =>
  text === undefined ? undefined : slip(text, choice);
const [first, home] = [
  (person: PersonRecord) => person.given?.[0] ?? '',
  (person: PersonRecord) => person.addresses?.[0],
];

/** What goes wrong, and what changes, between two registrations of one person at a desk. */
const AT_A_DESK: readonly Slip[] = [
  (person, choice) => ({ given: [slip(first(person), choice), ...(person.given ?? []).slice(1)] }),
  person => ({ given: [EVERYDAY.get(first(person).toLowerCase()) ?? first(person)] }),
  person => ({ given: person.given?.slice(0, 1) }),
  person => ({ given: [first(person).charAt(0)] }),
  (person, choice) => ({ family: slipped(person.family, choice) }),
  (person, choice) => ({ family: person.sex === 'female' ? lastName(choice) : person.family }),
  (person, choice) => ({ birthDate: digitSlip(person.birthDate, choice) }),
  ({ birthDate = '' }) => ({ birthDate: birthDate.replace(/-(\d\d)-(\d\d)$/, '-$2-$1') }),
  () => ({ birthDate: undefined }),
  (person, choice) => ({ ssn: digitSlip(person.ssn, choice) }),
  () => ({ ssn: undefined }),
  ({ ssn }) => ({ ssn: undefined, ssnLast4: ssn?.slice(-4) }),
  () => ({ phones: [] }),
  (_, choice) => ({ phones: [`773${choice.digits(7)}`] }),
  (_, choice) => ({ addresses: [newHome(choice)] }),
  (_, choice) => ({ addresses: [newHome(choice)], phones: [`847${choice.digits(7)}`] }),
  (person, choice) => ({ addresses: [{ ...home(person), line: slipped(home(person)?.line, choice) }] }),
  (person, choice) => ({
    addresses: [{ ...home(person), postalCode: digitSlip(home(person)?.postalCode, choice) }],
  }),
  () => ({ addresses: [] }),
  () => ({ suffix: undefined }),
  () => ({ sex: undefined }),
];

/** What generators of test data do besides: any value may become another one, go missing or change places. */
const OF_A_GENERATOR: readonly Slip[] = [
  ...AT_A_DESK.filter((_, place) => ![1, 2, 3, 5, 11].includes(place)),
  (_, choice) => ({ given: [choice.pick(GIVEN)] }),
  () => ({ given: [] }),
  (_, choice) => ({ family: lastName(choice) }),
  ({ given, family = '' }) => ({ given: [family], family: given?.[0] }),
  (_, choice) => ({ birthDate: birthDateIn(1910 + Math.floor(choice.random() * 100), choice) }),
  ({ ssn = '' }, choice) => ({ ssn: ssn && choice.digits(ssn.length) }),
];

/** One digit wrong, or two neighbours swapped. */
function digitSlip(text: string | undefined, choice: Choice): string | undefined {
  if (text === undefined) return undefined;
  // not the last: that makes the number of one twin out of the other's, which nobody can tell
  const places = [...text].flatMap((letter, place) => (/\d/.test(letter) ? [place] : [])).slice(0, -1);
  const at = choice.pick(places);
  if (choice.random() < 0.4 && /\d/.test(text[at + 1] ?? ''))
    return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
  return `${text.slice(0, at)}${choice.digits(1)}${text.slice(at + 1)}`;
}

export type Manner = 'desk' | 'generator';

/** The person as registered once more, with so many things slipped, changed or left out. */
export function registeredAgain(
  person: PersonRecord,
  slips: number,
  manner: Manner,
  choice: Choice,
): PersonRecord {
  let record = person;
  for (let count = 0; count < slips; count += 1)
    record = { ...record, ...choice.pick(manner === 'desk' ? AT_A_DESK : OF_A_GENERATOR)(record, choice) };
  return record;
}
