import { createHash } from 'node:crypto';
import { localDateAt, localTimeAt, type Cents, type Instant } from '@spark-den/kernel';
import { writeFile } from '../clearinghouse/envelope.ts';
import { CLEARINGHOUSE } from '../clearinghouse/parties.ts';
import { readInterchange, SOUND } from '../intake/envelope.ts';
import { answerInquiry } from './answer.ts';
import { readInquiry } from './inquiry.ts';
import { ELIGIBILITY_VERSION, write271 } from './write-271.ts';

/** Answers a 270 in real time; undefined when the file is not one. Leaves no trace in the world. */
export function respondToInquiry(
  text: string,
  at: Instant,
  deductibleMet: (payerId: string, memberId: string, year: string) => Cents,
): string | undefined {
  const received = readInterchange(text);
  if (!received || received.note !== SOUND) return undefined;
  const inquiries = received.groups.flatMap(group => group.transactions.map(readInquiry));
  if (inquiries.length === 0) return undefined;
  const [today, time] = [localDateAt(at, CLEARINGHOUSE.zone), localTimeAt(at, CLEARINGHOUSE.zone)];
  const transactions = [];
  for (const inquiry of inquiries) {
    if (!inquiry) return undefined;
    transactions.push(write271(inquiry, answerInquiry(inquiry, today, deductibleMet), today, time));
  }
  return writeFile(
    {
      partner: received.sender,
      usage: received.usage === 'P' ? 'P' : 'T',
      at,
      functionalId: 'HB',
      version: ELIGIBILITY_VERSION,
      set: '271',
      statesVersion: true,
      transactions,
    },
    { next: name => (name === 'interchange' ? realTimeNumber(text, at) : 1) },
  );
}

/** Numbers of real-time answers come from the question, above those of the mailbox, which count up. */
function realTimeNumber(text: string, at: Instant): number {
  return 500_000_000 + (createHash('sha256').update(`${at} ${text}`).digest().readUInt32BE(0) % 499_999_999);
}
