import type { TransactionDraft } from '../segments/interchange.ts';
import type { ElementDraft, SegmentDraft } from '../segments/writer.ts';
import type {
  BusinessUnit,
  ClaimAcknowledgement,
  ClaimResult,
  ElementError,
  ImplementationAcknowledgement,
  InterchangeAcknowledgement,
  LineResult,
  ProviderAcknowledgement,
  ReceiverAcknowledgement,
  SegmentError,
  SituationalTrigger,
  StatusInformation,
  TransactionAcknowledgement,
} from './acknowledgements.ts';
import { Kept } from './kept.ts';
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

/** CTX01 of data that makes other data an error. */
export const SITUATIONAL_TRIGGER = 'SITUATIONAL TRIGGER';
export const CLAIM_ACKNOWLEDGEMENT_VERSION = '005010X214';
export const IMPLEMENTATION_ACKNOWLEDGEMENT_VERSION = '005010X231A1';

/** Writes a TA1 segment; it stands between ISA and the first group. */
export function buildInterchangeAcknowledgement(model: InterchangeAcknowledgement): SegmentDraft {
  return ['TA1', model.control, model.date, model.time, model.verdict, model.note];
}

/** Writes a 999; it travels in a group `FA`. */
export function buildImplementationAcknowledgement(
  model: ImplementationAcknowledgement,
  control: string,
): TransactionDraft {
  const kept = new Kept('999', model.unmodelled);
  const { verdict, included, received, accepted, codes } = model;
  const [begin, ...after] = kept.place('', [
    ['AK1', model.functionalId, model.groupControl, model.groupVersion],
    ['AK9', verdict, String(included), String(received), String(accepted), ...codes.slice(0, 5)],
  ]);
  const segments = [
    ...(begin ? [begin] : []),
    ...kept.rest(),
    ...model.transactions.flatMap(transactionSegments),
    ...after,
  ];
  return { set: '999', control, version: IMPLEMENTATION_ACKNOWLEDGEMENT_VERSION, segments };
}

function transactionSegments(entry: TransactionAcknowledgement): SegmentDraft[] {
  const kept = new Kept('999', entry.unmodelled);
  const [begin, ...after] = kept.place('2000', [
    ['AK2', entry.set, entry.control, entry.version],
    ['IK5', entry.verdict, ...entry.codes.slice(0, 5)],
  ]);
  return [...(begin ? [begin] : []), ...kept.rest(), ...entry.errors.flatMap(errorSegments), ...after];
}

function errorSegments(error: SegmentError): SegmentDraft[] {
  const kept = new Kept('999', error.unmodelled);
  return [
    ...kept.place('2100', [
      ['IK3', error.segment, String(error.position), error.loop, error.code],
      ...(error.triggers ?? []).map(triggerSegment),
      ...when(error.businessUnit, unit => unitSegment([unit, ...(error.furtherUnits ?? [])])),
    ]),
    ...kept.rest(),
    ...error.elements.flatMap(elementSegments),
  ];
}

function elementSegments(entry: ElementError): readonly SegmentDraft[] {
  const { element, component, repetition, dataElement, code, badValue } = entry;
  const at = [String(element), component?.toString(), repetition?.toString()];
  return new Kept('999', entry.unmodelled).place('2110', [
    ['IK4', at, dataElement, code, badValue],
    ...(entry.triggers ?? []).map(triggerSegment),
  ]);
}

function unitSegment(units: readonly BusinessUnit[]): SegmentDraft {
  return ['CTX', { repeat: units.map(({ name, value }) => [name, value]) }];
}

function triggerSegment({ segment, position, loop, ...place }: SituationalTrigger): SegmentDraft {
  const at = [place.element?.toString(), place.component?.toString()];
  return ['CTX', SITUATIONAL_TRIGGER, segment, String(position), loop, at, place.dataElement];
}

