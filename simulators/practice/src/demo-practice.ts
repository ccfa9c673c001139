import type { PracticeDocument } from '@spark-den/contracts/administration/types';
import { cents, localDate, zone } from '@spark-den/kernel';
import { demoCharges } from './demo-charges.ts';

const PREFIX = '01900000-0000-7000';
const NUMBERED = (kind: string) => (number: number) =>
  `${PREFIX}-80${kind}-${String(number).padStart(12, '0')}`;

/** Ids of the demo's fixed records: the kind, then a number. */
export const demoIds = {
  practice: NUMBERED('00'),
  location: NUMBERED('01'),
  provider: NUMBERED('02'),
  payer: NUMBERED('03'),
  plan: NUMBERED('04'),
  appointmentType: NUMBERED('05'),
  room: NUMBERED('06'),
  equipment: NUMBERED('07'),
  feeSchedule: NUMBERED('08'),
  user: NUMBERED('09'),
} as const;

const central = zone('America/Chicago');
const inForceSince = localDate('2026-01-01');

/** Harbor Point Family Medicine: two providers, two locations, three payers. */
export const harborPoint: PracticeDocument = {
  practice: {
    id: demoIds.practice(1),
    name: 'Harbor Point Family Medicine',
    zone: central,
    billingNpi: '1990000105',
    taxId: '36-4000001',
    taxonomyCode: '207Q00000X',
    address: { line1: '410 Lakeshore Drive', city: 'Evanston', state: 'IL', postalCode: '602014410' },
    phone: '8475550100',
    tradingPartner: {
      submitterId: 'HARBORPT',
      receiverId: 'BRIGHTCH',
      receiverName: 'Brightline Clearinghouse',
      contactName: 'Priya Raman',
      contactPhone: '8475550100',
    },
    policies: { missingChargeHours: 24, billHoldDays: 0 },
  },
  locations: [
    {
      id: demoIds.location(1),
      name: 'Lakeside Clinic',
      address: { line1: '410 Lakeshore Drive', city: 'Evanston', state: 'IL', postalCode: '602014410' },
      phone: '8475550100',
      zone: central,
      placeOfService: '11',
      active: true,
    },
    {
      id: demoIds.location(2),
      name: 'Hillcrest Clinic',
      address: { line1: '88 Hillcrest Road', city: 'Skokie', state: 'IL', postalCode: '600761288' },
      phone: '8475550200',
      zone: central,
      placeOfService: '11',
      active: true,
    },
  ],
  providers: [
    {
      id: demoIds.provider(1),
      firstName: 'Amara',
      lastName: 'Osei',
      credential: 'MD',
      npi: '1990000204',
      taxonomyCode: '207Q00000X',
      specialty: 'Family medicine',
      active: true,
    },
    {
      id: demoIds.provider(2),
      firstName: 'Daniel',
      lastName: 'Reyes',
      credential: 'MD',
      npi: '1990000303',
      taxonomyCode: '207R00000X',
      specialty: 'Internal medicine',
      active: true,
    },
  ],
  rooms: [
    { id: demoIds.room(1), locationId: demoIds.location(1), name: 'Exam 1', kind: 'exam', active: true },
    { id: demoIds.room(2), locationId: demoIds.location(1), name: 'Exam 2', kind: 'exam', active: true },
    {
      id: demoIds.room(3),
      locationId: demoIds.location(1),
      name: 'Procedure',
      kind: 'procedure',
      active: true,
    },
    { id: demoIds.room(4), locationId: demoIds.location(2), name: 'Exam 1', kind: 'exam', active: true },
    { id: demoIds.room(5), locationId: demoIds.location(2), name: 'Exam 2', kind: 'exam', active: true },
  ],
  equipment: [
    { id: demoIds.equipment(1), locationId: demoIds.location(1), name: 'Ultrasound', active: true },
  ],
  payers: [
    {
      id: demoIds.payer(1),
      name: 'Cascade Mutual',
      kind: 'commercial',
      ediId: 'CASMU01',
      filingIndicator: 'CI',
      address: { line1: 'PO Box 4100', city: 'Peoria', state: 'IL', postalCode: '616014100' },
      active: true,
      profile: {
        acceptedFrequencies: ['1', '7', '8'],
        deadlines: [
          {
            kind: 'original-claim',
            starts: 'service-date',
            length: 180,
            unit: 'days',
            source: 'Cascade Mutual participation agreement 2026, section 6.2',
            effectiveFrom: inForceSince,
          },
          {
            kind: 'corrected-claim',
            starts: 'service-date',
            length: 365,
            unit: 'days',
            source: 'Cascade Mutual participation agreement 2026, section 6.3',
            effectiveFrom: inForceSince,
          },
          {
            kind: 'secondary-claim',
            starts: 'primary-remittance-date',
            length: 90,
            unit: 'days',
            source: 'Cascade Mutual participation agreement 2026, section 6.4',
            effectiveFrom: inForceSince,
          },
          {
            kind: 'appeal',
            starts: 'remittance-date',
            length: 180,
            unit: 'days',
            source: 'Cascade Mutual participation agreement 2026, section 9.1',
            effectiveFrom: inForceSince,
          },
        ],
        crossoverPayerId: null,
        acknowledgmentLagDays: 2,
        secondary: { acceptsElectronic: true, alwaysLast: false, patientOwesNothingAfter: false },
      },
    },
    {
      id: demoIds.payer(2),
      name: 'Federal Part B',
      kind: 'medicare',
      ediId: 'FEDPB02',
      filingIndicator: 'MB',
      address: { line1: 'PO Box 6475', city: 'Madison', state: 'WI', postalCode: '537086475' },
      active: true,
      profile: {
        acceptedFrequencies: ['1'],
        deadlines: [
          {
            kind: 'original-claim',
            starts: 'service-date',
            length: 12,
            unit: 'months',
            source: '42 CFR 424.44(a)',
            effectiveFrom: localDate('2010-01-01'),
          },
          {
            kind: 'appeal',
            starts: 'remittance-date',
            length: 120,
            unit: 'days',
            source: '42 CFR 405.942(a)',
            effectiveFrom: localDate('2010-01-01'),
          },
        ],
        crossoverPayerId: demoIds.payer(3),
        acknowledgmentLagDays: 1,
        secondary: { acceptsElectronic: true, alwaysLast: false, patientOwesNothingAfter: false },
      },
    },
    {
      id: demoIds.payer(3),
      name: 'State Medical Assistance',
      kind: 'medicaid',
      ediId: 'STMED03',
      filingIndicator: 'MC',
      address: {
        line1: '201 South Grand Avenue East',
        city: 'Springfield',
        state: 'IL',
        postalCode: '627630001',
      },
      active: true,
      profile: {
        acceptedFrequencies: ['1', '7', '8'],
        deadlines: [
          {
            kind: 'original-claim',
            starts: 'service-date',
            length: 180,
            unit: 'days',
            source: 'State Medical Assistance provider handbook, chapter 100, topic 112.1',
            effectiveFrom: inForceSince,
          },
          {
            kind: 'secondary-claim',
            starts: 'primary-remittance-date',
            length: 180,
            unit: 'days',
            source: 'State Medical Assistance provider handbook, chapter 100, topic 112.1',
            effectiveFrom: inForceSince,
          },
          {
            kind: 'appeal',
            starts: 'remittance-date',
            length: 60,
            unit: 'days',
            source: 'State Medical Assistance provider handbook, chapter 100, topic 141',
            effectiveFrom: inForceSince,
          },
        ],
        crossoverPayerId: null,
        acknowledgmentLagDays: 3,
        secondary: { acceptsElectronic: true, alwaysLast: true, patientOwesNothingAfter: true },
      },
    },
  ],
  plans: [
    {
      id: demoIds.plan(1),
      payerId: demoIds.payer(1),
      name: 'Cascade Mutual PPO 500',
      product: 'ppo',
      visitCopayCents: cents(2_500),
      active: true,
    },
    {
      id: demoIds.plan(2),
      payerId: demoIds.payer(2),
      name: 'Federal Part B',
      product: 'medicare-part-b',
      visitCopayCents: null,
      active: true,
    },
    {
      id: demoIds.plan(3),
      payerId: demoIds.payer(3),
      name: 'State Medical Assistance',
      product: 'medicaid',
      visitCopayCents: null,
      active: true,
    },
  ],
  feeSchedules: [
    {
      id: demoIds.feeSchedule(1),
      name: 'Standard charges 2026',
      kind: 'charge',
      payerId: null,
      planId: null,
      locationId: null,
      effectiveFrom: inForceSince,
      effectiveTo: null,
      method: { kind: 'listed' },
      source: 'Practice fee committee, December 2025',
      items: demoCharges,
    },
    ...[1, 2, 3].map(payer => ({
      id: demoIds.feeSchedule(1 + payer),
      name:
        ['Cascade Mutual PPO contract', 'Federal Part B allowed', 'State Medical Assistance allowed'][
          payer - 1
        ] ?? '',
      kind: 'contract' as const,
      payerId: demoIds.payer(payer),
      planId: null,
      locationId: null,
      effectiveFrom: inForceSince,
      effectiveTo: null,
      method: { kind: 'percent-of-charge' as const, basisPoints: [8_000, 6_500, 4_500][payer - 1] ?? 0 },
      source:
        ['Participation agreement 2026, exhibit B', 'Simulated payer', 'Simulated payer'][payer - 1] ?? '',
      items: [],
    })),
  ],
};

