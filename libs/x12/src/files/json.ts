import { AppError } from '@spark-den/kernel';
import { readInterchanges, transactionsOf, type PlacedTransaction } from '../interchange-file.ts';
import { modelOf } from '../models/model-of.ts';
import { draftOf } from '../models/draft-of.ts';
import { writable, type Delimiters } from '../segments/delimiters.ts';
import type { ReadProblem } from '../segments/reader.ts';
import { element } from '../segments/segment.ts';
import {
  writeInterchange,
  type GroupDraft,
  type InterchangeDraft,
  type PartyId,
} from '../segments/interchange.ts';
import type { WriteOptions } from '../segments/writer.ts';

/** A file as JSON: the typed model of each transaction, or its segments where there is none. */
export interface JsonFile {
  readonly problems: readonly ReadProblem[];
  readonly transactions: readonly JsonTransaction[];
}

/** One transaction: its model, or its segments where it has none, and what its envelope says. */
export interface JsonTransaction {
  /** ISA13. */
  readonly interchange: string;
  /** GS06. */
  readonly group: string;
  /** ST02. */
  readonly control: string;
  readonly version: string;
  /** `837P`, `835` … */
  readonly type: string;
  readonly model: unknown;
  readonly envelope: {
    readonly sender: PartyId;
    readonly receiver: PartyId;
    readonly usage: string;
    /** `CCYY-MM-DDTHH:MM` of ISA09 and ISA10. */
    readonly at: string;
    readonly functionalId: string;
    readonly applicationSender: string;
    readonly applicationReceiver: string;
    /** As the file had them: what is data there may be a delimiter elsewhere. */
    readonly delimiters: Delimiters;
  };
}

/** What a file says, as JSON. TA1 segments are not part of it. */
export function toJson(input: string | Uint8Array): JsonFile {
  const file = readInterchanges(input);
  return { problems: file.problems, transactions: [...transactionsOf(file)].map(jsonOf) };
}

/**
 * Writes what `toJson` made, with the control numbers that it carries, and with the delimiters that the file had unless others
 * are given.
 * @throws AppError `x12.bad_json` for what is no such JSON
 */
export function fromJson(json: unknown, options: WriteOptions = {}): string {
  const { transactions } = (json ?? {}) as Partial<JsonFile>;
  if (!Array.isArray(transactions) || transactions.length === 0) throw badJson('transactions');
  const interchanges = new Map<string, JsonTransaction[]>();
  for (const entry of transactions as JsonTransaction[]) {
    if (!entry?.envelope || typeof entry.type !== 'string') throw badJson('transactions');
    interchanges.set(entry.interchange, [...(interchanges.get(entry.interchange) ?? []), entry]);
  }
  try {
    return [...interchanges.values()]
      .map(each => writeInterchange(interchangeOf(each), { delimiters: delimitersOf(each), ...options }))
      .join('');
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw badJson('model');
    throw error;
  }
}

function jsonOf({ transaction, group, interchange }: PlacedTransaction): JsonTransaction {
  const { header } = interchange;
  const { type, model } = modelOf(transaction);
  const [date, time] = [element(header, 9), element(header, 10)];
  return {
    interchange: interchange.control,
    group: group.control,
    control: transaction.control,
    version: transaction.version,
    type,
    model,
    envelope: {
      sender: interchange.sender,
      receiver: interchange.receiver,
      usage: interchange.usage,
      at: `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}T${time.slice(0, 2)}:${time.slice(2, 4)}`,
      functionalId: group.functionalId,
      applicationSender: group.sender,
      applicationReceiver: group.receiver,
      delimiters: header.delimiters,
    },
  };
}

function delimitersOf([first]: readonly JsonTransaction[]): Delimiters | undefined {
  const delimiters = first?.envelope.delimiters;
  if (!delimiters) throw badJson('delimiters');
  return writable(delimiters);
}

function interchangeOf(entries: readonly JsonTransaction[]): InterchangeDraft {
  const [first] = entries;
  if (!first) throw badJson('transactions');
  const groups = new Map<string, JsonTransaction[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  const { sender, receiver, at, usage } = first.envelope;
  return {
    sender,
    receiver,
    control: Number(first.interchange),
    at,
    usage: usage === 'P' ? 'P' : 'T',
    groups: [...groups.values()].map(groupOf),
  };
}

function groupOf(entries: readonly JsonTransaction[]): GroupDraft {
  const [first] = entries;
  if (!first) throw badJson('transactions');
  const { functionalId, applicationSender: sender, applicationReceiver: receiver } = first.envelope;
  const transactions = entries.map(({ type, model, control, envelope }) =>
    draftOf(type, model, control, envelope.delimiters),
  );
  return {
    functionalId,
    sender,
    receiver,
    control: Number(first.group),
    version: first.version,
    transactions,
  };
}

function badJson(part: string): AppError {
  return new AppError('invalid', 'x12.bad_json', { part });
}