/** Writes a 277CA; it travels in a group `HN`. */
export function buildClaimAcknowledgement(model: ClaimAcknowledgement, control: string): TransactionDraft {
  const hierarchy = new Hierarchy();
  const source = hierarchy.open(undefined, '20', true);
  const kept = new Kept('277CA', model.unmodelled);
  const { reference, createdOn, createdAt } = model;
  const segments: SegmentDraft[] = [
    ...kept.place('', [['BHT', '0085', '08', reference, ymd(createdOn), createdAt, 'TH']]),
    ...kept.place('2000A', [source.segment]),
    ...kept.place('2100A', [nameSegment(model.sourceRole, model.source)]),
    ...kept.place('2200A', [
      ...when(model.sourceTrace, trace => ['TRN', '1', trace]),
      ...when(model.receivedOn, date => dtp({ qualifier: '050', date })),
      ...when(model.processedOn, date => dtp({ qualifier: '009', date })),
    ]),
    ...kept.rest(),
    ...model.receivers.flatMap(receiver => receiverSegments(receiver, source.id, hierarchy)),
  ];
  return { set: '277', control, version: CLAIM_ACKNOWLEDGEMENT_VERSION, segments };
}

function receiverSegments(
  entry: ReceiverAcknowledgement,
  parent: string,
  hierarchy: Hierarchy,
): SegmentDraft[] {
  const kept = new Kept('277CA', entry.unmodelled);
  const level = hierarchy.open(parent, '21', entry.providers.length > 0);
  return [
    ...kept.place('2000B', [level.segment]),
    ...kept.place('2100B', [nameSegment('41', entry.receiver)]),
    ...kept.place('2200B', [
      ['TRN', '2', entry.batchReference],
      ...entry.statuses.map(statusSegment),
      ...totals(entry, '90', 'AA'),
    ]),
    ...kept.rest(),
    ...entry.providers.flatMap(provider => providerSegments(provider, level.id, hierarchy)),
  ];
}

function providerSegments(
  entry: ProviderAcknowledgement,
  parent: string,
  hierarchy: Hierarchy,
): SegmentDraft[] {
  const kept = new Kept('277CA', entry.unmodelled);
  const level = hierarchy.open(parent, '19', entry.claims.length > 0);
  return [
    ...kept.place('2000C', [level.segment]),
    ...kept.place('2100C', [nameSegment('85', entry.provider)]),
    ...kept.place('2200C', [
      ...when(entry.trace, trace => ['TRN', '1', trace]),
      ...entry.statuses.map(statusSegment),
      ...entry.references.map(referenceSegment),
      ...totals(entry, 'QA', 'QC'),
    ]),
    ...kept.rest(),
    ...entry.claims.flatMap((claim, index) =>
      claimSegments(claim, samePatient(claim, entry.claims[index - 1]) ? undefined : level.id, hierarchy),
    ),
  ];
}

/** Neighbouring claims of one patient share the patient's level. */
function samePatient(claim: ClaimResult, before: ClaimResult | undefined): boolean {
  return JSON.stringify(claim.patient) === JSON.stringify(before?.patient);
}

/** A claim; with the patient's level where it has a parent. */
function claimSegments(claim: ClaimResult, parent: string | undefined, hierarchy: Hierarchy): SegmentDraft[] {
  const kept = new Kept('277CA', claim.unmodelled);
  const patient: readonly SegmentDraft[] =
    parent === undefined
      ? []
      : [
          ...kept.place('2000D', [hierarchy.open(parent, 'PT', undefined).segment]),
          ...kept.place('2100D', [nameSegment('QC', claim.patient)]),
        ];
  return [
    ...patient,
    ...kept.place('2200D', [
      ['TRN', '2', claim.patientControlNumber],
      ...claim.statuses.map(statusSegment),
      ...claim.references.map(referenceSegment),
      ...when(claim.serviceFrom, date => dtp({ qualifier: '472', date, until: claim.serviceTo })),
    ]),
    ...kept.rest(),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function lineSegments(line: LineResult): SegmentDraft[] {
  const { procedure, charge } = line;
  return [
    ...new Kept('277CA', line.unmodelled).place('2220D', [
      ['SVC', procedureElement(procedure), charge === undefined ? undefined : decimal(charge)],
      ...line.statuses.map(statusSegment),
      ...when(line.controlNumber, number => ['REF', 'FJ', number]),
      ...when(line.serviceFrom, date => dtp({ qualifier: '472', date, until: line.serviceTo })),
    ]),
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
    status.codeList,
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
