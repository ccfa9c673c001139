import { areDayFirst, dateDigits } from './dates.ts';
import { isOneSlip } from './text.ts';
import type { PersonAddress, PersonRecord } from './types.ts';

/** Which column holds what: column name → role. Columns that are not named are not read. */
export type ColumnRoles = Readonly<Record<string, string>>;

/** The roles that a column may have, each with other names that people give it; case, blanks and marks do not count. */
const ROLE_NAMES = {
  given: ['givenName', 'first', 'firstName', 'forename'],
  middle: ['middleName', 'secondName'],
  family: ['familyName', 'last', 'lastName', 'surname'],
  fullName: ['name', 'wholeName'],
  formerFamily: ['formerName', 'maidenName', 'birthName', 'formerFamilyName'],
  suffix: ['nameSuffix', 'generation', 'familySuffix'],
  birthDate: ['dateOfBirth', 'dob', 'born', 'birthday', 'birth'],
  birthYear: ['yearOfBirth', 'yob'],
  birthMonth: ['monthOfBirth', 'mob'],
  birthDay: ['dayOfBirth'],
  sex: ['gender', 'administrativeGender'],
  ssn: ['socialSecurityNumber', 'socSecId', 'socialSecurity'],
  ssnLast4: ['ssn4', 'lastFour', 'last4'],
  phone: [
    'phoneNumber',
    'telephone',
    'tel',
    'mobile',
    'cell',
    'cellPhone',
    'homePhone',
    'workPhone',
    'mobilePhone',
    'phones',
    'phone1',
    'phone2',
  ],
  email: ['emailAddress', 'mail', 'emails'],
  houseNumber: ['streetNumber', 'number'],
  street: [
    'address',
    'address1',
    'line',
    'line1',
    'addressLine1',
    'addressLine',
    'streetName',
    'streetAddress',
  ],
  line2: ['address2', 'addressLine2', 'unit', 'apartment', 'street2'],
  city: ['suburb', 'town', 'locality'],
  state: ['province', 'region'],
  postalCode: ['zip', 'zipCode', 'postcode', 'postal'],
  memberId: ['identifier', 'insuranceId', 'policyNumber', 'subscriberId'],
  ignore: [
    '',
    'id',
    'recordId',
    'recId',
    'rowId',
    'uniqueId',
    'patientId',
    'mrn',
    'blockingNumber',
    'label',
    'cluster',
    'entity',
    'truth',
    'none',
    'skip',
    'age',
  ],
} as const;
type Role = keyof typeof ROLE_NAMES | 'trait';

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const ROLES = new Map<string, Role>(
  Object.entries(ROLE_NAMES).flatMap(([role, names]) =>
    [role, ...names].map(name => [plain(name), role as Role] as const),
  ),
);

/** What a role's name means: a role, or `trait` for a name of its own. */
export function roleOf(name: string): string {
  return ROLES.get(plain(name)) ?? 'trait';
}

/** The role that a name misses by one keystroke, such as `given` for `givne`. */
export function roleNearlyNamed(name: string): string | undefined {
  const typed = plain(name);
  if (ROLES.has(typed) || typed.length < 4) return undefined;
  return [...ROLES].find(([known]) => known.length >= 4 && isOneSlip(known, typed))?.[1];
}

/** The names of the roles; every other name makes a trait of the column, such as a place of birth or an occupation. */
export const COLUMN_ROLES: readonly string[] = [...Object.keys(ROLE_NAMES), 'trait'];

/**
 * Reads rows as people, by what their columns mean. Several columns of one role are several values of it (given names,
 * phones) or parts of one (a street). `id` is the row's number from 0 and means nothing to the engine.
 *
 * @param offset number of the first row
 */
export function peopleOfRows(
  rows: readonly Readonly<Record<string, string>>[],
  roles: ColumnRoles,
  offset = 0,
): PersonRecord[] {
  const columns = Object.entries(roles).map(([column, name]) => ({
    column,
    role: ROLES.get(plain(name)) ?? ('trait' as const),
    trait: plain(name) === 'trait' || plain(name) === 'other' ? column : name,
  }));
  const of = (role: Role) => columns.filter(column => column.role === role);
  const dayFirst = areDayFirst(of('birthDate').flatMap(({ column }) => rows.map(row => row[column] ?? '')));
  const readers = Object.fromEntries(COLUMN_ROLES.map(role => [role, of(role as Role)])) as Record<
    Role,
    ReturnType<typeof of>
  >;
  return rows.map((row, index) => {
    const all = (role: Role) => readers[role].map(({ column }) => row[column] ?? '').filter(Boolean);
    const one = (role: Role) => all(role)[0];
    const address = addressOf(all);
    return {
      id: String(index + offset),
      given: [...all('given'), ...all('middle')],
      family: all('family').join(' ') || undefined,
      fullName: one('fullName'),
      formerFamily: all('formerFamily'),
      suffix: one('suffix'),
      birthDate: birthDateOf(all, dayFirst),
      sex: one('sex'),
      ssn: one('ssn'),
      ssnLast4: one('ssnLast4'),
      phones: all('phone'),
      emails: all('email'),
      addresses: address ? [address] : [],
      memberIds: all('memberId'),
      traits: Object.fromEntries(readers.trait.map(({ column, trait }) => [trait, row[column] ?? ''])),
    };
  });
}

/** A date of one column is read as its column writes dates; one in parts is put together. */
function birthDateOf(all: (role: Role) => string[], dayFirst: boolean): string | undefined {
  const [whole, ...further] = all('birthDate');
  if (whole !== undefined && further.length === 0) return dateDigits(whole, dayFirst) ?? whole;
  const parts = [...all('birthYear'), ...all('birthMonth'), ...all('birthDay')];
  if (parts.length === 3) return parts.map(part => part.padStart(2, '0')).join('-');
  return all('birthDate').join('-') || undefined;
}

/** A number in a column of its own stands before the street, whatever the order of the columns. */
function addressOf(all: (role: Role) => string[]): PersonAddress | undefined {
  const numbers = [...all('houseNumber'), ...all('street').filter(part => /^\d+[a-z]?$/i.test(part))];
  const [street, ...further] = all('street').filter(part => !numbers.includes(part));
  const address = {
    line: [...numbers, street].filter(Boolean).join(' ') || undefined,
    line2: [...further, ...all('line2')].join(' ') || undefined,
    city: all('city')[0],
    state: all('state')[0],
    postalCode: all('postalCode')[0],
  };
  return Object.values(address).some(Boolean) ? address : undefined;
}
