import type { TransactionSegments } from '../interchange-file.ts';
import type {
  ClaimStatusFile,
  ClaimStatusRequest,
  ClaimStatusResponse,
  PaymentStatus,
  StatusAnswer,
  StatusPerson,
  StatusQuestion,
  StatusQuestionLine,
  StatusSubscriber,
  StatusTrace,
} from './claim-status.ts';
import type { Parsed } from './common.ts';
import { leftovers } from './leftovers.ts';
import { statusOf } from './parse-acknowledgements.ts';
import { NOBODY, partyOf } from './parse-people.ts';
import { Reading, some } from './reading.ts';
import { treeOf, type LoopNode, type PlacedSegment } from './tree.ts';

type ReadClaim<Claim> = (node: LoopNode, reading: Reading) => Claim;

/** Reads a 276. */
export function parseClaimStatusRequest(transaction: TransactionSegments): Parsed<ClaimStatusRequest> {
  return parseFile(transaction, '276', question);
}

/** Reads a 277 that answers a 276; a 277CA is read by `parseClaimAcknowledgement`. */
export function parseClaimStatusResponse(transaction: TransactionSegments): Parsed<ClaimStatusResponse> {
  return parseFile(transaction, '277', answer);
}

function parseFile<Claim>(
  transaction: TransactionSegments,
  guide: '276' | '277',
  readClaim: ReadClaim<Claim>,
): Parsed<ClaimStatusFile<Claim>> {
  const reading = new Reading();
  const root = treeOf(transaction, guide);
  const begin = root.first('BHT') ?? (root.head as PlacedSegment);
  reading.constant(begin, 1, '0010');
  reading.constant(begin, 2, guide === '276' ? '13' : '08');
  if (guide === '277') reading.constant(begin, 6, 'DG');
  const value: ClaimStatusFile<Claim> = {
    reference: reading.text(begin, 3),
    createdOn: reading.date(begin, 4),
    createdAt: reading.text(begin, 5),
    payers: root.loopsOf('2000A').map(payer => ({
      payer: partyOf(payer.loop('2100A'), 'PR', reading) ?? NOBODY,
      contacts: some((payer.loop('2100A')?.all('PER') ?? []).map(at => reading.contact(at))),
      receivers: payer.loopsOf('2000B').map(receiver => ({
        receiver: partyOf(receiver.loop('2100B'), '41', reading) ?? NOBODY,
        answer: traceOf(receiver.loop('2200B'), '2', reading),
        providers: receiver.loopsOf('2000C').map(provider => ({
          provider: partyOf(provider.loop('2100C'), '1P', reading) ?? NOBODY,
          answer: traceOf(provider.loop('2200C'), '1', reading),
          subscribers: provider.loopsOf('2000D').map(each => subscriberOf(each, readClaim, reading)),
          unmodelled: leftovers(provider),
        })),
        unmodelled: leftovers(receiver),
      })),
      unmodelled: leftovers(payer),
    })),
    unmodelled: leftovers(root),
  };
  return { value, problems: reading.problems };
}

function subscriberOf<Claim>(
  node: LoopNode,
  readClaim: ReadClaim<Claim>,
  reading: Reading,
): StatusSubscriber<Claim> {
  const dependants = node.loopsOf('2000E').map(each => personOf(each, 'E', readClaim, reading));
  return { ...personOf(node, 'D', readClaim, reading), dependants };
}

function personOf<Claim>(
  node: LoopNode,
  letter: 'D' | 'E',
  readClaim: ReadClaim<Claim>,
  reading: Reading,
): StatusPerson<Claim> {
  const birth = node.first('DMG');
  reading.constant(birth, 1, 'D8');
  return {
    party: partyOf(node.loop(`2100${letter}`), letter === 'D' ? 'IL' : 'QC', reading) ?? NOBODY,
    bornOn: reading.optionalDate(birth, 2),
    sex: reading.optional(birth, 3) as 'F' | 'M' | undefined,
    claims: node.loopsOf(`2200${letter}`).map(each => readClaim(each, reading)),
    unmodelled: leftovers(node),
  };
}

function question(node: LoopNode, reading: Reading): StatusQuestion {
  return {
    ...claimOf(node, '1', reading),
    charge: reading.optionalAmount(node.first('AMT', 'T3'), 2),
    lines: node.loopsOf(['2210D', '2210E']).map(each => ({
      ...lineOf(each, reading),
      unmodelled: leftovers(each),
    })),
    unmodelled: leftovers(node),
  };
}

function answer(node: LoopNode, reading: Reading): StatusAnswer {
  return {
    ...claimOf(node, '2', reading),
    statuses: node.all('STC').map(at => paymentStatus(at, reading)),
    lines: node.loopsOf(['2220D', '2220E']).map(each => ({
      ...lineOf(each, reading),
      paid: reading.amount(each.head as PlacedSegment, 3),
      statuses: each.all('STC').map(at => paymentStatus(at, reading)),
      unmodelled: leftovers(each),
    })),
    unmodelled: leftovers(node),
  };
}

function claimOf(node: LoopNode, kind: '1' | '2', reading: Reading) {
  const at = node.head as PlacedSegment;
  reading.constant(node.first('TRN'), 1, kind);
  return {
    trace: reading.text(node.first('TRN'), 2),
    references: reading.references(node),
    ...reading.period(node.first('DTP', '472')),
    source: reading.source(at),
  };
}

function lineOf(node: LoopNode, reading: Reading): StatusQuestionLine {
  const at = node.head as PlacedSegment;
  const dates = reading.period(node.first('DTP', '472'));
  return {
    procedure: reading.procedure(at, 1),
    charge: reading.amount(at, 2),
    revenueCode: reading.optional(at, 4),
    units: reading.optionalQuantity(at, 7),
    controlNumber: reading.optional(node.first('REF', 'FJ'), 2),
    ...dates,
    serviceFrom: dates.serviceFrom ?? reading.date(at, 0),
  };
}

function traceOf(node: LoopNode | undefined, kind: string, reading: Reading): StatusTrace | undefined {
  reading.constant(node?.first('TRN'), 1, kind);
  return (
    node && {
      trace: reading.text(node.first('TRN'), 2),
      statuses: node.all('STC').map(at => paymentStatus(at, reading)),
    }
  );
}

function paymentStatus(at: PlacedSegment, reading: Reading): PaymentStatus {
  return {
    ...statusOf(at, reading),
    paid: reading.optionalAmount(at, 5),
    adjudicatedOn: reading.optionalDate(at, 6),
    paidOn: reading.optionalDate(at, 8),
    checkNumber: reading.optional(at, 9),
  };
}
