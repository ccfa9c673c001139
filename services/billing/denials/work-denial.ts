import { DenialClosed } from '@spark-den/contracts/billing/events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import { practiceToday } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { requirePerson } from '../known-records.ts';
import { changeDenial, lockLiveDenial, toDenial } from './denial-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

/** What a denial's history calls its fields. */
const FIELDS = { ownerId: 'owner', nextAction: 'next action', nextActionOn: 'date of next action' } as const;

export const updateDenial: BillingHandlers['updateDenial'] = async (context, input) => {
  const { denialId, note, ...changes } = input;
  const row = await lockLiveDenial(context, denialId);
  if (row.version !== context.expectedVersion) throw fail(billingContract, 'billing.version_conflict');
  const { ownerId } = changes;
  const owner =
    ownerId === undefined
      ? {}
      : { ownerId, ownerName: ownerId === null ? null : await requirePerson(context, ownerId) };
  const changed = (Object.keys(changes) as (keyof typeof changes)[]).map(field => FIELDS[field]);
  const what = changed.length > 0 ? `Changed ${changed.join(', ')}` : 'Note';
  const state = row.state === 'open' ? 'in_work' : row.state;
  const after = await changeDenial(context, row, { ...changes, ...owner, state }, { what, note });
  return toDenial(after, await practiceToday(context));
};

/** A person accepts the denial: the balance stays open until it is written off or moved, each by its own act. */
export const closeDenial: BillingHandlers['closeDenial'] = async (context, { denialId, outcome, note }) => {
  const row = await lockLiveDenial(context, denialId);
  const changed = await changeDenial(
    context,
    row,
    { state: outcome, closedAt: context.now },
    { what: outcome === 'upheld' ? 'Accepted as denied' : 'Closed', note },
  );
  const { claimId, patientId } = row;
  await context.emit(DenialClosed, { denialId, claimId, patientId, outcome }, patientId);
  return toDenial(changed, await practiceToday(context));
};
