import type { PersonName, Sex } from '@spark-den/contracts/patients/types';

/** `Lee, Ann M., Jr` as lists have it. */
export function listName({ family, given, middle, suffix }: PersonName): string {
  const first = [given, middle].filter(Boolean).join(' ');
  return [family, first, suffix].filter(Boolean).join(', ');
}

/** `Ann M. Lee Jr` as one says it. */
export function fullName({ family, given, middle, suffix }: PersonName): string {
  return [given, middle, family, suffix].filter(Boolean).join(' ');
}

const SEXES: Readonly<Record<Sex, string>> = { female: 'F', male: 'M', unknown: 'sex unknown' };

export function sexLetter(sex: Sex): string {
  return SEXES[sex];
}

/** `(312) 555-0188` */
export function phoneText(number: string): string {
  return number.length === 10 ? `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}` : number;
}

/** `60201-4410` */
export function zipText(postalCode: string): string {
  return postalCode.length === 9 ? `${postalCode.slice(0, 5)}-${postalCode.slice(5)}` : postalCode;
}

interface AddressParts {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

export function addressText({ line1, line2, city, state, postalCode }: AddressParts): string {
  return `${line1}${line2 ? `, ${line2}` : ''}, ${city}, ${state} ${zipText(postalCode)}`;
}

/** `0.97` as `97 %`; what is nearly certain never reads as certain. */
export function percentText(share: number): string {
  if (share > 0.99 && share < 1) return '> 99 %';
  return `${Math.round(share * 100)} %`;
}

/** `firstName` as `First name`: for fields of a history that have no label of their own. */
export function wordsOf(field: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
