import {
  TransactionReader,
  eachSegment,
  transactionName,
  type Interchange,
  type TransactionSegments,
} from '@spark-den/x12';

export interface X12Stats {
  readonly bytes: number;
  readonly interchanges: number;
  readonly groups: number;
  /** TA1 segments. */
  readonly acknowledgements: number;
  readonly transactions: number;
  /** Of the transactions, ST to SE. */
  readonly segments: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly bySegment: Readonly<Record<string, number>>;
}

/** Counts what a file holds, a transaction at a time. */
export async function statsOf(chunks: AsyncIterable<Uint8Array>): Promise<X12Stats> {
  const counts = { bytes: 0, interchanges: 0, groups: 0, acknowledgements: 0, transactions: 0, segments: 0 };
  const byType: Record<string, number> = {};
  const bySegment: Record<string, number> = {};
  const transaction = (read: TransactionSegments) => {
    const { set, version } = read;
    counts.transactions += 1;
    const type = transactionName(set, version);
    byType[type] = (byType[type] ?? 0) + 1;
    eachSegment(read, ({ id }) => {
      counts.segments += 1;
      bySegment[id] = (bySegment[id] ?? 0) + 1;
    });
  };
  const interchange = ({ groups, acknowledgements }: Interchange) => {
    counts.interchanges += 1;
    counts.groups += groups.length;
    counts.acknowledgements += acknowledgements.length;
  };
  const reader = new TransactionReader({
    transaction: placed => transaction(placed.transaction),
    interchange,
  });
  for await (const chunk of chunks) {
    counts.bytes += chunk.length;
    reader.push(chunk);
  }
  reader.end();
  return { ...counts, byType, bySegment };
}
