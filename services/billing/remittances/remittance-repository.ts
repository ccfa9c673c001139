import type { ClaimPaymentFacts, PostedClaimPayment, RemittanceFacts } from '@spark-den/ledger';
import { cents, type Cents } from '@spark-den/kernel';
import { sql, type Selectable } from 'kysely';
import type { BillingContext } from '../context.ts';
import { linesOfEntries } from '../ledger/journal-repository.ts';
import type { ClaimPaymentTable, RemittanceTable, ServicePaymentTable } from './tables.ts';

export type RemittanceRow = Selectable<RemittanceTable>;
export type ClaimPaymentRow = Selectable<ClaimPaymentTable>;
export type ServicePaymentRow = Selectable<ServicePaymentTable>;

const CHUNK = 5_000;

/** Remittances of the same payment (payer, trace, date, amount) that are in the books. */
export async function postedWithSamePayment(
  context: BillingContext,
  facts: RemittanceFacts,
): Promise<RemittanceRow[]> {
  return context.db
    .selectFrom('remittance')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('status', '=', 'posted')
    .where('originator', '=', facts.originator)
    .where('trace', '=', facts.trace)
    .where('paymentDate', '=', facts.paymentDate)
    .where('amountCents', '=', facts.amountCents)
    .where('creditOrDebit', '=', facts.creditOrDebit)
    .orderBy('postedAt')
    .execute();
}

export interface ClaimPaymentToInsert {
  readonly id: string;
  readonly payment: ClaimPaymentFacts;
  readonly state: ClaimPaymentRow['state'];
  readonly parkReason: ClaimPaymentRow['parkReason'];
  readonly claimId: string | null;
  readonly patientId: string | null;
  readonly payerId: string | null;
  readonly matchedBy: string | null;
  readonly entryId: string | null;
  readonly reversesId: string | null;
  readonly contractualCents: Cents;
  readonly deniedCents: Cents;
  /** Our line for each service, by the service's ordinal. */
  readonly chargeLines: ReadonlyMap<number, string>;
}

/** Writes what a remittance says of its claims and their lines, in bulk. */
export async function insertClaimPayments(
  context: BillingContext,
  remittanceId: string,
  items: readonly ClaimPaymentToInsert[],
): Promise<void> {
  const { db, practiceId, now } = context;
  for (let start = 0; start < items.length; start += CHUNK) {
    const rows = items.slice(start, start + CHUNK).map(({ payment, ...item }) => ({
      id: item.id,
      practice_id: practiceId,
      remittance_id: remittanceId,
      ordinal: payment.ordinal,
      patient_control_number: payment.patientControlNumber,
      payer_claim_number: payment.payerClaimNumber,
      status_code: payment.statusCode,
      charge_cents: payment.chargeCents,
      paid_cents: payment.paidCents,
      patient_responsibility_cents: payment.patientResponsibilityCents,
      contractual_cents: item.contractualCents,
      denied_cents: item.deniedCents,
      patient_name: payment.patientName,
      member_id: payment.memberId,
      service_date: payment.serviceDate,
      adjustments: payment.adjustments,
      remarks: payment.remarks,
      state: item.state,
      park_reason: item.parkReason,
      claim_id: item.claimId,
      patient_id: item.patientId,
      payer_id: item.payerId,
      matched_by: item.matchedBy,
      entry_id: item.entryId,
      reverses_id: item.reversesId,
      posted_at: item.state === 'posted' ? now : null,
    }));
    await sql`
      insert into claim_payment
      select payment.*
      from jsonb_populate_recordset(null::claim_payment, ${JSON.stringify(rows)}::jsonb) as payment`.execute(
      db,
    );
  }
  const services = items.flatMap(item =>
    item.payment.lines.map(line => ({
      practice_id: practiceId,
      claim_payment_id: item.id,
      ordinal: line.ordinal,
      line_control_number: line.lineControlNumber,
      charge_line_id: item.chargeLines.get(line.ordinal) ?? null,
      code: line.code,
      modifiers: line.modifiers,
      submitted_code: line.submittedCode,
      submitted_modifiers: line.submittedModifiers,
      units: line.units,
      charge_cents: line.chargeCents,
      paid_cents: line.paidCents,
      allowed_cents: line.allowedCents,
      service_date: line.serviceDate,
      adjustments: line.adjustments,
      remarks: line.remarks,
    })),
  );
  for (let start = 0; start < services.length; start += CHUNK) {
    await sql`
      insert into service_payment
      select service.*
      from jsonb_populate_recordset(null::service_payment, ${JSON.stringify(services.slice(start, start + CHUNK))}::jsonb) as service`.execute(
      db,
    );
  }
}