/** Northfield Pediatrics: the neighbour whose data Harbor Point must never see. */
export const northfield: PracticeDocument = {
  practice: {
    id: demoIds.practice(2),
    name: 'Northfield Pediatrics',
    zone: zone('America/Phoenix'),
    billingNpi: '1990000402',
    taxId: '86-4000002',
    taxonomyCode: '208000000X',
    address: { line1: '1200 North Field Lane', city: 'Phoenix', state: 'AZ', postalCode: '850041200' },
    phone: '6025550100',
    tradingPartner: {
      submitterId: 'NORTHFLD',
      receiverId: 'BRIGHTCH',
      receiverName: 'Brightline Clearinghouse',
      contactName: 'Ana Lujan',
      contactPhone: '6025550100',
    },
    policies: { missingChargeHours: 24, billHoldDays: 0 },
  },
  locations: [
    {
      id: demoIds.location(21),
      name: 'Northfield Clinic',
      address: { line1: '1200 North Field Lane', city: 'Phoenix', state: 'AZ', postalCode: '850041200' },
      phone: '6025550100',
      zone: zone('America/Phoenix'),
      placeOfService: '11',
      active: true,
    },
  ],
  providers: [
    {
      id: demoIds.provider(21),
      firstName: 'Ruth',
      lastName: 'Alvarado',
      credential: 'MD',
      npi: '1990000501',
      taxonomyCode: '208000000X',
      specialty: 'Pediatrics',
      active: true,
    },
  ],
  rooms: [
    { id: demoIds.room(21), locationId: demoIds.location(21), name: 'Exam 1', kind: 'exam', active: true },
  ],
  equipment: [],
  payers: [],
  plans: [],
  feeSchedules: [],
};
