import type { TransactionDraft } from '../segments/interchange.ts';
import type { ElementDraft, SegmentDraft } from '../segments/writer.ts';
import type {
  ClaimAcknowledgement,
  ClaimResult,
  ImplementationAcknowledgement,
  InterchangeAcknowledgement,
  LineResult,
  ProviderAcknowledgement,
  ReceiverAcknowledgement,
  SegmentError,
  StatusInformation,
  TransactionAcknowledgement,
} from './acknowledgements.ts';
import {
  Hierarchy,
  decimal,
  dtp,
  nameSegment,
  procedureElement,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';

export const CLAIM_ACKNOWLEDGEMENT_VERSION = '005010X214';
export const IMPLEMENTATION_ACKNOWLEDGEMENT_VERSION = '005010X231A1';

export function buildInterchangeAcknowledgement(model: InterchangeAcknowledgement): SegmentDraft {
  return ['TA1', model.control, model.date, model.time, model.verdict, model.note];
}

/** Writes a 999; it travels in a group `FA`. */
export function buildImplementationAcknowledgement(
  model: ImplementationAcknowledgement,
  control: string,
): TransactionDraft {
  const segments: SegmentDraft[] = [
    ['AK1', model.functionalId, model.groupControl, model.groupVersion],
    ...model.transactions.flatMap(transactionSegments),
    [
      'AK9',
      model.verdict,
      String(model.included),
      String(model.received),
      String(model.accepted),
      ...model.codes.slice(0, 5),
    ],
  ];
  return { set: '999', control, version: IMPLEMENTATION_ACKNOWLEDGEMENT_VERSION, segments };
}

function transactionSegments(entry: TransactionAcknowledgement): SegmentDraft[] {
  return [
    ['AK2', entry.set, entry.control, entry.version],
    ...entry.errors.flatMap(errorSegments),
    ['IK5', entry.verdict, ...entry.codes.slice(0, 5)],
  ];
}

function errorSegments(error: SegmentError): SegmentDraft[] {
  return [
    ['IK3', error.segment, String(error.position), error.loop, error.code],
    ...when(error.businessUnit, unit => ['CTX', [unit.name, unit.value]]),
    ...error.elements.map((entry): SegmentDraft => [
      'IK4',
      [String(entry.element), entry.component?.toString(), entry.repetition?.toString()],
      entry.dataElement,
      entry.code,
      entry.badValue,
    ]),
  ];
}

/** Writes a 277CA; it travels in a group `HN`. */
export function buildClaimAcknowledgement(model: ClaimAcknowledgement, control: string): TransactionDraft {
  const hierarchy = new Hierarchy();
  const source = hierarchy.open(undefined, '20', true);
  const segments: SegmentDraft[] = [
    ['BHT', '0085', '08', model.reference, ymd(model.createdOn), model.createdAt, 'TH'],
    source.segment,
    nameSegment(model.sourceRole, model.source),
    ...when(model.sourceTrace, trace => ['TRN', '1', trace]),
    ...when(model.receivedOn, date => dtp({ qualifier: '050', date })),
    ...when(model.processedOn, date => dtp({ qualifier: '009', date })),
    ...model.receivers.flatMap(receiver => receiverSegments(receiver, source.id, hierarchy)),
  ];
  return { set: '277', control, version: CLAIM_ACKNOWLEDGEMENT_VERSION, segments };
}

function receiverSegments(
  entry: ReceiverAcknowledgement,
  parent: string,
  hierarchy: Hierarchy,
): SegmentDraft[] {
  const level = hierarchy.open(parent, '21', entry.providers.length > 0);
  return [
    level.segment,
    nameSegment('41', entry.receiver),
    ['TRN', '2', entry.batchReference],
    ...entry.statuses.map(statusSegment),
    ...totals(entry, '90', 'AA'),
    ...entry.providers.flatMap(provider => providerSegments(provider, level.id, hierarchy)),
  ];
}

function providerSegments(
  entry: ProviderAcknowledgement,
  parent: string,
  hierarchy: Hierarchy,
): SegmentDraft[] {
  const level = hierarchy.open(parent, '19', entry.claims.length > 0);
  return [
    level.segment,
    nameSegment('85', entry.provider),
    ...when(entry.trace, trace => ['TRN', '1', trace]),
    ...entry.statuses.map(statusSegment),
    ...entry.references.map(referenceSegment),
    ...totals(entry, 'QA', 'QC'),
    ...entry.claims.flatMap(claim => [
      hierarchy.open(level.id, 'PT', undefined).segment,
      nameSegment('QC', claim.patient),
      ...claimSegments(claim),
    ]),
  ];
}

function claimSegments(claim: ClaimResult): SegmentDraft[] {
  return [
    ['TRN', '2', claim.patientControlNumber],
    ...claim.statuses.map(statusSegment),
    ...claim.references.map(referenceSegment),
    ...when(claim.serviceFrom, date => dtp({ qualifier: '472', date, until: claim.serviceTo })),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function lineSegments(line: LineResult): SegmentDraft[] {
  return [
    ['SVC', procedureElement(line.procedure), line.charge === undefined ? undefined : decimal(line.charge)],
    ...line.statuses.map(statusSegment),
    ...when(line.controlNumber, number => ['REF', 'FJ', number]),
    ...when(line.serviceFrom, date => dtp({ qualifier: '472', date, until: line.serviceTo })),
  ];
}

function totals(
  entry: Pick<
    ReceiverAcknowledgement,
    'acceptedClaims' | 'rejectedClaims' | 'acceptedAmount' | 'rejectedAmount'
  >,
  accepted: string,
  rejected: string,
): SegmentDraft[] {
  return [
    ...when(entry.acceptedClaims, count => ['QTY', accepted, String(count)]),
    ...when(entry.rejectedClaims, count => ['QTY', rejected, String(count)]),
    ...when(entry.acceptedAmount, amount => ['AMT', 'YU', decimal(amount)]),
    ...when(entry.rejectedAmount, amount => ['AMT', 'YY', decimal(amount)]),
  ];
}

/** STC. */
export function statusSegment(entry: StatusInformation): SegmentDraft {
  const [first, second, third] = entry.statuses.map((status): ElementDraft => [
    status.category,
    status.code,
    status.entity,
  ]);
  return [
    'STC',
    first,
    entry.effectiveOn && ymd(entry.effectiveOn),
    entry.action,
    entry.amount === undefined ? undefined : decimal(entry.amount),
    ...Array<undefined>(5).fill(undefined),
    second,
    third,
    entry.message,
  ];
}
