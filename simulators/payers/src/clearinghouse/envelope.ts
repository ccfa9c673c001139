import { localDateAt, localTimeAt, type Instant } from '@spark-den/kernel';
import { writeInterchange, type SegmentDraft } from '@spark-den/x12/segments';
import { CLEARINGHOUSE } from './parties.ts';

/** Numbers that must never repeat, kept with the rest of the world's state. */
export interface ControlNumbers {
  next(name: 'interchange' | 'group' | 'claim' | 'check' | 'file'): number;
}

export interface OutgoingFile {
  readonly partner: { readonly qualifier: string; readonly id: string };
  readonly usage: 'T' | 'P';
  readonly at: Instant;
  readonly functionalId: 'FA' | 'HN' | 'HP' | 'HB';
  readonly version: string;
  readonly set: '999' | '277' | '835' | '271';
  /** ST03, which an 835 has not. */
  readonly statesVersion: boolean;
  readonly transactions: readonly (readonly SegmentDraft[])[];
}

export function wallClock(at: Instant): string {
  return `${localDateAt(at, CLEARINGHOUSE.zone)}T${localTimeAt(at, CLEARINGHOUSE.zone)}`;
}

/** `2026-03-10` as `20260310` */
export function compact(date: string): string {
  return date.replaceAll('-', '');
}

/** An interchange of one group to a partner, in our name. Text that would break the wire becomes blanks. */
export function writeFile(file: OutgoingFile, numbers: ControlNumbers): string {
  const group = numbers.next('group');
  return writeInterchange(
    {
      sender: { qualifier: 'ZZ', id: CLEARINGHOUSE.id },
      receiver: file.partner,
      control: numbers.next('interchange'),
      at: wallClock(file.at),
      usage: file.usage,
      groups: [
        {
          functionalId: file.functionalId,
          sender: CLEARINGHOUSE.id,
          receiver: file.partner.id,
          control: group,
          version: file.version,
          transactions: file.transactions.map((segments, index) => ({
            set: file.set,
            control: String(index + 1).padStart(4, '0'),
            ...(file.statesVersion ? { version: file.version } : {}),
            segments,
          })),
        },
      ],
    },
    { forbidden: 'replace', characters: 'ascii', lineBreak: '\n' },
  );
}
