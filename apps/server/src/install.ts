import type { System } from '@spark-den/adapters';
import { DEFAULT_DEADLINE_MS, servicePrincipal } from '@spark-den/service-kit';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Internal operations, each for a practice, all of them safe to repeat. */
const Installation = z.array(
  z.strictObject({ service: z.string(), operation: z.string(), practiceId: z.uuid(), input: z.unknown() }),
);
export type Installation = z.infer<typeof Installation>;

/** @throws Error that names the first step that failed */
export async function install(system: System, file: string, progress: (line: string) => void): Promise<void> {
  for (const step of Installation.parse(JSON.parse(readFileSync(file, 'utf8')))) {
    const reply = await system.ports.directory.dispatch(step.service, {
      operation: step.operation,
      input: step.input,
      credential: {
        kind: 'service',
        from: 'installation',
        principal: servicePrincipal('installation', step.practiceId),
      },
      requestId: `install-${step.service}-${step.operation}`,
      purpose: 'installation',
      idempotencyKey: `install-${step.practiceId}-${step.operation}`,
      deadlineMs: DEFAULT_DEADLINE_MS,
    });
    if (reply.status !== 200) throw new Error(`${step.service}.${step.operation} failed: ${reply.body}`);
    progress(`installed ${step.service}.${step.operation}`);
  }
}
