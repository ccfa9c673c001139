import { element, type Segment } from './segments/segment.ts';
import { HeldTransaction, type TransactionSegments } from './held-transaction.ts';
import type { ReadSegment } from './segments/read-segment.ts';
import { SegmentSplitter, type ReadProblem, type SegmentSink } from './segments/reader.ts';

export type { TransactionSegments } from './held-transaction.ts';

/** GS to GE. */
export interface Group {
  /** GS01. */
  readonly functionalId: string;
  readonly sender: string;
  readonly receiver: string;
  /** GS06. */
  readonly control: string;
  /** GS08. */
  readonly version: string;
  readonly header: Segment | undefined;
  readonly trailer: Segment | undefined;
  /** GS, or what stands where a GS should. */
  readonly first: Segment;
  /** How many transactions began in it. */
  readonly received: number;
  /** Empty where transactions were handed on one by one and not kept. */
  readonly transactions: readonly TransactionSegments[];
  /** Segments that stand in the group but in no transaction: the first thousand. */
  readonly stray: readonly Segment[];
  /** How many more there are. */
  readonly moreStray: number;
}

/** ISA to IEA. */
export interface Interchange {
  /** ISA05/06 and ISA07/08, without the padding. */
  readonly sender: { readonly qualifier: string; readonly id: string };
  readonly receiver: { readonly qualifier: string; readonly id: string };
  /** ISA13. */
  readonly control: string;
  readonly usage: string;
  readonly header: Segment;
  readonly trailer: Segment | undefined;
  /** TA1 segments. */
  readonly acknowledgements: readonly Segment[];
  readonly groups: readonly Group[];
  /** Segments that stand in no group: the first thousand. */
  readonly stray: readonly Segment[];
  /** How many more there are. */
  readonly moreStray: number;
  /** Position of each segment outside the transactions, counted from ISA = 1. */
  readonly positions: ReadonlyMap<Segment, number>;
}

/** A file as it was sorted. */
export interface InterchangeFile {
  readonly interchanges: readonly Interchange[];
  readonly problems: readonly ReadProblem[];
  /** Segments before the first ISA or after an IEA. */
  readonly outside: readonly Segment[];
}

/** A transaction with the group and interchange that it stands in. */
export interface PlacedTransaction {
  readonly transaction: TransactionSegments;
  readonly group: Group;
  readonly interchange: Interchange;
}

/** Reads a file and sorts its segments into interchanges, groups and transactions, however broken it is. */
export function readInterchanges(input: string | Uint8Array): InterchangeFile {
  const interchanges: Interchange[] = [];
  const reader = new TransactionReader({
    transaction: ({ transaction, group }) => (group.transactions as TransactionSegments[]).push(transaction),
    interchange: interchange => interchanges.push(interchange),
  });
  reader.push(input);
  return { interchanges, ...reader.end() };
}

/**
 * Reads transactions from chunks of any size as they come; no more than one is held.
 * @param onProblem told of what is wrong with the bytes; left out, problems are passed over
 * @example for await (const { transaction } of streamTransactions(createReadStream(path))) post(transaction);
 */
export async function* streamTransactions(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  onProblem?: (problem: ReadProblem) => void,
): AsyncGenerator<PlacedTransaction, void, undefined> {
  const ready: PlacedTransaction[] = [];
  const reader = new TransactionReader({ transaction: placed => ready.push(placed) });
  for await (const chunk of chunks) {
    reader.push(chunk);
    yield* ready.splice(0);
  }
  const { problems } = reader.end();
  yield* ready;
  for (const problem of problems) onProblem?.(problem);
}

/** The transactions of a file, with the group and interchange that each stands in. */
export function* transactionsOf(file: InterchangeFile): Generator<PlacedTransaction, void, undefined> {
  for (const interchange of file.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) yield { transaction, group, interchange };
    }
  }
}

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/** Told of what a `TransactionReader` has read, in the order of the file. */
export interface TransactionListener {
  /** A transaction is complete. */
  transaction?(placed: PlacedTransaction): void;
  /** An interchange is complete, with all that stands around its transactions. */
  interchange?(interchange: Interchange): void;
}

/** Hands on each transaction and each interchange when it is complete, and keeps neither. */
export class TransactionReader {
  readonly #splitter = new SegmentSplitter();
  /** One by one, so that segments of a transaction that is done are let go before the next. */
  readonly #sink: SegmentSink = { push: segment => this.#take(segment) };
  readonly #outside: Segment[] = [];
  readonly #listener: TransactionListener;
  #interchange: Open<Interchange> | undefined;
  #group: Open<Group> | undefined;
  #transaction: HeldTransaction | undefined;
  #position = 0;

