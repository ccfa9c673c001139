import { billingContract } from '@spark-den/contracts/billing/operations';
import type { AccountCode, EntryKind, JournalEntry, JournalLine } from '@spark-den/ledger';
import type { Cents, LocalDate } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';
import { NOBODY } from './tables.ts';

export interface EntryToInsert extends JournalEntry {
  readonly entryId: string;
}

/** Rows in one statement; more would make a statement of tens of megabytes. */
const CHUNK = 20_000;

/** Writes entries with all their lines, in bulk: a remittance may bring a hundred thousand lines. */
export async function insertEntries(
  context: BillingContext,
  entries: readonly EntryToInsert[],
  postingDate: LocalDate,
): Promise<void> {
  const { db, practiceId, now, principal } = context;
  const headers = entries.map(entry => ({
    id: entry.entryId,
    kind: entry.kind,
    cause_type: entry.cause.type,
    cause_id: entry.cause.id,
    reverses_entry_id: entry.reversesEntryId ?? null,
    memo: entry.memo,
    event_date: entry.eventDate,
  }));
  for (let start = 0; start < headers.length; start += CHUNK) {
    await sql`
      insert into journal_entry (id, practice_id, kind, cause_type, cause_id, reverses_entry_id, memo, event_date,
                                 posting_date, posted_at, posted_by)
      select id, ${practiceId}, kind, cause_type, cause_id, reverses_entry_id, memo, event_date,
             ${postingDate}, ${now}, ${principal.displayName}
      from jsonb_to_recordset(${JSON.stringify(headers.slice(start, start + CHUNK))}::jsonb) as entry (
        id uuid, kind text, cause_type text, cause_id uuid, reverses_entry_id uuid, memo text, event_date date)
    `.execute(db);
  }
  const lines = entries.flatMap(entry =>
    entry.lines.map((line, index) => lineRow(entry.entryId, index + 1, line)),
  );
  for (let start = 0; start < lines.length; start += CHUNK) {
    await sql`
      insert into journal_line (practice_id, entry_id, ordinal, account, amount_cents, patient_id, guarantor_id,
                                claim_id, charge_line_id, payer_id, provider_id, location_id, remittance_id,
                                receipt_id, service_date, reason)
      select ${practiceId}, entry_id, ordinal, account, amount_cents, patient_id, guarantor_id,
             claim_id, charge_line_id, payer_id, provider_id, location_id, remittance_id,
             receipt_id, service_date, reason
      from jsonb_to_recordset(${JSON.stringify(lines.slice(start, start + CHUNK))}::jsonb) as line (
        entry_id uuid, ordinal integer, account text, amount_cents bigint, patient_id uuid, guarantor_id uuid,
        claim_id uuid, charge_line_id uuid, payer_id uuid, provider_id uuid, location_id uuid, remittance_id uuid,
        receipt_id uuid, service_date date, reason text)
    `.execute(db);
  }
}

function lineRow(entryId: string, ordinal: number, line: JournalLine) {
  return {
    entry_id: entryId,
    ordinal,
    account: line.account,
    amount_cents: line.amountCents,
    patient_id: line.patientId,
    guarantor_id: line.guarantorId,
    claim_id: line.claimId,
    charge_line_id: line.chargeLineId,
    payer_id: line.payerId,
    provider_id: line.providerId,
    location_id: line.locationId,
    remittance_id: line.remittanceId,
    receipt_id: line.receiptId,
    service_date: line.serviceDate,
    reason: line.reason,
  };
}

/** The lines of entries, as they were posted. */
export async function linesOfEntries(
  context: BillingContext,
  entryIds: readonly string[],
): Promise<Map<string, JournalLine[]>> {
  const found = new Map<string, JournalLine[]>();
  for (let start = 0; start < entryIds.length; start += 5_000) {
    const rows = await context.db
      .selectFrom('journalLine')
      .selectAll()
      .where('entryId', 'in', entryIds.slice(start, start + 5_000))
      .orderBy('entryId')
      .orderBy('ordinal')
      .execute();
    for (const { practiceId: _, entryId, ordinal: __, ...row } of rows) {
      const line = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
      found.set(entryId, [...(found.get(entryId) ?? []), line as unknown as JournalLine]);
    }
  }
  return found;
}

