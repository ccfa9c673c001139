import { cents, instant, localDate, type LocalDate } from '@spark-den/kernel';
import type { ClaimLine, CodeFacts, PayerRules, ScrubClaim, ScrubFacts } from '../types.ts';

/** Parts of a sound claim, for tests: each test changes what it is about. */
export function sampleLine(change: Partial<ClaimLine> = {}): ClaimLine {
  return {
    lineId: 'line-1',
    code: '99213',
    modifiers: [],
    units: 1,
    chargeCents: cents(16_500),
    diagnosisPointers: [1],
    dateOfService: localDate('2026-03-02'),
    ...change,
  };
}

export function sampleClaim(change: Partial<ScrubClaim> = {}): ScrubClaim {
  const person = {
    firstName: 'Rosa',
    lastName: 'Marin',
    birthDate: localDate('1971-04-09'),
    sex: 'F' as const,
    address: { line1: '9 Elm Court', city: 'Evanston', state: 'IL', postalCode: '60201' },
  };
  return {
    claimId: 'claim-1',
    patientId: 'patient-1',
    patient: person,
    subscriber: { ...person, memberId: 'W123' },
    relationship: 'self',
    payerId: 'payer-1',
    payerOrder: 'primary',
    renderingProvider: { id: 'provider-1', npi: '1990000204', taxonomyCode: '207Q00000X' },
    billingProvider: { npi: '1990000105', taxId: '36-4000001', postalCode: '602014410' },
    placeOfService: '11',
    dateOfService: localDate('2026-03-02'),
    diagnoses: ['I10'],
    lines: [sampleLine()],
    frequency: '1',
    payerClaimNumber: null,
    primaryRemittanceDate: null,
    ...change,
  };
}

export function samplePayer(change: Partial<PayerRules> = {}): PayerRules {
  return {
    payerId: 'payer-1',
    name: 'Cascade Mutual',
    kind: 'commercial',
    acceptedFrequencies: ['1', '7', '8'],
    deadlines: [
      {
        kind: 'original-claim',
        starts: 'service-date',
        length: 180,
        unit: 'days',
        source: 'agreement 6.2',
        effectiveFrom: localDate('2026-01-01'),
      },
    ],
    acknowledgmentLagDays: 2,
    acceptsElectronicSecondary: true,
    refusedModifiers: [],
    maxLinesPerClaim: 50,
    ...change,
  };
}

type Answer = ReturnType<CodeFacts['lookup']>;

/** Code sets that know what a test tells them and find everything else valid. */
export function sampleCodes(
  told: Readonly<Record<string, Answer['status']>> = {},
  warnings: string[] = [],
): CodeFacts {
  return {
    lookup: (_set, code) => ({ status: told[code] ?? 'valid', warnings, source: 'test table' }),
    unlikelyUnits: () => undefined,
    codePair: () => undefined,
  };
}

export function sampleFacts(
  change: Partial<ScrubFacts> = {},
  today: LocalDate = localDate('2026-03-05'),
): ScrubFacts {
  return {
    codes: sampleCodes(),
    payer: samplePayer(),
    billed: [],
    practiceCodes: new Set(['99213']),
    today,
    now: instant(`${today}T15:00:00Z`),
    ...change,
  };
}
