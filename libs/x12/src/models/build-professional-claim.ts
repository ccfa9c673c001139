import { shortest } from './reading.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import { personSegments } from './build-people.ts';
import {
  addressSegments,
  adjustmentSegments,
  amountSegment,
  decimal,
  dtp,
  nameSegment,
  procedureElement,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';
import type {
  ClaimProvider,
  LineAdjudication,
  OtherPayer,
  ProfessionalClaim,
  ProfessionalLine,
  UnmodelledSegment,
} from './professional-claims.ts';

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

function drugSegments(drug: NonNullable<ProfessionalLine['drug']>): SegmentDraft[] {
  return [
    ['LIN', undefined, 'N4', drug.ndc],
    ['CTP', undefined, undefined, undefined, shortest(drug.quantity), drug.unit],
    ...when(drug.prescription, value => ['REF', 'XZ', value]),
  ];
}

function otherPayerSegments(entry: OtherPayer): SegmentDraft[] {
  const amounts = inOrderBy(entry.amounts, amount => amount.qualifier, ['D', 'A8', 'EAF']);
  const { payer } = entry;
  return [
    [
      'SBR',
      entry.rank,
      entry.relation,
      entry.groupNumber,
      entry.groupName,
      entry.insuranceType,
      undefined,
      undefined,
      undefined,
      entry.filingIndicator,
    ],
    ...adjustmentSegments(entry.adjustments ?? []),
    ...amounts.map(amountSegment),
    [
      'OI',
      undefined,
      undefined,
      entry.benefitsAssigned,
      entry.patientSignatureSource,
      undefined,
      entry.releaseOfInformation,
    ],
    ...(entry.remarks ? [['MOA', undefined, undefined, ...entry.remarks.slice(0, 5)] as const] : []),
    ...personSegments('IL', entry.subscriber),
    nameSegment('PR', payer.party),
    ...addressSegments(payer.address),
    ...when(entry.adjudicatedOn, date => ['DTP', '573', 'D8', ymd(date)]),
    ...(payer.references ?? []).map(referenceSegment),
  ];
}

function adjudicationSegments(entry: LineAdjudication): SegmentDraft[] {
  return [
    [
      'SVD',
      entry.payerId,
      decimal(entry.paid),
      procedureElement(entry.procedure),
      undefined,
      shortest(entry.units),
      entry.bundledInto,
    ],
    ...adjustmentSegments(entry.adjustments),
    ...when(entry.adjudicatedOn, date => ['DTP', '573', 'D8', ymd(date)]),
    ...when(entry.remainingPatientLiability, amount => ['AMT', 'EAF', decimal(amount)]),
  ];
}

function providerSegments(provider: ClaimProvider): SegmentDraft[] {
  return [
    nameSegment(provider.role, provider.party),
    ...when(provider.taxonomy, taxonomy => ['PRV', 'PE', 'PXC', taxonomy]),
    ...addressSegments(provider.address),
    ...(provider.references ?? []).map(referenceSegment),
  ];
}

function inOrder(
  providers: readonly ClaimProvider[] | undefined,
  roles: readonly string[],
): readonly ClaimProvider[] {
  return inOrderBy(providers, provider => provider.role, roles);
}

function inOrderBy<T>(
  items: readonly T[] | undefined,
  keyOf: (item: T) => string,
  order: readonly string[],
): readonly T[] {
  return [...(items ?? [])].sort((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)));
}

/** Segments that were read without a field of their own, given back where the guide wants them. */
class KeptSegments {
  #left: readonly UnmodelledSegment[];

  constructor(kept: readonly UnmodelledSegment[] | undefined) {
    this.#left = kept ?? [];
  }

  take(...ids: readonly string[]): SegmentDraft[] {
    const taken = ids.flatMap(id => this.#left.filter(({ elements }) => elements[0] === id));
    this.#left = this.#left.filter(entry => !taken.includes(entry));
    return taken.map(asDraft);
  }

  rest(): SegmentDraft[] {
    const rest = this.#left;
    this.#left = [];
    return rest.map(asDraft);
  }
}

function asDraft({ elements, components }: UnmodelledSegment): SegmentDraft {
  const [id = '', ...rest] = elements;
  return [id, ...rest.map(text => (text.includes(components) ? text.split(components) : text))];
}
