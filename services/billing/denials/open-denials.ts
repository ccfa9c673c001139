import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { Payer } from '@spark-den/contracts/administration/types';
import { DenialClosed, DenialOpened } from '@spark-den/contracts/billing/events';
import { appealDeadline, categorise } from '@spark-den/claim-rules';
import { isReversal, type ClaimPaymentFacts, type PlannedLine } from '@spark-den/ledger';
import { addDays, type LocalDate } from '@spark-den/kernel';
import type { BillingContext } from '../context.ts';
import { SHORTEST_WINDOW_DAYS } from './denial-rules.ts';

/** What posting knows of a claim payment that entered the books. */
export interface AdjudicatedPayment {
  readonly claimPaymentId: string;
  readonly paymentDate: LocalDate;
  readonly payment: ClaimPaymentFacts;
  readonly claim: {
    readonly claimId: string;
    readonly patientId: string;
    readonly payerId: string;
    readonly payerName: string;
  };
  readonly lines: readonly PlannedLine[];
}

/**
 * Opens a denial for each denied line and closes those that a later decision on the line overtakes: paid now, it
 * was overturned; denied again, the new denial takes its place.
 */
export async function openDenials(
  context: BillingContext,
  payments: readonly AdjudicatedPayment[],
): Promise<void> {
  const decided = payments.filter(({ payment }) => !isReversal(payment));
  await closeOvertaken(context, decided);
  const denied = decided.flatMap(payment =>
    payment.lines.flatMap(line =>
      line.split.denied
        .filter(({ amountCents }) => amountCents > 0)
        .map(adjustment => ({ payment, line, adjustment })),
    ),
  );
  if (denied.length === 0) return;
  const payers = await payersById(context);
  const opened = denied.map(({ payment, line, adjustment }) => {
    const { category, recoveryRate } = categorise(adjustment, line.remarks);
    const payer = payers.get(payment.claim.payerId)?.profile;
    return {
      id: context.newId(),
      practiceId: context.practiceId,
      claimId: payment.claim.claimId,
      claimPaymentId: payment.claimPaymentId,
      chargeLineId: line.line.chargeLineId,
      patientId: payment.claim.patientId,
      patientControlNumber: payment.payment.patientControlNumber,
      payerId: payment.claim.payerId,
      payerName: payment.claim.payerName,
      code: line.line.code,
      serviceDate: line.line.serviceDate,
      adjustmentGroup: adjustment.group,
      reason: adjustment.reason,
      remarks: JSON.stringify(line.remarks),
      category: category.key,
      categoryLabel: category.label,
      rootCauseOwner: category.rootCauseOwner,
      recoverable: category.recoverable,
      expectedShare: Math.round(recoveryRate * 100),
      amountCents: adjustment.amountCents,
      deniedOn: payment.paymentDate,
      deadline:
        (payer && appealDeadline(payer, payment.paymentDate)?.lastDay) ??
        addDays(payment.paymentDate, SHORTEST_WINDOW_DAYS),
      ownerId: null,
      ownerName: null,
      nextAction: category.usualAction,
      nextActionOn: null,
      state: 'open' as const,
      openedAt: context.now,
      closedAt: null,
    };
  });
  for (let start = 0; start < opened.length; start += 1_000) {
    const rows = opened.slice(start, start + 1_000);
    await context.db.insertInto('denial').values(rows).execute();
    await context.db
      .insertInto('denialEvent')
      .values(
        rows.map(row => ({
          practiceId: row.practiceId,
          denialId: row.id,
          at: context.now,
          byName: context.principal.displayName,
          what: `Denied ${row.adjustmentGroup}-${row.reason}`,
          note: null,
          documentId: null,
        })),
      )
      .execute();
  }
  await context.emitAll(
    DenialOpened,
    opened.map(({ id, claimId, patientId, category }) => ({
      payload: { denialId: id, claimId, patientId, category },
      key: patientId,
    })),
  );
}

async function closeOvertaken(
  context: BillingContext,
  payments: readonly AdjudicatedPayment[],
): Promise<void> {
  const decidedLines = new Map(
    payments.flatMap(payment =>
      payment.lines.map(line => [`${payment.claim.claimId} ${line.line.chargeLineId}`, line] as const),
    ),
  );
  const claimIds = [...new Set(payments.map(({ claim }) => claim.claimId))];
  for (let start = 0; start < claimIds.length; start += 5_000) {
    const open = await context.db
      .selectFrom('denial')
      .selectAll()
      .where('practiceId', '=', context.practiceId)
      .where('claimId', 'in', claimIds.slice(start, start + 5_000))
      .where('state', 'in', ['open', 'in_work', 'appealed'])
      .forUpdate()
      .execute();
    for (const denial of open) {
      const line = decidedLines.get(`${denial.claimId} ${denial.chargeLineId}`);
      if (!line) continue;
      const outcome = line.split.denied.length === 0 ? 'overturned' : 'upheld';
      await context.db
        .updateTable('denial')
        .set(eb => ({ state: outcome, closedAt: context.now, version: eb('version', '+', 1) }))
        .where('practiceId', '=', context.practiceId)
        .where('id', '=', denial.id)
        .execute();
      await context.db
        .insertInto('denialEvent')
        .values({
          practiceId: context.practiceId,
          denialId: denial.id,
          at: context.now,
          byName: context.principal.displayName,
          what: outcome === 'overturned' ? 'Paid after reprocessing' : 'Denied again after reprocessing',
          note: null,
          documentId: null,
        })
        .execute();
      const { id: denialId, claimId, patientId } = denial;
      await context.emit(DenialClosed, { denialId, claimId, patientId, outcome }, patientId);
    }
  }
}

async function payersById(context: BillingContext): Promise<Map<string, Payer>> {
  const { items } = await context
    .call(administrationContract)
    .listPayers({ limit: 200, includeInactive: true });
  return new Map(items.map(payer => [payer.id, payer]));
}
