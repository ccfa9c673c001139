import { cents, localDate, type Cents } from '@spark-den/kernel';
import { sql } from 'kysely';
import type { ClaimContent } from '../claims/claim-content.ts';
import type { BillingContext } from '../context.ts';
import { postCharges } from '../ledger/post-charges.ts';
import { LOCATION, PAYER, PAYERS, PROVIDER } from './billing-system.ts';

export interface SentClaim {
  readonly claimId: string;
  readonly pcn: string;
  readonly patientId: string;
  readonly chargeLineIds: readonly string[];
  readonly lineControls: readonly string[];
}

/** A claim as it stands after it was sent: charges in the ledger, content frozen. Ordered by `payerIds`. */
export async function sendClaim(
  context: BillingContext,
  options: {
    readonly pcn: string;
    readonly charges: readonly number[];
    readonly payerIds?: readonly string[];
    readonly patientId?: string;
  },
): Promise<SentClaim> {
  const { pcn, charges } = options;
  const payerIds = options.payerIds ?? [PAYER];
  const destination = 0;
  const patientId = options.patientId ?? context.newId();
  const chargeLineIds = charges.map(() => context.newId());
  const lineControls = charges.map((_, index) => `${pcn}L${index + 1}`);
  const payers = payerIds.map(id => PAYERS.find(payer => payer.id === id) ?? PAYERS[0]!);
  const payer = payers[destination] ?? PAYERS[0]!;
  const [claimId, versionId] = [context.newId(), context.newId()];
  const serviceDate = localDate('2026-11-10');
  const common = { practiceId: context.practiceId, patientId, providerId: PROVIDER, locationId: LOCATION };
  const content = {
    coverages: payers.map(each => ({ payer: each, coverageId: context.newId() })),
    destination,
    priorDecisions: [],
    dateOfService: serviceDate,
    lines: charges.map((amount, index) => ({
      lineId: context.newId(),
      lineNumber: index + 1,
      lineControlNumber: lineControls[index],
      chargeId: context.newId(),
      chargeLineId: chargeLineIds[index],
      code: '99213',
      label: null,
      modifiers: [],
      units: 1,
      diagnosisPointers: [1],
      dateOfService: serviceDate,
      chargeCents: amount,
    })),
    // Posting reads no more of it than this.
  } as unknown as ClaimContent;
  const total = charges.reduce((sum, amount) => sum + amount, 0) as Cents;
  await context.db
    .insertInto('claim')
    .values({
      ...common,
      id: claimId,
      claimNumber: pcn,
      patientName: 'Quill, Ada',
      coverageId: context.newId(),
      payerId: payer.id,
      payerName: payer.name,
      payerOrder: 'primary',
      dateOfService: serviceDate,
      status: 'accepted',
      reason: null,
      ownerId: null,
      nextActionOn: null,
      fileByDate: null,
      totalCents: total,
      findings: '[]',
      errorCount: 0,
      warningCount: 0,
      payerClaimNumber: null,
      crossedOver: false,
      previousClaimId: null,
      currentVersion: 1,
      version: 1,
      createdAt: context.now,
      updatedAt: context.now,
    })
    .execute();
  await context.db
    .insertInto('claimVersion')
    .values({
      id: versionId,
      practiceId: context.practiceId,
      claimId,
      versionNumber: 1,
      patientControlNumber: pcn,
      payerId: payer.id,
      frequency: '1',
      content: JSON.stringify(content),
      batchId: null,
      frozenAt: context.now,
    })
    .execute();
  await context.db
    .insertInto('claimLine')
    .values(
      charges.map((amount, index) => ({
        id: context.newId(),
        practiceId: context.practiceId,
        claimId,
        claimVersionId: versionId,
        lineNumber: index + 1,
        lineControlNumber: lineControls[index] ?? '',
        chargeLineId: chargeLineIds[index] ?? '',
        code: '99213',
        modifiers: '[]',
        units: 1,
        chargeCents: cents(amount),
        dateOfService: serviceDate,
      })),
    )
    .execute();
  await postCharges(
    context,
    charges.map((amount, index) => ({
      ...common,
      chargeLineId: chargeLineIds[index] ?? '',
      payerId: payer.id,
      serviceDate,
      amountCents: cents(amount),
    })),
  );
  return { claimId, pcn, patientId, chargeLineIds, lineControls };
}

/** A hash of everything that the books say, free of ids and times: equal books, equal hash. */
export async function bookHash(context: BillingContext): Promise<string> {
  const { rows } = await sql<{ hash: string }>`
    select md5(coalesce(string_agg(line, E'\\n' order by line), '')) as hash from (
      select concat_ws('|', account, charge_line_id, case when account = 'ar_insurance' then payer_id end, sum(amount_cents)) as line
      from journal_line group by account, charge_line_id, case when account = 'ar_insurance' then payer_id end
      having sum(amount_cents) <> 0
    ) as balance`.execute(context.db);
  return rows[0]?.hash ?? '';
}
