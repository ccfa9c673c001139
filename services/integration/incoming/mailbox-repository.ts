import type { IntegrationContext } from '../database.ts';

/** The last file that was read. */
export async function mailboxPosition(context: IntegrationContext): Promise<number> {
  const row = await context.db.selectFrom('mailbox').select('afterSequence').executeTakeFirst();
  return row?.afterSequence ?? 0;
}

/** Moves the position forward. @returns false where it is there already: another poller was faster */
export async function advanceMailbox(context: IntegrationContext, sequence: number): Promise<boolean> {
  const moved = await context.db
    .insertInto('mailbox')
    .values({ practiceId: context.practiceId, afterSequence: sequence, polledAt: context.now })
    .onConflict(conflict =>
      conflict
        .column('practiceId')
        .doUpdateSet({ afterSequence: sequence, polledAt: context.now })
        .where('mailbox.afterSequence', '<', sequence),
    )
    .returning('afterSequence')
    .executeTakeFirst();
  return moved !== undefined;
}

/** Makes the practice known here, so that its mailbox is read. */
export async function openMailbox(context: IntegrationContext): Promise<void> {
  await context.db
    .insertInto('mailbox')
    .values({ practiceId: context.practiceId, afterSequence: 0, polledAt: null })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}
