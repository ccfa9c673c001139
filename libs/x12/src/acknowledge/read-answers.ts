import { transactionName } from '../guides/guides.ts';
import {
  readInterchanges,
  transactionsOf,
  type Interchange,
  type InterchangeFile,
  type PlacedTransaction,
} from '../interchange-file.ts';
import type { StatusInformation } from '../models/acknowledgements.ts';
import {
  parseClaimAcknowledgement,
  parseImplementationAcknowledgement,
  parseInterchangeAcknowledgement,
} from '../models/parse-acknowledgements.ts';
import { element, type Segment } from '../segments/segment.ts';
import { unitsAround } from './surroundings.ts';

/** What an answer says of something that was sent. */
export interface Statement {
  readonly kind: 'TA1' | '999' | '277CA';
  /** Taken in, with or without errors, or refused. */
  readonly accepted: boolean;
  /** TA105; IK304, or IK403 of each element; or category and status of a claim, such as `A3:21`. */
  readonly codes: readonly string[];
  /** What was sent; undefined where it is not in the file that was given. */
  readonly interchange?: Interchange;
  readonly transaction?: PlacedTransaction;
  /** The segment that is at fault, or before which one is missing. */
  readonly segment?: Segment;
  /** CLM01 of the claims that it speaks of. */
  readonly claims: readonly string[];
}

/**
 * Reads TA1, 999 and 277CA back to what they speak of: a statement for each interchange, each transaction, each segment at
 * fault and each claim.
 * @param answer the file that came back
 * @param sent the file that it answers
 */
export function readAnswers(answer: string | Uint8Array, sent: string | Uint8Array): readonly Statement[] {
  const came = readInterchanges(answer);
  const went = readInterchanges(sent);
  return [
    ...came.interchanges.flatMap(interchange =>
      interchange.acknowledgements.map(segment => ofInterchange(segment, went)),
    ),
    ...[...transactionsOf(came)].flatMap(placed => {
      const name = transactionName(placed.transaction.set, placed.transaction.version);
      if (name === '999') return ofGroup(placed, went);
      return name === '277CA' ? ofClaims(placed, went) : [];
    }),
  ];
}

function ofInterchange(segment: Segment, went: InterchangeFile): Statement {
  const { control, verdict, note } = parseInterchangeAcknowledgement(segment);
  const interchange = went.interchanges.find(each => Number(each.control) === Number(control));
  const own = interchange ? [...transactionsOf({ ...went, interchanges: [interchange] })] : [];
  const codes = note === '000' ? [] : [note];
  return { kind: 'TA1', accepted: verdict !== 'R', codes, interchange, claims: own.flatMap(claimsOf) };
}

function ofGroup({ transaction: answer }: PlacedTransaction, went: InterchangeFile): readonly Statement[] {
  const { value } = parseImplementationAcknowledgement(answer);
  const group = [...transactionsOf(went)].filter(
    each => Number(each.group.control) === Number(value.groupControl),
  );
  return value.transactions.flatMap(entry => {
    const placed = group.find(({ transaction }) => transaction.control === entry.control);
    const accepted = ['A', 'E'].includes(entry.verdict) && value.verdict !== 'R';
    const about = { kind: '999' as const, accepted, interchange: placed?.interchange, transaction: placed };
    const faults = entry.errors.map((error): Statement => {
      const inner = error.elements.map(({ code }) => code);
      const unit = placed ? unitsAround(placed.transaction, error.position).next().value : error.businessUnit;
      return {
        ...about,
        codes: inner.length > 0 ? inner : [error.code],
        segment: placed?.transaction.segments[error.position - 1],
        claims: unit?.name === 'CLM01' ? [unit.value] : [],
      };
    });
    return [{ ...about, codes: entry.codes, claims: placed ? claimsOf(placed) : [] }, ...faults];
  });
}

function ofClaims({ transaction: answer }: PlacedTransaction, went: InterchangeFile): readonly Statement[] {
  const { value } = parseClaimAcknowledgement(answer);
  const sent = sentClaims(went);
  return value.receivers.flatMap(({ batchReference, providers }) =>
    providers.flatMap(({ claims }) =>
      claims.map(({ patientControlNumber: number, statuses }): Statement => {
        const known = sent.get(number) ?? [];
        const claim = known.find(({ reference }) => reference === batchReference) ?? known[0];
        return {
          kind: '277CA',
          accepted: !statuses.some(isRefused),
          codes: statuses.flatMap(status =>
            status.statuses.map(({ category, code }) => `${category}:${code}`),
          ),
          interchange: claim?.placed.interchange,
          transaction: claim?.placed,
          segment: claim?.segment,
          claims: [number],
        };
      }),
    ),
  );
}

/** A CLM, and BHT03 of the transaction that it stands in. */
interface SentClaim {
  readonly placed: PlacedTransaction;
  readonly reference: string;
  readonly segment: Segment;
}

/** By CLM01. */
function sentClaims(went: InterchangeFile): ReadonlyMap<string, readonly SentClaim[]> {
  const found = new Map<string, SentClaim[]>();
  for (const placed of transactionsOf(went)) {
    let reference = '';
    for (const segment of placed.transaction.segments) {
      if (segment.id === 'BHT') reference = element(segment, 3);
      if (segment.id !== 'CLM') continue;
      const number = element(segment, 1);
      const alike = found.get(number) ?? [];
      alike.push({ placed, reference, segment });
      found.set(number, alike);
    }
  }
  return found;
}

/** STC03 U, or a category that says that the claim will not be worked on. */
export function isRefused({ action, statuses }: StatusInformation): boolean {
  return action === 'U' || statuses.some(({ category }) => /^(A[34678]|E\d)$/.test(category));
}

function claimsOf({ transaction }: PlacedTransaction): readonly string[] {
  return transaction.segments.flatMap(segment => (segment.id === 'CLM' ? [element(segment, 1)] : []));
}
