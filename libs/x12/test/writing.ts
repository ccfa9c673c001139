import {
  readInterchanges,
  transactionsOf,
  writeInterchange,
  type TransactionDraft,
  type TransactionSegments,
  type WriteOptions,
} from '../src/index.ts';

/** A transaction in an envelope, as text. */
export function fileOf(
  functionalId: string,
  version: string,
  transactions: readonly TransactionDraft[],
  options: WriteOptions = {},
): string {
  return writeInterchange(
    {
      sender: { qualifier: 'ZZ', id: 'HARBORPT' },
      receiver: { qualifier: 'ZZ', id: 'BRIGHTCH' },
      control: 17,
      at: '2026-11-16T09:00',
      usage: 'T',
      groups: [
        { functionalId, sender: 'HARBORPT', receiver: 'BRIGHTCH', control: 17, version, transactions },
      ],
    },
    options,
  );
}

/** The first transaction of a text. */
export function firstOf(text: string): TransactionSegments {
  const [first] = transactionsOf(readInterchanges(text));
  if (!first) throw new Error('the text holds no transaction');
  return first.transaction;
}

/** A model without the places in the file that its parts came from. */
export function withoutSources<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutSources) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, entry]) => !(key === 'source' && isPlace(entry)));
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutSources(entry)])) as T;
}

function isPlace(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'offset' in value;
}
