import { element, readSegments, type Segment } from '@spark-den/x12/segments';

export interface ReceivedTransaction {
  /** ST01, ST02, ST03 */
  readonly set: string;
  readonly control: string;
  readonly version: string;
  /** From ST to SE. */
  readonly segments: readonly Segment[];
}

export interface ReceivedGroup {
  readonly functionalId: string;
  readonly control: string;
  readonly version: string;
  readonly transactions: readonly ReceivedTransaction[];
  /** AK905 codes: 4 control number mismatch, 5 wrong count of transactions. */
  readonly faults: readonly string[];
  readonly declared: number;
}

export interface ReceivedInterchange {
  readonly sender: { readonly qualifier: string; readonly id: string };
  readonly receiver: { readonly qualifier: string; readonly id: string };
  readonly control: string;
  /** ISA09 and ISA10 */
  readonly date: string;
  readonly time: string;
  readonly usage: string;
  readonly groups: readonly ReceivedGroup[];
  /** TA105; `000` when the envelope is sound. */
  readonly note: string;
}

export const SOUND = '000';

/** Reads one interchange. Its faults become a TA1 note, never an exception; undefined when there is no ISA at all. */
export function readInterchange(text: string): ReceivedInterchange | undefined {
  const { segments, problems } = readSegments(text);
  const header = segments[0];
  if (header?.id !== 'ISA') return undefined;
  const trailer = segments.at(-1);
  const groups = readGroups(segments);
  return {
    sender: { qualifier: element(header, 5), id: element(header, 6).trim() },
    receiver: { qualifier: element(header, 7), id: element(header, 8).trim() },
    control: element(header, 13),
    date: element(header, 9),
    time: element(header, 10),
    usage: element(header, 15),
    groups,
    note: problems.length > 0 ? '022' : noteOf(header, trailer, groups.length, segments),
  };
}

function noteOf(
  header: Segment,
  trailer: Segment | undefined,
  groups: number,
  segments: readonly Segment[],
): string {
  if (trailer?.id !== 'IEA') return '023';
  if (segments.filter(segment => segment.id === 'ISA').length > 1) return '024';
  if (element(trailer, 2) !== element(header, 13)) return '001';
  if (Number(element(trailer, 1)) !== groups) return '021';
  if (!['T', 'P'].includes(element(header, 15))) return '020';
  return SOUND;
}

function readGroups(segments: readonly Segment[]): ReceivedGroup[] {
  const groups: ReceivedGroup[] = [];
  let start = -1;
  segments.forEach((segment, index) => {
    if (segment.id === 'GS') start = index;
    if (segment.id === 'GE' && start >= 0) {
      groups.push(readGroup(segments.slice(start, index + 1)));
      start = -1;
    }
  });
  return groups;
}

function readGroup(segments: readonly Segment[]): ReceivedGroup {
  const head = segments[0] as Segment;
  const tail = segments.at(-1) as Segment;
  const transactions = readTransactions(segments.slice(1, -1));
  const declared = Number(element(tail, 1));
  const faults = [
    ...(element(tail, 2) === element(head, 6) ? [] : ['4']),
    ...(declared === transactions.length ? [] : ['5']),
  ];
  return {
    functionalId: element(head, 1),
    control: element(head, 6),
    version: element(head, 8),
    transactions,
    faults,
    declared,
  };
}

function readTransactions(segments: readonly Segment[]): ReceivedTransaction[] {
  const found: ReceivedTransaction[] = [];
  let start = -1;
  const close = (end: number) => {
    const head = segments[start];
    if (!head) return;
    found.push({
      set: element(head, 1),
      control: element(head, 2),
      version: element(head, 3),
      segments: segments.slice(start, end),
    });
    start = -1;
  };
  segments.forEach((segment, index) => {
    if (segment.id === 'ST') {
      close(index);
      start = index;
    }
    if (segment.id === 'SE') close(index + 1);
  });
  close(segments.length);
  return found;
}
