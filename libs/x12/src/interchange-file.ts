import { element, type Segment } from './segments/segment.ts';
import { readSegments, type ReadProblem } from './segments/reader.ts';

/** One ST … SE. */
export interface TransactionSegments {
  /** ST01. */
  readonly set: string;
  /** ST02. */
  readonly control: string;
  /** ST03, or GS08 where ST03 is not used. */
  readonly version: string;
  /** ST first; SE last where there is one. */
  readonly segments: readonly Segment[];
}

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
  readonly transactions: readonly TransactionSegments[];
  /** Segments that stand in the group but in no transaction. */
  readonly stray: readonly Segment[];
}

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
  readonly stray: readonly Segment[];
  /** Position of each segment outside the transactions, counted from ISA = 1. */
  readonly positions: ReadonlyMap<Segment, number>;
}

export interface InterchangeFile {
  readonly interchanges: readonly Interchange[];
  readonly problems: readonly ReadProblem[];
  /** Segments before the first ISA or after an IEA. */
  readonly outside: readonly Segment[];
}

/** Reads a file and sorts its segments into interchanges, groups and transactions, however broken it is. */
export function readInterchanges(input: string | Uint8Array): InterchangeFile {
  const { segments, problems } = readSegments(input);
  return { ...assemble(segments), problems };
}

/** The transactions of a file, with the group and interchange that each stands in. */
export function* transactionsOf(file: InterchangeFile): Generator<{
  readonly transaction: TransactionSegments;
  readonly group: Group;
  readonly interchange: Interchange;
}> {
  for (const interchange of file.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) yield { transaction, group, interchange };
    }
  }
}

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

function assemble(segments: readonly Segment[]): Pick<InterchangeFile, 'interchanges' | 'outside'> {
  const interchanges: Interchange[] = [];
  const outside: Segment[] = [];
  let interchange: Open<Interchange> | undefined;
  let group: Open<Group> | undefined;
  let transaction: Open<TransactionSegments> | undefined;
  let position = 0;
  for (const segment of segments) {
    position += 1;
    if (segment.id === 'ISA') {
      position = 1;
      interchange = openInterchange(segment);
      interchanges.push(interchange as Interchange);
      group = transaction = undefined;
    } else if (!interchange) {
      outside.push(segment);
      continue;
    } else if (segment.id === 'IEA') {
      interchange.trailer = segment;
      group = transaction = undefined;
    } else if (segment.id === 'GS') {
      group = openGroup(segment);
      transaction = undefined;
      interchange.groups.push(group as Group);
    } else if (segment.id === 'GE') {
      group ??= adoptGroup(interchange);
      group.trailer = segment;
      transaction = undefined;
    } else if (segment.id === 'ST') {
      group ??= adoptGroup(interchange);
      transaction = openTransaction(segment, group.version);
      group.transactions.push(transaction as TransactionSegments);
      continue;
    } else if (segment.id === 'TA1' && !transaction) {
      interchange.acknowledgements.push(segment);
    } else if (transaction) {
      transaction.segments.push(segment);
      if (segment.id === 'SE') transaction = undefined;
      continue;
    } else {
      (group ?? interchange).stray.push(segment);
    }
    (interchange.positions as Map<Segment, number>).set(segment, position);
    if (segment.id === 'IEA') interchange = undefined;
    else if (segment.id === 'GE') group = undefined;
  }
  return { interchanges, outside };
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
    transactions: [],
    stray: [],
  };
}

/** A group for what stands outside of any, so that it is judged too. */
function adoptGroup(interchange: Open<Interchange>): Open<Group> {
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
    transactions: [],
    stray: [],
  };
  interchange.groups.push(group as Group);
  return group;
}

function openTransaction(header: Segment, groupVersion: string): Open<TransactionSegments> {
  const own = element(header, 3).trim();
  return {
    set: element(header, 1).trim(),
    control: element(header, 2).trim(),
    version: own === '' ? groupVersion : own,
    segments: [header],
  };
}
