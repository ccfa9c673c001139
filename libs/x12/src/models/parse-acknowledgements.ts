import type { TransactionSegments } from '../interchange-file.ts';
import { element, type Segment } from '../segments/segment.ts';
import type {
  ClaimAcknowledgement,
  ClaimResult,
  ImplementationAcknowledgement,
  InterchangeAcknowledgement,
  LineResult,
  ProviderAcknowledgement,
  ReceiverAcknowledgement,
  StatusInformation,
  TransactionAcknowledgement,
} from './acknowledgements.ts';
import type { Parsed } from './common.ts';
import { leftovers } from './leftovers.ts';
import { segmentErrorOf } from './parse-segment-errors.ts';
import { NOBODY, partyOf } from './parse-people.ts';
import { Reading } from './reading.ts';
import { LoopNode, PlacedSegment, treeOf } from './tree.ts';

/** Reads a TA1 segment. */
export function parseInterchangeAcknowledgement(segment: Segment, position = 2): InterchangeAcknowledgement {
  const text = (index: number) => element(segment, index).trim();
  return {
    control: text(1),
    date: text(2),
    time: text(3),
    verdict: text(4) as InterchangeAcknowledgement['verdict'],
    note: text(5),
    source: new Reading().source(new PlacedSegment(segment, position)),
  };
}

/** Reads a 999. */
export function parseImplementationAcknowledgement(
  transaction: TransactionSegments,
): Parsed<ImplementationAcknowledgement> {
  const reading = new Reading();
  const root = treeOf(transaction, '999');
  const group = root.first('AK1');
  const end = root.first('AK9');
  const value: ImplementationAcknowledgement = {
    functionalId: reading.text(group, 1),
    groupControl: reading.text(group, 2),
    groupVersion: reading.text(group, 3),
    transactions: root.loopsOf('2000').map(node => transactionAcknowledgement(node, reading)),
    verdict: reading.text(end, 1),
    included: reading.count(end, 2) ?? 0,
    received: reading.count(end, 3) ?? 0,
    accepted: reading.count(end, 4) ?? 0,
    codes: codesFrom(end, 5, reading),
    unmodelled: leftovers(root),
  };
  return { value, problems: reading.problems };
}

function transactionAcknowledgement(node: LoopNode, reading: Reading): TransactionAcknowledgement {
  const start = node.head;
  const end = node.first('IK5');
  return {
    set: reading.text(start, 1),
    control: reading.text(start, 2),
    version: reading.optional(start, 3),
    verdict: reading.text(end, 1),
    codes: codesFrom(end, 2, reading),
    errors: node.loopsOf('2100').map(loop => segmentErrorOf(loop, reading)),
    unmodelled: leftovers(node),
  };
}

function codesFrom(at: PlacedSegment | undefined, from: number, reading: Reading): readonly string[] {
  return [0, 1, 2, 3, 4].map(index => reading.text(at, from + index)).filter(code => code !== '');
}

/** Reads a 277CA: who speaks, and for each claim whether it was taken. */
export function parseClaimAcknowledgement(transaction: TransactionSegments): Parsed<ClaimAcknowledgement> {
  const reading = new Reading();
  const root = treeOf(transaction, '277CA');
  const begin = root.first('BHT') ?? (root.head as PlacedSegment);
  const source = root.loop('2000A') ?? new LoopNode('2000A');
  const trace = source.loop('2200A');
  const name = source.loop('2100A')?.first('NM1');
  reading.constant(begin, 1, '0085');
  reading.constant(begin, 2, '08');
  reading.constant(begin, 6, 'TH');
  reading.constant(trace?.first('TRN'), 1, '1');
  for (const qualifier of ['050', '009']) reading.constant(trace?.first('DTP', qualifier), 2, 'D8');
  const value: ClaimAcknowledgement = {
    reference: reading.text(begin, 3),
    createdOn: reading.date(begin, 4),
    createdAt: reading.text(begin, 5),
    sourceRole: reading.text(name, 1),
    source: name ? reading.party(name) : NOBODY,
    sourceTrace: reading.optional(trace?.first('TRN'), 2),
    receivedOn: reading.optionalDate(trace?.first('DTP', '050'), 3),
    processedOn: reading.optionalDate(trace?.first('DTP', '009'), 3),
    receivers: source.loopsOf('2000B').map(node => receiverAcknowledgement(node, reading)),
    unmodelled: leftovers(root, source),
  };
  return { value, problems: reading.problems };
}

