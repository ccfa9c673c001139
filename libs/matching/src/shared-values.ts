import type { BlockingPass } from './blocking.ts';
import type { Prepared } from './prepare.ts';

/** Numbers that belong to one person or one home, unless very many have them. */
export type PersonalNumber = Extract<BlockingPass, 'ssn' | 'phone' | 'email' | 'memberId'>;

/** A number of more families than this is nobody's: the practice's own phone, a number typed to get on. */
export const MOST_FAMILIES = 8;

/** The record without the values that say nothing because so many have them: they count as missing. */
export function withoutSharedValues(
  record: Prepared,
  isShared: (pass: PersonalNumber, value: string) => boolean,
): Prepared {
  const own = (pass: PersonalNumber, values: readonly string[]) =>
    values.some(value => isShared(pass, value)) ? values.filter(value => !isShared(pass, value)) : values;
  const ssnIsShared = record.ssn !== undefined && isShared('ssn', record.ssn);
  const phones = own('phone', record.phones);
  const emails = own('email', record.emails);
  const memberIds = own('memberId', record.memberIds);
  if (!ssnIsShared && phones === record.phones && emails === record.emails && memberIds === record.memberIds)
    return record;
  const numbers = ssnIsShared ? { ssn: undefined, ssnLast4: undefined } : {};
  return { ...record, ...numbers, phones, emails, memberIds };
}