  constructor(listener: TransactionListener) {
    this.#listener = listener;
  }

  push(chunk: string | Uint8Array): void {
    this.#splitter.push(chunk, this.#sink);
  }

  end(): Omit<InterchangeFile, 'interchanges'> {
    this.#splitter.end(this.#sink);
    this.#endTransaction();
    this.#endInterchange();
    return { outside: this.#outside, problems: this.#splitter.problems };
  }

  #take(segment: ReadSegment): void {
    this.#position += 1;
    if (this.#transaction && !endsTransaction(segment.id)) {
      this.#transaction.run.add(segment);
      if (segment.id === 'SE') this.#endTransaction();
      return;
    }
    this.#endTransaction();
    if (segment.id === 'ISA') {
      this.#endInterchange();
      this.#position = 1;
      this.#interchange = openInterchange(segment);
    } else if (!this.#interchange) this.#outside.push(segment);
    else if (segment.id === 'ST') this.#openTransaction(segment, this.#interchange);
    else this.#takeEnvelope(segment, this.#interchange);
  }

  #openTransaction(segment: ReadSegment, interchange: Open<Interchange>): void {
    const group = (this.#group ??= adoptGroup(interchange, segment));
    group.received += 1;
    this.#transaction = new HeldTransaction(segment, group.version);
  }

  #takeEnvelope(segment: Segment, interchange: Open<Interchange>): void {
    const positions = interchange.positions as Map<Segment, number>;
    const around = this.#group ?? interchange;
    if (!BRACKETS.has(segment.id) && around.stray.length >= MOST_STRAY) {
      around.moreStray += 1;
      return;
    }
    positions.set(segment, this.#position);
    if (segment.id === 'GS') {
      this.#group = openGroup(segment);
      interchange.groups.push(this.#group as Group);
    } else if (segment.id === 'GE') {
      (this.#group ?? adoptGroup(interchange, segment)).trailer = segment;
      this.#group = undefined;
    } else if (segment.id === 'IEA') {
      interchange.trailer = segment;
      this.#endInterchange();
    } else if (segment.id === 'TA1') interchange.acknowledgements.push(segment);
    else around.stray.push(segment);
  }

  #endTransaction(): void {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    if (transaction && this.#group && this.#interchange) {
      this.#listener.transaction?.({
        transaction,
        group: this.#group as Group,
        interchange: this.#interchange as Interchange,
      });
    }
    transaction?.run.release();
  }

  #endInterchange(): void {
    const interchange = this.#interchange;
    this.#interchange = this.#group = undefined;
    if (interchange) this.#listener.interchange?.(interchange as Interchange);
  }
}

/** What opens or closes something, or is kept for what it says. */
const BRACKETS: ReadonlySet<string> = new Set(['GS', 'GE', 'IEA', 'TA1']);

/** Where an ST is lost, a file may hold nothing but segments that belong nowhere. */
const MOST_STRAY = 1_000;

/** What ends a transaction that has no SE. Asked of every segment. */
function endsTransaction(id: string): boolean {
  return id === 'ST' || id === 'GE' || id === 'GS' || id === 'IEA' || id === 'ISA';
}

function openInterchange(header: Segment): Open<Interchange> {
  const text = (index: number) => element(header, index).trim();
  return {
    sender: { qualifier: text(5), id: text(6) },
    receiver: { qualifier: text(7), id: text(8) },
    control: text(13),
    usage: text(15),
    header,
    trailer: undefined,
    acknowledgements: [],
    groups: [],
    stray: [],
    moreStray: 0,
    positions: new Map([[header, 1]]),
  };
}

function openGroup(header: Segment): Open<Group> {
  const text = (index: number) => element(header, index).trim();
  return {
    functionalId: text(1),
    sender: text(2),
    receiver: text(3),
    control: text(6),
    version: text(8),
    header,
    trailer: undefined,
    first: header,
    received: 0,
    transactions: [],
    stray: [],
    moreStray: 0,
  };
}

/** A group for what stands outside of any, so that it is judged too. */
function adoptGroup(interchange: Open<Interchange>, first: Segment): Open<Group> {
  const last = interchange.groups.at(-1) as Open<Group> | undefined;
  if (last && last.trailer === undefined) return last;
  const group: Open<Group> = {
    functionalId: '',
    sender: '',
    receiver: '',
    control: '',
    version: '',
    header: undefined,
    trailer: undefined,
    first,
    received: 0,
    transactions: [],
    stray: [],
    moreStray: 0,
  };
  interchange.groups.push(group as Group);
  return group;
}
