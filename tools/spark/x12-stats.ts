import { streamTransactions, transactionName, type Group, type Interchange } from '@spark-den/x12';

export interface X12Stats {
  readonly bytes: number;
  readonly interchanges: number;
  readonly groups: number;
  readonly transactions: number;
  readonly segments: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly bySegment: Readonly<Record<string, number>>;
}

/** Counts what a file holds, a transaction at a time. */
export async function statsOf(chunks: AsyncIterable<Uint8Array>): Promise<X12Stats> {
  const byType: Record<string, number> = {};
  const bySegment: Record<string, number> = {};
  let [bytes, interchanges, groups, transactions, segments] = [0, 0, 0, 0, 0];
  let lastInterchange: Interchange | undefined;
  let lastGroup: Group | undefined;
  const counted = async function* () {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  for await (const { transaction, group, interchange } of streamTransactions(counted())) {
    if (interchange !== lastInterchange) interchanges += 1;
    if (group !== lastGroup) groups += 1;
    lastInterchange = interchange;
    lastGroup = group;
    transactions += 1;
    segments += transaction.segments.length;
    const type = transactionName(transaction.set, transaction.version);
    byType[type] = (byType[type] ?? 0) + 1;
    for (const { id } of transaction.segments) bySegment[id] = (bySegment[id] ?? 0) + 1;
  }
  return { bytes, interchanges, groups, transactions, segments, byType, bySegment };
}
