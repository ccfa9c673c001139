import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail, type Handlers, type Ports } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { postRemittance } from './post-remittance.ts';
import { readRemittanceFile } from './read-remittance.ts';
import { remittanceById, waitingOf } from './remittance-repository.ts';
import { fileOfRemittance, toSummary } from './show-remittances.ts';

/**
 * A person's decision on a held remittance: it is a payment of its own and is posted, or it is not and is put
 * aside. What does not add up can only be put aside.
 */
export const decideRemittance =
  (blobs: Ports['blobs']): Handlers<typeof billingContract, BillingDatabase>['decideRemittance'] =>
  async (context, { remittanceId, decision, note }) => {
    const row = await context.db
      .selectFrom('remittance')
      .selectAll()
      .where('practiceId', '=', context.practiceId)
      .where('id', '=', remittanceId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw fail(billingContract, 'billing.remittance_not_found', { remittanceId });
    if (row.status !== 'held')
      throw fail(billingContract, 'billing.remittance_not_held', { status: row.status });
    if (decision === 'post' && row.reason === 'unbalanced')
      throw fail(billingContract, 'billing.remittance_unbalanced');
    await context.db
      .updateTable('remittance')
      .set({
        status: decision === 'post' ? 'posted' : 'discarded',
        postedAt: decision === 'post' ? context.now : null,
        decidedBy: context.principal.displayName,
        decisionNote: note,
      })
      .where('practiceId', '=', context.practiceId)
      .where('id', '=', remittanceId)
      .execute();
    if (decision === 'post') {
      const file = await fileOfRemittance(context, remittanceId);
      const read = readRemittanceFile(await blobs.get(context.practiceId, file.blobKey));
      const facts = read.remittances.find(({ ordinal }) => ordinal === row.ordinal)?.facts;
      if (!facts) throw fail(billingContract, 'billing.remittance_not_held', { status: 'unreadable' });
      // The rows that showed its claims make room for those that posting writes.
      await context.db
        .deleteFrom('servicePayment')
        .where('practiceId', '=', context.practiceId)
        .where('claimPaymentId', 'in', eb =>
          eb
            .selectFrom('claimPayment')
            .select('id')
            .where('practiceId', '=', context.practiceId)
            .where('remittanceId', '=', remittanceId)
            .where('state', '=', 'held'),
        )
        .execute();
      await context.db
        .deleteFrom('claimPayment')
        .where('practiceId', '=', context.practiceId)
        .where('remittanceId', '=', remittanceId)
        .where('state', '=', 'held')
        .execute();
      await postRemittance(context, { remittanceId, fileId: row.fileId, facts });
    }
    context.audit({ entityType: 'remittance', entityId: remittanceId, detail: { decision } });
    const decided = await remittanceById(context, remittanceId);
    return toSummary(decided ?? row, (await waitingOf(context, [remittanceId])).get(remittanceId));
  };
