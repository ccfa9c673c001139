import type { FileKind } from '@spark-den/contracts/integration/types';
import {
  element,
  readInterchanges,
  transactionName,
  transactionsOf,
  type InterchangeFile,
} from '@spark-den/x12';

/** What the envelope of a file says; empty where there is none. */
export interface FileFacts {
  readonly kind: FileKind;
  readonly controlNumber: string;
  readonly groupControl: string;
  /** BHT03 of the first transaction that has one: a 277CA returns it. */
  readonly batchReference: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly transactionCount: number;
}

const KINDS: readonly string[] = ['837P', '270', '271', '999', '277CA', '835'];

export function factsOf(file: InterchangeFile): FileFacts {
  const [interchange] = file.interchanges;
  const transactions = [...transactionsOf(file)].map(({ transaction }) => transaction);
  const begins = transactions.flatMap(({ segments }) => segments.filter(segment => segment.id === 'BHT'));
  return {
    kind: kindOf(file),
    controlNumber: interchange?.control ?? '',
    groupControl: interchange?.groups[0]?.control ?? '',
    batchReference: begins[0] ? element(begins[0], 3) : '',
    senderId: interchange?.sender.id ?? '',
    receiverId: interchange?.receiver.id ?? '',
    transactionCount: transactions.length,
  };
}

function kindOf(file: InterchangeFile): FileKind {
  const kinds = new Set(
    [...transactionsOf(file)].map(({ transaction }) => transactionName(transaction.set, transaction.version)),
  );
  if (file.interchanges.some(interchange => interchange.acknowledgements.length > 0)) kinds.add('TA1');
  const [only, more] = [...kinds];
  if (only === undefined) return 'unknown';
  if (more !== undefined) return 'mixed';
  return only === 'TA1' || KINDS.includes(only) ? (only as FileKind) : 'unknown';
}

/** CLM01 of each transaction of an 837, by ST02. */
export function claimNumbersOf(content: string): ReadonlyMap<string, readonly string[]> {
  const file = readInterchanges(content);
  return new Map(
    [...transactionsOf(file)].map(({ transaction }) => [
      transaction.control,
      transaction.segments.filter(segment => segment.id === 'CLM').map(segment => element(segment, 1)),
    ]),
  );
}
