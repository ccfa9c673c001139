import { sumCents } from '@spark-den/kernel';
import { hitIf, type Rule } from './rule.ts';

const GUIDE = '837P implementation guide 005010X222A1';

/** Layer 1: everything that an 837P needs is there. */
export const completeRules: readonly Rule[] = [
  {
    id: 'CR-101',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, loop 2300 HI`,
    check: claim =>
      hitIf(claim.diagnoses.length === 0, {
        message: 'The claim has no diagnosis.',
        fields: ['diagnoses'],
        remedy: 'Enter at least one diagnosis.',
      }),
  },
  {
    id: 'CR-102',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, loop 2300 HI`,
    check: claim =>
      hitIf(claim.diagnoses.length > 12, {
        message: 'The claim has more than 12 diagnoses.',
        fields: ['diagnoses'],
        remedy: 'Keep the 12 that the services rest on, or split the claim.',
      }),
  },
  {
    id: 'CR-103',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, loop 2400`,
    check: claim =>
      hitIf(claim.lines.length === 0, {
        message: 'The claim has no service.',
        fields: ['lines'],
        remedy: 'Add the services of the visit.',
      }),
  },
  {
    id: 'CR-104',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, loop 2010BA NM1`,
    check: claim =>
      hitIf(claim.subscriber === null || claim.subscriber.memberId.trim() === '', {
        message: 'The member number is missing.',
        fields: ['subscriber.memberId'],
        remedy: 'Enter the member number from the insurance card.',
      }),
  },
  {
    id: 'CR-105',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, loops 2010BA and 2010CA N3, N4`,
    check: claim =>
      hitIf(claim.patient.address === null, {
        message: "The patient's address is missing.",
        fields: ['patient.address'],
        remedy: "Complete the address in the patient's record, then check the claim again.",
      }),
  },
  {
    id: 'CR-106',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, loops 2010BA and 2010CA DMG`,
    check: claim =>
      hitIf(claim.patient.birthDate === null || claim.patient.sex === null, {
        message: "The patient's birth date or sex is missing.",
        fields: ['patient.birthDate', 'patient.sex'],
        remedy: "Complete the patient's record, then check the claim again.",
      }),
  },
  {
    id: 'CR-107',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, loop 2010BA`,
    check: claim =>
      hitIf(
        claim.relationship !== 'self' && claim.subscriber !== null && claim.subscriber.birthDate === null,
        {
          message: "The policy holder's birth date is missing.",
          fields: ['subscriber.birthDate'],
          remedy: "Complete the policy holder in the patient's coverage.",
        },
      ),
  },
  {
    id: 'CR-108',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, loop 2010AA N4`,
    check: claim =>
      hitIf(!/^\d{9}$/.test(claim.billingProvider.postalCode), {
        message: "The practice's postal code has fewer than nine digits.",
        fields: ['billingProvider.postalCode'],
        remedy: "Enter the ZIP+4 of the practice's address.",
      }),
  },
  {
    id: 'CR-109',
    layer: 'complete',
    severity: 'error',
    source: '45 CFR 162.406 (NPI check digit)',
    check: claim =>
      [
        ['billingProvider.npi', claim.billingProvider.npi] as const,
        ['renderingProvider.npi', claim.renderingProvider.npi] as const,
      ]
        .filter(([, npi]) => !isNpi(npi))
        .map(([field]) => ({
          message: 'The NPI is not valid.',
          fields: [field],
          remedy: 'Correct the NPI in the practice’s settings.',
        })),
  },
  {
    id: 'CR-110',
    layer: 'complete',
    severity: 'error',
    source: `${GUIDE}, CLM02`,
    check: claim => {
      const total = sumCents(claim.lines, line => line.chargeCents);
      return hitIf(claim.lines.length > 0 && total === 0, {
        message: 'The claim asks for no money.',
        fields: ['lines'],
        remedy: 'Check the prices, or record that there is no charge for this visit.',
      });
    },
  },
  {
    id: 'CR-111',
    layer: 'complete',
    severity: 'error',
    source: 'Date of service must not lie ahead',
    check: (claim, facts) =>
      hitIf(claim.dateOfService > facts.today, {
        message: 'The date of service lies in the future.',
        fields: ['dateOfService'],
        remedy: 'Correct the date of service.',
      }),
  },
];

/** Luhn over 80840 and the first nine digits. */
function isNpi(npi: string): boolean {
  if (!/^\d{10}$/.test(npi)) return false;
  const sum = [...npi.slice(0, 9)].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 24);
  return (10 - (sum % 10)) % 10 === Number(npi[9]);
}
