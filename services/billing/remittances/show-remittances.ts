import { billingContract } from '@spark-den/contracts/billing/operations';
import type { RemittanceClaim, RemittanceSummary } from '@spark-den/contracts/billing/remittance-types';
import { ZERO } from '@spark-den/kernel';
import { fail, type Handlers, type Ports } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import {
  remittanceById,
  serviceRowsOf,
  waitingOf,
  type ClaimPaymentRow,
  type RemittanceRow,
  type ServicePaymentRow,
} from './remittance-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

export const listRemittances: BillingHandlers['listRemittances'] = async (
  context,
  { status, cursor, limit },
) => {
  const after = decodeCursor(cursor, 2);
  let query = context.db
    .selectFrom('remittance')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('paymentDate', 'desc')
    .orderBy('id', 'desc');
  if (status) query = query.where('status', '=', status);
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('paymentDate', 'id'),
        '<',
        tuple(String(after[0]) as RemittanceRow['paymentDate'], String(after[1])),
      ),
    );
  }
  const rows = await query.limit(limit + 1).execute();
  const waiting = await waitingOf(
    context,
    rows.map(row => row.id),
  );
  return pageOf(
    rows,
    limit,
    row => [row.paymentDate, row.id],
    row => toSummary(row, waiting.get(row.id)),
  );
};

const SHOWN_CLAIMS = 500;

export const getRemittance: BillingHandlers['getRemittance'] = async (context, { remittanceId }) => {
  const row = await remittanceById(context, remittanceId);
  if (!row) throw fail(billingContract, 'billing.remittance_not_found', { remittanceId });
  const claims = await context.db
    .selectFrom('claimPayment')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('remittanceId', '=', remittanceId)
    .orderBy('ordinal')
    .limit(SHOWN_CLAIMS)
    .execute();
  const services =
    claims.length === 0
      ? []
      : await serviceRowsOf(
          context,
          claims.map(claim => claim.id),
        );
  const rival = row.rivalId ? await remittanceById(context, row.rivalId) : undefined;
  const waiting = await waitingOf(context, [row.id, ...(rival ? [rival.id] : [])]);
  for (const patientId of new Set(claims.map(claim => claim.patientId)))
    if (patientId) context.audit({ patientId });
  context.audit({ entityType: 'remittance', entityId: remittanceId });
  return {
    ...toSummary(row, waiting.get(row.id)),
    findings: row.findings,
    providerAdjustments: row.providerAdjustments,
    claims: claims.map(claim =>
      toClaim(
        claim,
        services.filter(service => service.claimPaymentId === claim.id),
      ),
    ),
    rival: rival ? toSummary(rival, waiting.get(rival.id)) : null,
  };
};

export const getRemittanceFile =
  (blobs: Ports['blobs']): BillingHandlers['getRemittanceFile'] =>
  async (context, { remittanceId }) => {
    const file = await fileOfRemittance(context, remittanceId);
    const bytes = await blobs.get(context.practiceId, file.blobKey);
    context.audit({ entityType: 'remittance', entityId: remittanceId });
    return {
      contentType: 'application/edi-x12',
      fileName: file.fileName,
      base64: Buffer.from(bytes).toString('base64'),
    };
  };

export async function fileOfRemittance(context: BillingContext, remittanceId: string) {
  const file = await context.db
    .selectFrom('remittance')
    .innerJoin('remittanceFile', join =>
      join
        .onRef('remittanceFile.practiceId', '=', 'remittance.practiceId')
        .onRef('remittanceFile.id', '=', 'remittance.fileId'),
    )
    .select(['remittanceFile.id', 'remittanceFile.blobKey', 'remittanceFile.fileName'])
    .where('remittance.practiceId', '=', context.practiceId)
    .where('remittance.id', '=', remittanceId)
    .executeTakeFirst();
  if (!file) throw fail(billingContract, 'billing.remittance_not_found', { remittanceId });
  return file;
}

export function toSummary(
  row: RemittanceRow,
  waiting: { readonly count: number; readonly cents: number } | undefined,
): RemittanceSummary {
  const posted = row.status === 'posted';
  return {
    remittanceId: row.id,
    fileId: row.fileId,
    trace: row.trace,
    payerName: row.payerName,
    paymentMethod: row.method,
    paymentDate: row.paymentDate,
    amountCents: row.amountCents,
    status: row.status,
    reason: row.reason,
    claimCount: row.claimCount,
    lineCount: row.lineCount,
    unmatchedCount: posted ? (waiting?.count ?? 0) : 0,
    unappliedCents: posted ? ((waiting?.cents ?? ZERO) as RemittanceSummary['unappliedCents']) : ZERO,
    providerAdjustmentCents: row.providerAdjustmentCents,
    receivedAt: row.receivedAt,
    postedAt: row.postedAt,
  };
}

function toClaim(row: ClaimPaymentRow, services: readonly ServicePaymentRow[]): RemittanceClaim {
  return {
    claimPaymentId: row.id,
    ordinal: row.ordinal,
    patientControlNumber: row.patientControlNumber,
    payerClaimNumber: row.payerClaimNumber,
    claimId: row.claimId,
    patientId: row.patientId,
    patientName: row.patientName,
    statusCode: row.statusCode,
    state: row.state === 'held' ? 'information' : row.state,
    matchedBy: row.matchedBy,
    chargeCents: row.chargeCents,
    paidCents: row.paidCents,
    patientResponsibilityCents: row.patientResponsibilityCents,
    contractualCents: row.contractualCents,
    deniedCents: row.deniedCents,
    reversesId: row.reversesId,
    adjustments: row.adjustments,
    lines: services.map(
      ({ practiceId: _, claimPaymentId: __, submittedCode: ___, submittedModifiers: ____, ...line }) => ({
        ...line,
        units: Number(line.units),
      }),
    ),
  };
}
