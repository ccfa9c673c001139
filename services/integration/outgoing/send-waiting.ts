import { InterchangeHeld, InterchangeSent } from '@spark-den/contracts/integration/events';
import { administrationContract } from '@spark-den/contracts/administration/operations';
import { MINUTE_MS, plusMs } from '@spark-den/kernel';
import type { Ports, WorkerRuntime } from '@spark-den/service-kit';
import { Clearinghouse, type Refusal } from '../clearinghouse.ts';
import type { IntegrationContext, IntegrationDatabase } from '../database.ts';
import { takeWaiting, updateFile, type FileRow } from '../files/interchange-file-repository.ts';
import { readBytes } from '../files/open-file.ts';

/** After this many attempts a person decides; by then over an hour has passed. */
const MOST_ATTEMPTS = 12;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10 * MINUTE_MS;

/** Sends what waits, one file a transaction. @returns how many were sent */
export async function sendWaiting(
  runtime: WorkerRuntime<IntegrationDatabase>,
  practiceId: string,
): Promise<number> {
  let sent = 0;
  for (;;) {
    const outcome = await runtime.inPractice(practiceId, 'send to clearinghouse', context =>
      sendNext(context, runtime.ports),
    );
    if (outcome === 'none') return sent;
    if (outcome === 'sent') sent += 1;
  }
}

/**
 * The row stays locked while the file goes out. Should the commit fail, the file goes out again, and the clearinghouse
 * knows it by its control number.
 */
async function sendNext(context: IntegrationContext, ports: Ports): Promise<'none' | 'sent' | 'not sent'> {
  const row = await takeWaiting(context, ports.systemClock.now());
  if (!row) return 'none';
  const { tradingPartner } = await context.call(administrationContract).getPractice({});
  const bytes = await readBytes(context, ports, row);
  const reply = await new Clearinghouse(ports, tradingPartner.submitterId).drop(bytes);
  if (reply.outcome !== 'taken') {
    await keepUnsent(context, ports, row, reply);
    return 'not sent';
  }
  await updateFile(context, row.id, { status: 'sent', attempts: row.attempts + 1, processedAt: context.now });
  await context.emit(InterchangeSent, { fileId: row.id, batchId: row.batchId }, row.batchId ?? row.id);
  return 'sent';
}

async function keepUnsent(
  context: IntegrationContext,
  ports: Ports,
  row: FileRow,
  refusal: Refusal,
): Promise<void> {
  const attempts = row.attempts + 1;
  if (refusal.outcome === 'refused' || attempts >= MOST_ATTEMPTS) {
    await updateFile(context, row.id, { status: 'held', reason: refusal.reason, attempts });
    await context.emit(InterchangeHeld, { fileId: row.id, reason: refusal.reason }, row.batchId ?? row.id);
    return;
  }
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  await updateFile(context, row.id, {
    attempts,
    reason: refusal.reason,
    nextAttemptAt: plusMs(ports.systemClock.now(), wait),
  });
}