export interface OpenRow {
  readonly chargeLineId: string;
  readonly account: 'ar_insurance' | 'ar_patient';
  readonly payerId: string | null;
  readonly patientId: string;
  readonly guarantorId: string;
  readonly claimId: string | null;
  readonly providerId: string | null;
  readonly locationId: string | null;
  readonly serviceDate: LocalDate | null;
  readonly amountCents: Cents;
}

/** What is open on these charges; with `lock` until the transaction ends, always in the same order, so nobody deadlocks. */
export async function openBalances(
  context: BillingContext,
  chargeLineIds: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<OpenRow[]> {
  const rows: OpenRow[] = [];
  const ids = [...new Set(chargeLineIds)].sort();
  for (let start = 0; start < ids.length; start += 10_000) {
    const found = await context.db
      .selectFrom('openBalance')
      .selectAll()
      .where('practiceId', '=', context.practiceId)
      .where('chargeLineId', '=', sql<string>`any(${ids.slice(start, start + 10_000)}::uuid[])`)
      .orderBy('chargeLineId')
      .orderBy('account')
      .orderBy('payerId')
      .$if(lock, query => query.forUpdate())
      .execute();
    rows.push(...found.map(row => ({ ...row, payerId: row.payerId === NOBODY ? null : row.payerId })));
  }
  return rows;
}

/** Fails where the ledger does not know one of these charges. */
export async function requireChargeLines(
  context: BillingContext,
  chargeLineIds: readonly string[],
): Promise<void> {
  if (chargeLineIds.length === 0) return;
  const rows = await context.db
    .selectFrom('openBalance')
    .select('chargeLineId')
    .where('practiceId', '=', context.practiceId)
    .where('chargeLineId', 'in', chargeLineIds)
    .execute();
  const unknown = chargeLineIds.find(id => !rows.some(row => row.chargeLineId === id));
  if (unknown) throw fail(billingContract, 'billing.charge_line_not_found', { chargeLineId: unknown });
}

/** What a patient owes on every record of theirs, charge by charge, locked. */
export async function lockPatientShares(context: BillingContext, patientId: string): Promise<OpenRow[]> {
  const rows = await context.db
    .selectFrom('openBalance')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('patientId', 'in', await recordsOf(context, patientId))
    .where('account', '=', 'ar_patient')
    .where('amountCents', '>', 0 as Cents)
    .orderBy('chargeLineId')
    .orderBy('payerId')
    .forUpdate()
    .execute();
  return rows.map(row => ({ ...row, payerId: null }));
}

/** What lowered the patient's share of charges, the latest first: receipts and write-offs, by charge. */
export async function loweredShares(context: BillingContext, chargeLineIds: readonly string[]) {
  const { rows } = await sql<{
    chargeLineId: string;
    patientId: string;
    guarantorId: string;
    claimId: string | null;
    providerId: string | null;
    locationId: string | null;
    serviceDate: string | null;
    receiptId: string | null;
    source: string;
    loweredCents: Cents;
  }>`
    select line.charge_line_id, line.patient_id, coalesce(line.guarantor_id, line.patient_id) as guarantor_id,
           max(line.claim_id::text) as claim_id, max(line.provider_id::text) as provider_id,
           max(line.location_id::text) as location_id, max(line.service_date) as service_date, line.receipt_id,
           case when line.receipt_id is null then line.reason else 'unapplied_patient' end as source,
           -sum(line.amount_cents)::bigint as lowered_cents
    from journal_line line
    join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
    where line.account = 'ar_patient' and line.charge_line_id = any(${[...chargeLineIds]}::uuid[])
      and (line.receipt_id is not null or entry.kind = 'write_off'
           or (entry.kind = 'allocation_release' and line.receipt_id is null))
    group by line.charge_line_id, line.patient_id, 3, line.receipt_id, source
    having sum(line.amount_cents) < 0
    order by max(entry.sequence) desc`.execute(context.db);
  return rows;
}

export interface PostingRow {
  readonly entryId: string;
  readonly ordinal: number;
  readonly kind: EntryKind;
  readonly account: AccountCode;
  readonly amountCents: Cents;
}