function receiverAcknowledgement(node: LoopNode, reading: Reading): ReceiverAcknowledgement {
  const trace = node.loop('2200B') ?? new LoopNode('');
  reading.constant(trace.first('TRN'), 1, '2');
  return {
    receiver: partyOf(node.loop('2100B'), '41', reading) ?? NOBODY,
    batchReference: reading.text(trace.first('TRN'), 2),
    statuses: statuses(trace, reading),
    acceptedClaims: reading.count(trace.first('QTY', '90'), 2),
    rejectedClaims: reading.count(trace.first('QTY', 'AA'), 2),
    acceptedAmount: reading.optionalAmount(trace.first('AMT', 'YU'), 2),
    rejectedAmount: reading.optionalAmount(trace.first('AMT', 'YY'), 2),
    providers: node.loopsOf('2000C').map(provider => providerAcknowledgement(provider, reading)),
    unmodelled: leftovers(node),
  };
}

function providerAcknowledgement(node: LoopNode, reading: Reading): ProviderAcknowledgement {
  const trace = node.loop('2200C') ?? new LoopNode('');
  reading.constant(trace.first('TRN'), 1, '1');
  return {
    provider: partyOf(node.loop('2100C'), '85', reading) ?? NOBODY,
    trace: reading.optional(trace.first('TRN'), 2),
    statuses: statuses(trace, reading),
    references: reading.references(trace),
    acceptedClaims: reading.count(trace.first('QTY', 'QA'), 2),
    rejectedClaims: reading.count(trace.first('QTY', 'QC'), 2),
    acceptedAmount: reading.optionalAmount(trace.first('AMT', 'YU'), 2),
    rejectedAmount: reading.optionalAmount(trace.first('AMT', 'YY'), 2),
    claims: node.loopsOf('2000D').flatMap(patient => claimResults(patient, reading)),
    unmodelled: leftovers(node),
  };
}

/** The claims of a patient; what has no field of the patient stays with the first. */
function claimResults(patient: LoopNode, reading: Reading): readonly ClaimResult[] {
  const [first, ...others] = patient.loopsOf('2200D').map(claim => claimResult(patient, claim, reading));
  if (!first) return [];
  const left = leftovers(patient);
  return [left ? { ...first, unmodelled: [...left, ...(first.unmodelled ?? [])] } : first, ...others];
}

function claimResult(patient: LoopNode, node: LoopNode, reading: Reading): ClaimResult {
  const service = node.first('DTP', '472');
  const dates = service && reading.qualifiedDate(service);
  return {
    patient: partyOf(patient.loop('2100D'), 'QC', reading) ?? NOBODY,
    patientControlNumber: reading.text(node.first('TRN', '2'), 2),
    statuses: statuses(node, reading),
    references: reading.references(node),
    serviceFrom: dates?.date,
    serviceTo: dates?.until,
    lines: node.loopsOf('2220D').map(line => lineResult(line, reading)),
    unmodelled: leftovers(node),
  };
}

function lineResult(node: LoopNode, reading: Reading): LineResult {
  const at = node.head as PlacedSegment;
  const service = node.first('DTP', '472');
  const dates = service && reading.qualifiedDate(service);
  return {
    procedure: reading.procedure(at, 1),
    charge: reading.optionalAmount(at, 2),
    statuses: statuses(node, reading),
    controlNumber: reading.optional(node.first('REF', 'FJ'), 2),
    serviceFrom: dates?.date,
    serviceTo: dates?.until,
    unmodelled: leftovers(node),
  };
}

function statuses(node: LoopNode, reading: Reading): StatusInformation[] {
  return node.all('STC').map(at => statusOf(at, reading));
}

/** STC. */
export function statusOf(at: PlacedSegment, reading: Reading): StatusInformation {
  return {
    statuses: [1, 10, 11]
      .filter(index => reading.text(at, index) !== '')
      .map(index => ({
        category: reading.part(at, index, 1),
        code: reading.part(at, index, 2),
        entity: reading.part(at, index, 3) || undefined,
        codeList: reading.part(at, index, 4) || undefined,
      })),
    effectiveOn: reading.optionalDate(at, 2),
    action: reading.optional(at, 3),
    amount: reading.optionalAmount(at, 4),
    message: reading.optional(at, 12),
    source: reading.source(at),
  };
}
