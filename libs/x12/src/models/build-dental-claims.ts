import type { TransactionDraft } from '../segments/interchange.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import { claimFileSegments } from './build-claim-file.ts';
import { claimLoops, lineLoops, placeElement } from './build-claim-parts.ts';
import { diagnosisSegments } from './build-professional-claim.ts';
import type { DentalClaim, DentalClaims, DentalLine } from './dental-claims.ts';
import { decimal, dtp, procedureElement, referenceSegment, when } from './drafting.ts';
import { shortest } from './reading.ts';

export const DENTAL_VERSION = '005010X224A2';
const GUIDE = '837D';
const PROVIDERS = ['DN', 'P3', '82', '77', 'DD', 'DQ'];

/** Writes an 837D; put it into a group `HC` of `writeInterchange` with `DENTAL_VERSION`. */
export function buildDentalClaims(model: DentalClaims, control: string): TransactionDraft {
  const segments = claimFileSegments(model, GUIDE, claimSegments);
  return { set: '837', control, version: DENTAL_VERSION, segments };
}

function claimSegments(claim: DentalClaim): SegmentDraft[] {
  return claimLoops(claim, GUIDE, PROVIDERS, informationSegments(claim), lineSegments);
}

/** 2300 itself. */
function informationSegments(claim: DentalClaim): SegmentDraft[] {
  const { diagnoses = [], icd9, orthodontics } = claim;
  return [
    [
      'CLM',
      claim.patientControlNumber,
      decimal(claim.charge),
      undefined,
      undefined,
      placeElement(claim.placeOfService, 'B', claim.frequency),
      claim.providerSignature ? 'Y' : 'N',
      claim.assignment,
      claim.benefitsAssigned,
      claim.releaseOfInformation,
      ...Array<undefined>(9).fill(undefined),
      claim.predetermination && 'PB',
      claim.delayReason,
    ],
    ...(claim.dates ?? []).map(dtp),
    ...when(orthodontics, ({ months, monthsRemaining }) => [
      'DN1',
      months && shortest(months),
      monthsRemaining && shortest(monthsRemaining),
    ]),
    ...(claim.toothStatuses ?? []).map(({ tooth, status }) => ['DN2', tooth, status] as const),
    ...when(claim.patientPaid, amount => ['AMT', 'F5', decimal(amount)]),
    ...(claim.references ?? []).map(referenceSegment),
    ...when(claim.note, note => ['NTE', note.code, note.text]),
    ...diagnosisSegments({ diagnoses, icd9 }),
  ];
}

function lineSegments(line: DentalLine, number: number): SegmentDraft[] {
  return lineLoops(line, GUIDE, PROVIDERS, serviceSegments(line, number));
}

/** 2400 itself. */
function serviceSegments(line: DentalLine, number: number): SegmentDraft[] {
  return [
    ['LX', String(number)],
    [
      'SV3',
      procedureElement(line.procedure),
      decimal(line.charge),
      line.placeOfService,
      line.cavities,
      line.placement,
      line.quantity && shortest(line.quantity),
      ...Array<undefined>(4).fill(undefined),
      line.diagnosisPointers?.map(String),
    ],
    ...(line.teeth ?? []).map(tooth => ['TOO', 'JP', tooth.number, tooth.surfaces] as const),
    ...when(line.serviceOn, date => dtp({ qualifier: '472', date })),
    ...(line.dates ?? []).map(dtp),
    ...when(line.controlNumber, value => ['REF', '6R', value]),
    ...(line.references ?? []).map(referenceSegment),
  ];
}
