import type { Contact, QualifiedNumber } from './common.ts';

const FIELDS = { TE: 'phone', EX: 'phoneExtension', EM: 'email', FX: 'fax', UR: 'url' } as const;
type Qualifier = keyof typeof FIELDS;
const CANONICAL: readonly string[] = Object.keys(FIELDS);

type Numbers = Omit<Contact, 'name'>;

/** The numbers of a PER as fields. */
export function contactNumbers(numbers: readonly QualifiedNumber[]): Numbers {
  const fields: Partial<Record<Qualifier, string>> = {};
  const others: QualifiedNumber[] = [];
  for (const { qualifier, value } of numbers) {
    if (isField(qualifier) && fields[qualifier] === undefined) fields[qualifier] = value;
    else others.push({ qualifier, value });
  }
  const { TE: phone, EX: phoneExtension, EM: email, FX: fax, UR: url } = fields;
  const contact = { phone, phoneExtension, email, fax, url, others: others.length > 0 ? others : undefined };
  return isUsual(numbers) ? contact : { ...contact, order: numbers.map(({ qualifier }) => qualifier) };
}

/** Do they stand as they would be written: those with a field in the order of the fields, then the others? */
function isUsual(numbers: readonly QualifiedNumber[]): boolean {
  let last = -1;
  let seen = 0;
  for (const { qualifier } of numbers) {
    const field = CANONICAL.indexOf(qualifier);
    // one that stands twice has no second field
    const place = field < 0 || seen & (1 << field) ? CANONICAL.length : field;
    if (place < last) return false;
    last = place;
    seen |= 1 << field;
  }
  return true;
}

/** The numbers of a contact in the order in which they are written. */
export function numbersOf({ others = [], order, ...fields }: Numbers): readonly QualifiedNumber[] {
  const left: QualifiedNumber[] = [
    ...CANONICAL.filter(isField).flatMap(qualifier => {
      const value = fields[FIELDS[qualifier]];
      return value === undefined ? [] : [{ qualifier, value }];
    }),
    ...others,
  ];
  if (!order) return left;
  const sorted = order.flatMap(qualifier => {
    const at = left.findIndex(number => number.qualifier === qualifier);
    return at < 0 ? [] : left.splice(at, 1);
  });
  return [...sorted, ...left];
}

function isField(qualifier: string): qualifier is Qualifier {
  return qualifier in FIELDS;
}
