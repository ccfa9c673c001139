import { AppError } from '@spark-den/kernel';
import { readInterchanges, transactionsOf, type PlacedTransaction } from '../interchange-file.ts';
import { isComposite } from '../guides/standard.ts';
import { writable } from '../segments/delimiters.ts';
import { writeInterchange, type GroupDraft, type TransactionDraft } from '../segments/interchange.ts';
import { redraft } from '../segments/redraft.ts';
import { element } from '../segments/segment.ts';
import type { WriteOptions } from '../segments/writer.ts';

/** How the new envelope is numbered, dated and written. */
export interface MergeOptions extends WriteOptions {
  /** ISA13 of the new interchange; its groups count on from there. */
  readonly control: number;
  /** Wall clock `CCYY-MM-DDTHH:MM` of the new envelope. */
  readonly at: string;
}

/**
 * One interchange of all transactions of several files, in their order; a group for each functional id and version,
 * transactions numbered anew. It has the delimiters of the first unless others are given.
 * @throws AppError `x12.merge_mixed` where sender, receiver or usage differ, `x12.merge_nothing` where there is no transaction
 */
export function mergeFiles(inputs: readonly (string | Uint8Array)[], options: MergeOptions): string {
  const placed = inputs.flatMap(input => [...transactionsOf(readInterchanges(input))]);
  const [first] = placed;
  if (!first) throw new AppError('invalid', 'x12.merge_nothing');
  const { sender, receiver, usage } = first.interchange;
  const parties = JSON.stringify([sender, receiver, usage]);
  for (const { interchange } of placed) {
    if (JSON.stringify([interchange.sender, interchange.receiver, interchange.usage]) !== parties) {
      throw new AppError('invalid', 'x12.merge_mixed', { control: interchange.control });
    }
  }
  return writeInterchange(
    {
      sender,
      receiver,
      control: options.control,
      at: options.at,
      usage: usage === 'P' ? 'P' : 'T',
      version: /^\d{5}$/.exec(element(first.interchange.header, 12))?.[0],
      groups: groupsOf(placed, options.control),
    },
    { delimiters: writable(first.interchange.header.delimiters), ...options },
  );
}

function groupsOf(placed: readonly PlacedTransaction[], control: number): GroupDraft[] {
  const groups = new Map<string, PlacedTransaction[]>();
  for (const entry of placed) {
    const { functionalId, sender, receiver, version } = entry.group;
    const key = [functionalId, sender, receiver, version].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((entries, index) => {
    const { functionalId = '', sender = '', receiver = '', version = '' } = entries[0]?.group ?? {};
    const transactions = entries.map((entry, at) => renumbered(entry, at + 1));
    return { functionalId, sender, receiver, version, control: control + index, transactions };
  });
}

function renumbered({ transaction }: PlacedTransaction, number: number): TransactionDraft {
  const [first, ...rest] = transaction.segments;
  const version = first?.elements[3] || undefined;
  const body = rest.filter(segment => segment.id !== 'SE').map(segment => redraft(segment, isComposite));
  return { set: transaction.set, control: String(number).padStart(4, '0'), version, segments: body };
}
