import type { Clock } from '@spark-den/kernel';
import type { Context, WorkerRuntime } from '@spark-den/service-kit';
import type { AuditDatabase } from '../database.ts';
import type { AnchorFile } from '../seal/anchors.ts';
import { verifyStoredLog } from './verify-log.ts';

/** How far this practice's events are sealed; the chain itself is one for all practices. */
export async function getIntegrity({ db }: Context<AuditDatabase>) {
  const counts = await db
    .selectFrom('event')
    .leftJoin('sealedEvent', 'sealedEvent.eventId', 'event.id')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.count<number>('sealedEvent.position').as('sealed'),
    ])
    .executeTakeFirstOrThrow();
  const seal = await db
    .selectFrom('seal')
    .select(['sealedAt', 'head'])
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const last = await db
    .selectFrom('verification')
    .select('result')
    .orderBy('checkedAt', 'desc')
    .executeTakeFirst();
  return {
    sealedEvents: counts.sealed,
    waitingEvents: counts.all - counts.sealed,
    lastSealedAt: seal?.sealedAt ?? null,
    head: seal?.head ?? null,
    lastVerification: last?.result ?? null,
  };
}

export const verifyLog =
  (runtime: WorkerRuntime<AuditDatabase>, anchors: AnchorFile, clock: Clock) =>
  async (context: Context<AuditDatabase>) => {
    const result = await verifyStoredLog(runtime.relayDb, anchors.read(), clock.now());
    await runtime.relayDb
      .insertInto('verification')
      .values({ checkedAt: result.checkedAt, result: JSON.stringify(result) })
      .onConflict(conflict => conflict.doNothing())
      .execute();
    context.audit({ entityType: 'audit-log', detail: { ok: result.ok, events: result.events } });
    return result;
  };
