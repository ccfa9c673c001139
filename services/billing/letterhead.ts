import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { Practice } from '@spark-den/contracts/administration/types';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { LocalDate } from '@spark-den/kernel';
import type { BillingContext } from './context.ts';

interface PostalAddress {
  readonly line1: string;
  readonly line2?: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** Who writes, and to whom: one recipient, at the address that the patient asked for. */
export interface Letter {
  readonly practice: Practice;
  readonly recipient: {
    readonly patientId: string;
    readonly name: string;
    readonly mrn: string;
    readonly birthDate: LocalDate;
    readonly address: readonly string[];
  };
}

export async function letterFor(context: BillingContext, patientId: string, on: LocalDate): Promise<Letter> {
  const practice = await context.call(administrationContract).getPractice({});
  const patient = await context.call(patientsContract).getPatientForClaim({ patientId, on });
  const { given, family, middle, suffix } = patient.name;
  return {
    practice,
    recipient: {
      patientId,
      name: [given, middle, family, suffix].filter(Boolean).join(' '),
      mrn: patient.mrn,
      birthDate: patient.birthDate,
      address: patient.mailingAddress ? addressLines(patient.mailingAddress) : [],
    },
  };
}

export function addressLines({ line1, line2, city, state, postalCode }: PostalAddress): string[] {
  const zip = postalCode.length === 9 ? `${postalCode.slice(0, 5)}-${postalCode.slice(5)}` : postalCode;
  return [line1, line2, `${city}, ${state} ${zip}`].filter((line): line is string => Boolean(line));
}

/** `2026-11-09` as a letter has it: `11/09/2026`. */
export function dateText(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year}`;
}

export function phoneText(digits: string): string {
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
}

/** The head of a letter: the practice on the left, the recipient as a window envelope shows it. */
export function letterhead({ practice, recipient }: Letter) {
  return [
    { text: practice.name, style: 'title' },
    { text: [...addressLines(practice.address), phoneText(practice.phone)].join(' · '), style: 'label' },
    {
      text: [recipient.name, ...recipient.address].join('\n'),
      margin: [0, 40, 0, 28] as [number, number, number, number],
    },
  ];
}
