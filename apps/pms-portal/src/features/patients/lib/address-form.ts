import type { Address } from '@spark-den/contracts/patients/types';
import { EMPTY_ADDRESS, type AddressValue } from '@spark-den/ui';

/** An address as its fields show it. */
export function addressValue(address: Address | null): AddressValue {
  if (!address) return EMPTY_ADDRESS;
  const { line1, line2, city, state, postalCode } = address;
  return { line1, line2: line2 ?? '', city, state, zip: postalCode };
}

/** What the fields of an address hold; `null` where nobody typed anything. */
export function addressOf({ line1, line2, city, state, zip }: AddressValue): Address | null {
  if ([line1, city, zip].every(text => text.trim() === '')) return null;
  return { line1, line2: line2.trim() === '' ? null : line2, city, state, postalCode: zip };
}
