import type { Contact, QualifiedNumber } from './common.ts';

const FIELDS = { TE: 'phone', EX: 'phoneExtension', EM: 'email', FX: 'fax', UR: 'url' } as const;
type Qualifier = keyof typeof FIELDS;
const CANONICAL = Object.keys(FIELDS) as readonly Qualifier[];

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
  const order = numbers.map(({ qualifier }) => qualifier);
  const usual = numbersOf(contact).every(({ qualifier }, index) => qualifier === order[index]);
  return usual ? contact : { ...contact, order };
}

/** The numbers of a contact in the order in which they are written. */
export function numbersOf({ others = [], order, ...fields }: Numbers): readonly QualifiedNumber[] {
  const left: QualifiedNumber[] = [
    ...CANONICAL.flatMap(qualifier => {
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
