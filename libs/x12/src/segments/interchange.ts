import type { Instant } from '@spark-den/kernel';
import { AppError } from '@spark-den/kernel';
import { DEFAULT_DELIMITERS } from './delimiters.ts';
import { Pieces } from './pieces.ts';
import { dataCleaner, segmentAppender, type SegmentDraft, type WriteOptions } from './writer.ts';

/** One side of an interchange: qualifier (`ZZ`, `30`, `01` …) and id. */
export interface PartyId {
  readonly qualifier: string;
  readonly id: string;
}

/** A transaction set without its ST and SE, which the writer adds with the right count. */
export interface TransactionDraft {
  /** ST01, such as `837`. */
  readonly set: string;
  /** ST02; unique within the group. */
  readonly control: string;
  /** ST03; left out in an 835 and a TA1. */
  readonly version?: string;
  readonly segments: readonly SegmentDraft[];
}

/** A functional group without its GS and GE, which the writer adds. */
export interface GroupDraft {
  /** GS01, such as `HC`. */
  readonly functionalId: string;
  readonly sender: string;
  readonly receiver: string;
  /** GS06. */
  readonly control: number;
  /** GS08. */
  readonly version: string;
  readonly transactions: readonly TransactionDraft[];
}

/** An interchange without its ISA and IEA, which the writer adds. */
export interface InterchangeDraft {
  readonly sender: PartyId;
  readonly receiver: PartyId;
  /** ISA13, 1 to 999 999 999. */
  readonly control: number;
  /** Date and time of ISA09/10 and GS04/05, as wall clock `CCYY-MM-DDTHH:MM`, or an instant read as UTC. */
  readonly at: Instant | string;
  readonly usage: 'T' | 'P';
  /** ISA12, five digits; `00501` when left out. */
  readonly version?: string;
  readonly acknowledgementRequested?: boolean;
  /** TA1 segments, before the first group. */
  readonly acknowledgements?: readonly SegmentDraft[];
  readonly groups: readonly GroupDraft[];
}

/**
 * Writes an interchange with its envelope: counts and control numbers always agree.
 * @throws AppError `x12.bad_envelope` for ids or numbers that do not fit the fixed header
 */
export function writeInterchange(draft: InterchangeDraft, options: WriteOptions = {}): string {
  const delimiters = options.delimiters ?? DEFAULT_DELIMITERS;
  const text = new Pieces();
  const write = segmentAppender(options, text);
  const at = wallClock(draft.at);
  const number = controlNumber(draft.control);
  const clean = dataCleaner(options);
  const fixed = (text: string, width: number, element: number) =>
    fixedWidth(clean(text, 'ISA', 1, element), width);
  const header =
    [
      'ISA',
      '00',
      ' '.repeat(10),
      '00',
      ' '.repeat(10),
      fixed(draft.sender.qualifier, 2, 5),
      fixed(draft.sender.id, 15, 6),
      fixed(draft.receiver.qualifier, 2, 7),
      fixed(draft.receiver.id, 15, 8),
      at.date.slice(2),
      at.time,
      delimiters.repetition || 'U',
      interchangeVersion(draft.version),
      number,
      draft.acknowledgementRequested ? '1' : '0',
      draft.usage,
      delimiters.component,
    ].join(delimiters.element) +
    delimiters.segment +
    (options.lineBreak ?? '');
  if (header.length !== 106 + (options.lineBreak ?? '').length) throw badEnvelope('header');
  text.add(header);
  for (const segment of draft.acknowledgements ?? []) write(segment);
  for (const group of draft.groups) writeGroup(group, at, write);
  write(['IEA', String(draft.groups.length), number]);
  return text.take();
}

function writeGroup(
  group: GroupDraft,
  at: { date: string; time: string },
  write: (segment: SegmentDraft, position?: number) => void,
): void {
  const { sender, receiver, version, transactions } = group;
  const control = String(group.control);
  write(['GS', group.functionalId, sender, receiver, at.date, at.time, control, 'X', version]);
  for (const transaction of transactions) {
    write(['ST', transaction.set, transaction.control, transaction.version], 1);
    let position = 1;
    for (const segment of transaction.segments) write(segment, (position += 1));
    write(['SE', String(position + 1), transaction.control], position + 1);
  }
  write(['GE', String(transactions.length), control]);
}

function fixedWidth(text: string, width: number): string {
  if (text.length > width) throw badEnvelope('id');
  return text.padEnd(width);
}

function controlNumber(control: number): string {
  if (!Number.isInteger(control) || control < 0 || control > 999_999_999) throw badEnvelope('control');
  return String(control).padStart(9, '0');
}

function interchangeVersion(version = '00501'): string {
  if (!/^\d{5}$/.test(version)) throw badEnvelope('version');
  return version;
}

function wallClock(at: string): { date: string; time: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(at);
  if (!match) throw badEnvelope('date');
  const [, year, month, day, hour, minute] = match;
  return { date: `${year}${month}${day}`, time: `${hour}${minute}` };
}

function badEnvelope(part: string): AppError {
  return new AppError('invalid', 'x12.bad_envelope', { part });
}
