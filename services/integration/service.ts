import { administrationContract } from '@spark-den/contracts/administration/operations';
import { PracticeInstalled } from '@spark-den/contracts/administration/events';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { defineService, on, type WorkerRuntime } from '@spark-den/service-kit';
import type { IntegrationContext, IntegrationDatabase } from './database.ts';
import { checkEligibility } from './eligibility/check-eligibility.ts';
import { fileHandlers } from './files/open-file.ts';
import { importHandlers } from './incoming/import-file.ts';
import { openMailbox } from './incoming/mailbox-repository.ts';
import { pollMailbox } from './incoming/poll-mailbox.ts';
import { reserveEnvelope } from './outgoing/reserve-envelope.ts';
import { sendWaiting } from './outgoing/send-waiting.ts';
import { submitClaims } from './outgoing/submit-claims.ts';

type Runtime = WorkerRuntime<IntegrationDatabase>;

/** Runs one practice after another; the trouble of one does not keep the others waiting. */
async function forEachPractice(
  runtime: Runtime,
  work: (practiceId: string) => Promise<number>,
): Promise<void> {
  for (const practiceId of await runtime.practices()) {
    await work(practiceId).catch((error: unknown) => {
      runtime.log.warn({ error: (error as Error).name, practiceId }, 'the next turn tries again');
    });
  }
}

export const integrationService = defineService<IntegrationDatabase>()({
  contract: integrationContract,
  migrations: new URL('./migrations/', import.meta.url),
  uses: [administrationContract],
  handlers: (ports, runtime) => ({
    checkEligibility: checkEligibility(ports),
    reserveEnvelope: reserveEnvelope(ports),
    submitClaims: submitClaims(ports),
    ...importHandlers(ports),
    ...fileHandlers(ports),
    async pollMailbox({ practiceId }) {
      const sent = await sendWaiting(runtime, practiceId);
      return { sent, received: await pollMailbox(runtime, practiceId) };
    },
  }),
  subscriptions: () => [
    on(PracticeInstalled, 'integration.open-mailbox', async (context: IntegrationContext) =>
      openMailbox(context),
    ),
  ],
  workers: () => [
    {
      name: 'send-to-clearinghouse',
      everyMs: 1_000,
      run: runtime => forEachPractice(runtime, practiceId => sendWaiting(runtime, practiceId)),
    },
    {
      name: 'read-mailbox',
      everyMs: 2_000,
      run: runtime => forEachPractice(runtime, practiceId => pollMailbox(runtime, practiceId)),
    },
  ],
});
