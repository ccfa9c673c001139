import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { WorkerRuntime } from '@spark-den/service-kit';
import { readInterchanges } from '@spark-den/x12';
import { Clearinghouse, type MailboxEntry } from '../clearinghouse.ts';
import type { IntegrationDatabase } from '../database.ts';
import { factsOf } from '../files/facts.ts';
import { advanceMailbox, mailboxPosition } from './mailbox-repository.ts';
import { takeIncoming } from './take-incoming.ts';

type Runtime = WorkerRuntime<IntegrationDatabase>;

/** Fetches what is new in the practice's mailbox, in order. @returns how many files were kept */
export async function pollMailbox(runtime: Runtime, practiceId: string): Promise<number> {
  const { tradingPartner } = await runtime.call(administrationContract, practiceId).getPractice({});
  const clearinghouse = new Clearinghouse(runtime.ports, tradingPartner.submitterId);
  const after = await runtime.inPractice(practiceId, 'read mailbox', mailboxPosition);
  const entries = await clearinghouse.list(after);
  if ('outcome' in entries) {
    runtime.log.warn({ reason: entries.reason }, 'the mailbox cannot be read; the next turn tries again');
    return 0;
  }
  let kept = 0;
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const bytes = await clearinghouse.fetch(entry.seq);
    if ('outcome' in bytes) break;
    kept += await takeEntry(runtime, practiceId, entry, bytes, tradingPartner.submitterId);
  }
  return kept;
}

/** The file and the position in the mailbox move in one transaction: nothing is lost and nothing taken twice. */
async function takeEntry(
  runtime: Runtime,
  practiceId: string,
  entry: MailboxEntry,
  bytes: Uint8Array,
  submitterId: string,
): Promise<number> {
  const { receiverId } = factsOf(readInterchanges(bytes));
  return runtime.inPractice(practiceId, 'read mailbox', async context => {
    if (!(await advanceMailbox(context, entry.seq))) return 0;
    if (receiverId !== '' && receiverId !== submitterId) {
      // a mailbox shared by several partners: another's file is none of our business and is not kept
      runtime.log.warn({ sequence: entry.seq }, 'a file for another partner was passed over');
      return 0;
    }
    await takeIncoming(context, runtime.ports, bytes, entry.name);
    return 1;
  });
}
