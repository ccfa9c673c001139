import { billingContract } from '@spark-den/contracts/billing/operations';
import { responsibilityTransferEntry, writeOffEntry, type OpenBalance } from '@spark-den/ledger';
import { cents, type Cents } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import { practiceToday, type BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { openBalances, type OpenRow } from './journal-repository.ts';
import { announceBalances, postEntry } from './post-entries.ts';
import type { WriteOffTable } from './tables.ts';
import { mayWriteOffAlone, SMALL_BALANCE_CENTS } from './write-off.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;
type WriteOffRow = Selectable<WriteOffTable>;

export const writeOffBalance: BillingHandlers['writeOffBalance'] = async (context, input) => {
  const amountCents = cents(input.amountCents);
  if (input.reason === 'small_balance' && amountCents > SMALL_BALANCE_CENTS) {
    throw fail(billingContract, 'billing.small_balance_limit', { limitCents: SMALL_BALANCE_CENTS });
  }
  const open = await openShare(context, input.chargeLineId, input.holder, amountCents);
  const alone = mayWriteOffAlone(context.principal.roles, input.reason, amountCents);
  const row: WriteOffRow = {
    id: context.newId(),
    practiceId: context.practiceId,
    patientId: open.patientId,
    chargeLineId: input.chargeLineId,
    holder: input.holder,
    payerId: open.payerId,
    reason: input.reason,
    amountCents,
    note: input.note,
    state: alone ? 'posted' : 'requested',
    requestedBy: context.principal.displayName,
    requestedById: context.principal.id,
    requestedAt: context.now,
    decidedBy: null,
    decidedById: null,
    decidedAt: null,
    entryId: null,
    version: 1,
  };
  const entryId = alone ? await post(context, row, open) : null;
  await context.db
    .insertInto('writeOff')
    .values({ ...row, entryId })
    .execute();
  return toWriteOff(row);
};

export const decideWriteOff: BillingHandlers['decideWriteOff'] = async (context, { writeOffId, approve }) => {
  const row = await context.db
    .selectFrom('writeOff')
    .selectAll()
    .where('id', '=', writeOffId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.write_off_not_found', { writeOffId });
  if (row.state !== 'requested')
    throw fail(billingContract, 'billing.write_off_decided', { state: row.state });
  if (row.requestedById === context.principal.id) throw fail(billingContract, 'billing.same_person');
  const entryId = approve
    ? await post(context, row, await openShare(context, row.chargeLineId, row.holder, row.amountCents))
    : null;
  const decided = await context.db
    .updateTable('writeOff')
    .set(eb => ({
      state: approve ? ('posted' as const) : ('declined' as const),
      decidedBy: context.principal.displayName,
      decidedById: context.principal.id,
      decidedAt: context.now,
      entryId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', writeOffId)
    .returningAll()
    .executeTakeFirstOrThrow();
  context.audit({ patientId: row.patientId, entityType: 'write_off', entityId: writeOffId });
  return toWriteOff(decided);
};

export const listWriteOffs: BillingHandlers['listWriteOffs'] = async (context, { state, cursor, limit }) => {
  const after = decodeCursor(cursor, 1);
  let query = context.db.selectFrom('writeOff').selectAll().orderBy('id', 'desc');
  if (state) query = query.where('state', '=', state);
  if (after) query = query.where('id', '<', String(after[0]));
  return pageOf(await query.limit(limit + 1).execute(), limit, row => [row.id], toWriteOff);
};

export const transferResponsibility: BillingHandlers['transferResponsibility'] = async (context, input) => {
  const amountCents = cents(input.amountCents);
  const open = await openShare(context, input.chargeLineId, 'insurance', amountCents);
  const entryId = await postEntry(
    context,
    responsibilityTransferEntry(
      context.newId(),
      { ...dimensionsOf(open), reason: 'transfer' },
      null,
      amountCents,
      await practiceToday(context),
    ),
  );
  context.audit({ patientId: open.patientId, entityType: 'charge_line', entityId: input.chargeLineId });
  await announceBalances(context, [open.patientId], { type: 'transfer', id: entryId });
  return { entryId };
};

async function post(context: BillingContext, row: WriteOffRow, open: OpenRow): Promise<string> {
  const entryId = await postEntry(
    context,
    writeOffEntry(row.id, dimensionsOf(open), row.reason, row.amountCents, await practiceToday(context)),
  );
  context.audit({ patientId: row.patientId, entityType: 'write_off', entityId: row.id });
  await announceBalances(context, [row.patientId], { type: 'write_off', id: row.id });
  return entryId;
}

/** The open share of a charge that a person named; locked, and at least as large as the amount. */
async function openShare(
  context: BillingContext,
  chargeLineId: string,
  holder: 'insurance' | 'patient',
  amountCents: Cents,
): Promise<OpenRow> {
  const rows = await openBalances(context, [chargeLineId], { lock: true });
  if (rows.length === 0) throw fail(billingContract, 'billing.charge_line_not_found', { chargeLineId });
  const account = holder === 'insurance' ? 'ar_insurance' : 'ar_patient';
  const open = rows
    .filter(row => row.account === account)
    .sort((a, b) => b.amountCents - a.amountCents)
    .at(0);
  if (!open || open.amountCents < amountCents) {
    throw fail(billingContract, 'billing.exceeds_open_balance', { openCents: open?.amountCents ?? 0 });
  }
  return open;
}

export function dimensionsOf(row: OpenRow): OpenBalance {
  return {
    account: row.account,
    chargeLineId: row.chargeLineId,
    patientId: row.patientId,
    guarantorId: row.guarantorId,
    claimId: row.claimId ?? undefined,
    payerId: row.payerId ?? undefined,
    providerId: row.providerId ?? undefined,
    locationId: row.locationId ?? undefined,
    serviceDate: row.serviceDate ?? undefined,
  };
}

function toWriteOff(row: WriteOffRow) {
  return {
    writeOffId: row.id,
    patientId: row.patientId,
    chargeLineId: row.chargeLineId,
    holder: row.holder,
    reason: row.reason,
    amountCents: row.amountCents,
    note: row.note,
    state: row.state,
    requestedBy: row.requestedBy,
    requestedAt: row.requestedAt,
    decidedBy: row.decidedBy,
    version: row.version,
  };
}