/** Payments of these claims that stand in the books and were not reversed, newest first, with their postings. */
export async function standingPayments(
  context: BillingContext,
  claimIds: readonly string[],
): Promise<Map<string, PostedClaimPayment[]>> {
  const found = new Map<string, PostedClaimPayment[]>();
  const unique = [...new Set(claimIds)];
  for (let start = 0; start < unique.length; start += CHUNK) {
    const rows = await context.db
      .selectFrom('claimPayment')
      .select(['id', 'claimId', 'entryId', 'payerClaimNumber', 'chargeCents', 'paidCents', 'postedAt'])
      .where('practiceId', '=', context.practiceId)
      .where('claimId', 'in', unique.slice(start, start + CHUNK))
      .where('state', '=', 'posted')
      .where('statusCode', '<>', '22')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('claimPayment as reversal')
              .select('reversal.id')
              .whereRef('reversal.practiceId', '=', 'claimPayment.practiceId')
              .whereRef('reversal.reversesId', '=', 'claimPayment.id'),
          ),
        ),
      )
      .orderBy('postedAt', 'desc')
      .orderBy('id', 'desc')
      .execute();
    const lines = await linesOfEntries(
      context,
      rows.flatMap(row => row.entryId ?? []),
    );
    for (const row of rows) {
      const claimId = row.claimId ?? '';
      found.set(claimId, [
        ...(found.get(claimId) ?? []),
        { ...row, claimPaymentId: row.id, lines: lines.get(row.entryId ?? '') ?? [] },
      ]);
    }
  }
  return found;
}

/** Parked payments of earlier remittances under these claim numbers. */
export async function parkedPayments(
  context: BillingContext,
  patientControlNumbers: readonly string[],
): Promise<ClaimPaymentRow[]> {
  const rows: ClaimPaymentRow[] = [];
  const unique = [...new Set(patientControlNumbers)];
  for (let start = 0; start < unique.length; start += CHUNK) {
    rows.push(
      ...(await context.db
        .selectFrom('claimPayment')
        .selectAll()
        .where('practiceId', '=', context.practiceId)
        .where('patientControlNumber', 'in', unique.slice(start, start + CHUNK))
        .where('state', '=', 'unmatched')
        .orderBy('id')
        .forUpdate()
        .execute()),
    );
  }
  return rows;
}

/** Reads claim payments back as the file told them. */
export async function factsOf(
  context: BillingContext,
  rows: readonly ClaimPaymentRow[],
): Promise<Map<string, ClaimPaymentFacts>> {
  const services =
    rows.length === 0
      ? []
      : await serviceRowsOf(
          context,
          rows.map(row => row.id),
        );
  return new Map(
    rows.map(row => [
      row.id,
      {
        ...row,
        lines: services
          .filter(service => service.claimPaymentId === row.id)
          .map(service => ({ ...service, units: Number(service.units) })),
      },
    ]),
  );
}

export function serviceRowsOf(context: BillingContext, claimPaymentIds: readonly string[]) {
  return context.db
    .selectFrom('servicePayment')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('claimPaymentId', 'in', claimPaymentIds)
    .orderBy('claimPaymentId')
    .orderBy('ordinal')
    .execute();
}

export async function remittanceById(context: BillingContext, remittanceId: string) {
  return context.db
    .selectFrom('remittance')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', remittanceId)
    .executeTakeFirst();
}

/** Money of a remittance that no claim has taken, and how many claims wait. */
export async function waitingOf(context: BillingContext, remittanceIds: readonly string[]) {
  if (remittanceIds.length === 0) return new Map<string, { count: number; cents: Cents }>();
  const { rows } = await sql<{ remittanceId: string; count: number; cents: Cents }>`
    select remittance_id, count(*)::integer as count, sum(paid_cents)::bigint as cents from claim_payment
    where remittance_id = any(${[...remittanceIds]}::uuid[]) and state in ('unmatched', 'information')
    group by remittance_id`.execute(context.db);
  return new Map(rows.map(row => [row.remittanceId, { count: row.count, cents: cents(row.cents) }]));
}
