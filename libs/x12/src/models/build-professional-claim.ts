import type { SegmentDraft } from '../segments/writer.ts';
import {
  KeptSegments,
  adjudicationSegments,
  drugSegments,
  inOrder,
  otherPayerSegments,
  providerSegments,
} from './build-claim-parts.ts';
import { decimal, dtp, procedureElement, referenceSegment, when, ymd } from './drafting.ts';
import type { ProfessionalClaim, ProfessionalLine } from './professional-claims.ts';
import { shortest } from './reading.ts';

/** The segments of 2300 and all inside it. */
export function claimSegments(claim: ProfessionalClaim): SegmentDraft[] {
  const kept = new KeptSegments(claim.unmodelled);
  const causes = claim.relatedCauses;
  return [
    [
      'CLM',
      claim.patientControlNumber,
      decimal(claim.charge),
      undefined,
      undefined,
      [claim.placeOfService, 'B', claim.frequency],
      claim.providerSignature ? 'Y' : 'N',
      claim.assignment,
      claim.benefitsAssigned,
      claim.releaseOfInformation,
      claim.patientSignatureSource,
      causes && [causes.causes[0], causes.causes[1], undefined, causes.state, causes.country],
      ...Array<undefined>(8).fill(undefined),
      claim.delayReason,
    ],
    ...(claim.dates ?? []).map(dtp),
    ...kept.take('PWK', 'CN1'),
    ...when(claim.patientPaid, amount => ['AMT', 'F5', decimal(amount)]),
    ...kept.take('AMT'),
    ...(claim.references ?? []).map(referenceSegment),
    ...kept.take('K3'),
    ...when(claim.note, note => ['NTE', note.code, note.text]),
    ...kept.take('NTE', 'CR1', 'CR2', 'CRC'),
    ...diagnosisSegments(claim.diagnoses),
    ...kept.take('HI', 'HCP'),
    ...kept.rest(),
    ...inOrder(claim.providers, ['DN', 'P3', '82', '77', 'DQ', 'PW', '45']).flatMap(providerSegments),
    ...(claim.otherPayers ?? []).flatMap(otherPayerSegments),
    ...claim.lines.flatMap((line, index) => lineSegments(line, index + 1)),
  ];
}

/** One HI for all: the principal first, up to eleven more. */
function diagnosisSegments(diagnoses: readonly string[]): SegmentDraft[] {
  if (diagnoses.length === 0) return [];
  return [['HI', ...diagnoses.map((code, index) => [index === 0 ? 'ABK' : 'ABF', code] as const)]];
}

function lineSegments(line: ProfessionalLine, number: number): SegmentDraft[] {
  const kept = new KeptSegments(line.unmodelled);
  const service =
    line.serviceTo === undefined
      ? (['DTP', '472', 'D8', ymd(line.serviceFrom)] as const)
      : (['DTP', '472', 'RD8', `${ymd(line.serviceFrom)}-${ymd(line.serviceTo)}`] as const);
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
    ...kept.take('SV5', 'PWK', 'CR1', 'CR3', 'CRC'),
    service,
    ...(line.dates ?? []).map(dtp),
    ...kept.take('QTY', 'MEA', 'CN1'),
    ...when(line.controlNumber, value => ['REF', '6R', value]),
    ...(line.references ?? []).map(referenceSegment),
    ...kept.take('AMT', 'K3'),
    ...when(line.note, note => ['NTE', note.code, note.text]),
    ...kept.take('NTE', 'PS1', 'HCP'),
    ...(line.drug ? drugSegments(line.drug) : []),
    ...inOrder(line.providers, ['82', 'QB', '77', 'DQ', 'DK', 'DN', 'P3', 'PW', '45']).flatMap(
      providerSegments,
    ),
    ...(line.adjudications ?? []).flatMap(adjudicationSegments),
    ...kept.rest(),
  ];
}
