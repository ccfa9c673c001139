import type { SegmentDraft } from '../segments/writer.ts';
import { claimLoops, lineLoops, placeElement } from './build-claim-parts.ts';
import { decimal, dtp, procedureElement, referenceSegment, when } from './drafting.ts';
import type { ProfessionalClaim, ProfessionalLine } from './professional-claims.ts';
import { shortest } from './reading.ts';

const GUIDE = '837P';
const CLAIM_PROVIDERS = ['DN', 'P3', '82', '77', 'DQ', 'PW', '45'];
const LINE_PROVIDERS = ['82', 'QB', '77', 'DQ', 'DK', 'DN', 'P3', 'PW', '45'];

/** The segments of 2300 and all inside it. */
export function claimSegments(claim: ProfessionalClaim): SegmentDraft[] {
  return claimLoops(claim, GUIDE, CLAIM_PROVIDERS, informationSegments(claim), lineSegments);
}

/** 2300 itself. */
function informationSegments(claim: ProfessionalClaim): SegmentDraft[] {
  const causes = claim.relatedCauses;
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
      claim.patientSignatureSource,
      causes && [causes.causes[0], causes.causes[1], causes.causes[2], causes.state, causes.country],
      ...Array<undefined>(8).fill(undefined),
      claim.delayReason,
    ],
    ...(claim.dates ?? []).map(dtp),
    ...when(claim.patientPaid, amount => ['AMT', 'F5', decimal(amount)]),
    ...(claim.references ?? []).map(referenceSegment),
    ...when(claim.note, note => ['NTE', note.code, note.text]),
    ...diagnosisSegments(claim),
  ];
}

/** One HI for all: the principal first, up to eleven more. */
export function diagnosisSegments({
  diagnoses,
  icd9,
}: Pick<ProfessionalClaim, 'diagnoses' | 'icd9'>): SegmentDraft[] {
  if (diagnoses.length === 0) return [];
  const [principal, other] = icd9 ? ['BK', 'BF'] : ['ABK', 'ABF'];
  return [['HI', ...diagnoses.map((code, index) => [index === 0 ? principal : other, code] as const)]];
}

function lineSegments(line: ProfessionalLine, number: number): SegmentDraft[] {
  return lineLoops(line, GUIDE, LINE_PROVIDERS, serviceSegments(line, number));
}

/** 2400 itself. */
function serviceSegments(line: ProfessionalLine, number: number): SegmentDraft[] {
  return [
    ['LX', String(number)],
    [
      'SV1',
      procedureElement(line.procedure),
      decimal(line.charge),
      line.unit,
      shortest(line.quantity),
      line.placeOfService,
      undefined,
      line.diagnosisPointers.map(String),
      undefined,
      line.emergency ? 'Y' : undefined,
    ],
    dtp({ qualifier: '472', date: line.serviceFrom, until: line.serviceTo }),
    ...(line.dates ?? []).map(dtp),
    ...when(line.controlNumber, value => ['REF', '6R', value]),
    ...(line.references ?? []).map(referenceSegment),
    ...when(line.note, note => ['NTE', note.code, note.text]),
  ];
}
