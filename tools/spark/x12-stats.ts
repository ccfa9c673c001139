import { readInterchanges, transactionName, transactionsOf } from '@spark-den/x12';

export interface X12Stats {
  readonly bytes: number;
  readonly interchanges: number;
  readonly groups: number;
  readonly transactions: number;
  readonly segments: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly bySegment: Readonly<Record<string, number>>;
}

/** Counts what a file holds. */
export function statsOf(bytes: Uint8Array): X12Stats {
  const file = readInterchanges(bytes);
  const byType: Record<string, number> = {};
  const bySegment: Record<string, number> = {};
  let transactions = 0;
  let segments = 0;
  for (const { transaction } of transactionsOf(file)) {
    transactions += 1;
    segments += transaction.segments.length;
    const type = transactionName(transaction.set, transaction.version);
    byType[type] = (byType[type] ?? 0) + 1;
    for (const { id } of transaction.segments) bySegment[id] = (bySegment[id] ?? 0) + 1;
  }
  return {
    bytes: bytes.length,
    interchanges: file.interchanges.length,
    groups: file.interchanges.reduce((sum, interchange) => sum + interchange.groups.length, 0),
    transactions,
    segments,
    byType,
    bySegment,
  };
}
