import type { billingContract } from '@spark-den/contracts/billing/operations';
import { ACCOUNT_ORDER, runningBalance, type AccountCode, type EntryKind } from '@spark-den/ledger';
import { addCents, cents, subtractCents, sumCents, ZERO } from '@spark-den/kernel';
import { billingContract as contract } from '@spark-den/contracts/billing/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import {
  balancesBy,
  balancesOfPatient,
  chargesOfPatient,
  entryWithLines,
  openAccounts,
  postingsIn,
  sumsByKind,
  trialBalanceRows,
} from './account-repository.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';
import { guarantorOf } from './guarantors.ts';

type Handler<Name extends keyof (typeof billingContract)['operations']> = Handlers<
  typeof billingContract,
  BillingDatabase
>[Name];

const SHOWN_POSTINGS = 500;

export const getPatientAccount: Handler<'getPatientAccount'> = async (context, { patientId }) => {
  context.audit({ patientId });
  const [balances, charges, postings] = [
    await balancesOfPatient(context, patientId),
    await chargesOfPatient(context, patientId),
    await postingsIn(context, { patientIds: await recordsOf(context, patientId) }, SHOWN_POSTINGS),
  ];
  return { patientId, guarantorIds: [await guarantorOf(context, patientId)], balances, charges, postings };
};

export const getPatientBalance: Handler<'getPatientBalance'> = async (context, { patientId }) => {
  context.audit({ patientId });
  return { patientId, balances: await balancesOfPatient(context, patientId) };
};

export const getGuarantorAccount: Handler<'getGuarantorAccount'> = async (context, { guarantorId }) => {
  const found = (await balancesBy(context, 'guarantor_id', [guarantorId])).get(guarantorId) ?? new Map();
  const patients = [...found].map(([patientId, balances]) => ({ patientId, balances }));
  for (const { patientId } of patients) context.audit({ patientId });
  return {
    guarantorId,
    balances: {
      insuranceCents: sumCents(patients, item => item.balances.insuranceCents),
      patientCents: sumCents(patients, item => item.balances.patientCents),
      unappliedCents: sumCents(patients, item => item.balances.unappliedCents),
    },
    patients,
  };
};

export const listAccounts: Handler<'listAccounts'> = async (context, { only, cursor, limit }) => {
  const rows = await openAccounts(context, only, decodeCursor(cursor, 3), limit);
  return pageOf(
    rows,
    limit,
    row => [-row.patientCents, -row.insuranceCents, row.patientId],
    ({ patientId, oldestServiceDate, insuranceCents, patientCents, unappliedCents }) => ({
      patientId,
      oldestServiceDate,
      balances: { insuranceCents, patientCents, unappliedCents },
    }),
  );
};

export const explainBalance: Handler<'explainBalance'> = async (context, { patientId, ...others }) => {
  if (patientId) context.audit({ patientId });
  const scope = { ...others, ...(patientId ? { patientIds: await recordsOf(context, patientId) } : {}) };
  const byKind = await sumsByKind(context, scope);
  const totalCents = sumCents(byKind, item => item.amountCents);
  const postings = await postingsIn(context, scope, SHOWN_POSTINGS);
  // Of a long history the newest postings are shown; what came before is where the running sum starts.
  const before = subtractCents(
    totalCents,
    sumCents(postings, item => item.amountCents),
  );
  const running = runningBalance(postings.map(posting => ({ ...posting, kind: posting.kind as EntryKind })));
  return {
    totalCents,
    postingCount: byKind.reduce((count, item) => count + item.count, 0),
    byKind,
    postings: running.map(item => ({ ...item, runningCents: addCents(before, item.runningCents) })),
  };
};

export const getEntry: Handler<'getEntry'> = async (context, { entryId }) => {
  const lines = await entryWithLines(context, entryId);
  const [first] = lines;
  if (!first) throw fail(contract, 'billing.account_not_found', { entryId });
  for (const patientId of new Set(lines.map(line => line.patientId)))
    if (patientId) context.audit({ patientId });
  return { entryId, kind: first.kind, memo: first.memo, lines };
};

export const getTrialBalance: Handler<'getTrialBalance'> = async (context, { asOf }) => {
  const rows = await trialBalanceRows(context, asOf ?? null);
  const order = (code: AccountCode) => ACCOUNT_ORDER.indexOf(code);
  return {
    asOf: asOf ?? null,
    rows: rows.sort((a, b) => order(a.account) - order(b.account)),
    sumCents: rows.reduce((sum, row) => cents(sum + row.balanceCents), ZERO),
  };
};
