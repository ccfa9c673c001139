import type { BilledLine } from '@spark-den/claim-rules';
import type { Charge, ChargeSummary } from '@spark-den/contracts/billing/charge-types';
import { codes } from '@spark-den/codes';
import { billingContract } from '@spark-den/contracts/billing/operations';
import type { LocalDate } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import type { BillingContext } from '../context.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';
import type { PricedLine } from './charge.ts';
import type { ChargeLineTable, ChargeTable } from './tables.ts';

export type ChargeRow = Selectable<ChargeTable>;
export type ChargeLineRow = Selectable<ChargeLineTable>;

export async function findCharge(
  context: BillingContext,
  chargeId: string,
  options: { readonly lock?: boolean } = {},
): Promise<ChargeRow> {
  let query = context.db
    .selectFrom('charge')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', chargeId);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.charge_not_found', { chargeId });
  return row;
}

/** The charge that stands for an encounter: the one that is not void. */
export async function chargeOfEncounter(
  context: BillingContext,
  encounterId: string,
): Promise<ChargeRow | undefined> {
  return context.db
    .selectFrom('charge')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('encounterId', '=', encounterId)
    .where('status', '<>', 'voided')
    .forUpdate()
    .executeTakeFirst();
}

export async function linesOfCharges(
  context: BillingContext,
  chargeIds: readonly string[],
): Promise<ChargeLineRow[]> {
  if (chargeIds.length === 0) return [];
  return context.db
    .selectFrom('chargeLine')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('chargeId', 'in', chargeIds)
    .orderBy('chargeId')
    .orderBy('lineNumber')
    .execute();
}

/** The posted charges on a claim, in the order in which they were entered. */
export async function chargesOfClaim(context: BillingContext, claimId: string): Promise<ChargeRow[]> {
  return context.db
    .selectFrom('charge')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('claimId', '=', claimId)
    .where('status', '=', 'posted')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** Writes the lines of a charge in place of those that are there. */
export async function replaceLines(
  context: BillingContext,
  chargeId: string,
  lines: readonly PricedLine[],
): Promise<void> {
  await context.db
    .deleteFrom('chargeLine')
    .where('practiceId', '=', context.practiceId)
    .where('chargeId', '=', chargeId)
    .execute();
  await context.db
    .insertInto('chargeLine')
    .values(
      lines.map(({ modifiers, diagnosisPointers, ...line }, index) => ({
        ...line,
        id: context.newId(),
        practiceId: context.practiceId,
        chargeId,
        lineNumber: index + 1,
        modifiers: JSON.stringify(modifiers),
        diagnosisPointers: JSON.stringify(diagnosisPointers),
      })),
    )
    .execute();
}

/** What the insurer is expected to allow for lines that stay as they were posted. */
export async function setExpectedAllowed(
  context: BillingContext,
  lines: readonly ChargeLineRow[],
  priced: readonly PricedLine[],
): Promise<void> {
  for (const [index, { id }] of lines.entries()) {
    await context.db
      .updateTable('chargeLine')
      .set({ expectedAllowedCents: priced[index]?.expectedAllowedCents ?? null })
      .where('practiceId', '=', context.practiceId)
      .where('id', '=', id)
      .execute();
  }
}

/** Lines of the patient's other live charges of the day: what the duplicate guard compares a charge with. */
export async function chargedLinesOfDay(
  context: BillingContext,
  charge: { readonly chargeId: string; readonly patientId: string; readonly dateOfService: LocalDate },
  payerId: string,
): Promise<BilledLine[]> {
  const rows = await context.db
    .selectFrom('charge')
    .innerJoin('chargeLine', join =>
      join
        .onRef('chargeLine.chargeId', '=', 'charge.id')
        .onRef('chargeLine.practiceId', '=', 'charge.practiceId'),
    )
    .select([
      'charge.id as chargeId',
      'charge.providerId',
      'charge.dateOfService',
      'chargeLine.code',
      'chargeLine.modifiers',
    ])
    .where('charge.practiceId', '=', context.practiceId)
    .where('charge.patientId', '=', charge.patientId)
    .where('charge.dateOfService', '=', charge.dateOfService)
    .where('charge.status', '<>', 'voided')
    .where('charge.id', '<>', charge.chargeId)
    .execute();
  return rows.map(row => ({
    claimId: row.chargeId,
    payerId,
    renderingProviderId: row.providerId,
    code: row.code,
    modifiers: row.modifiers,
    dateOfService: row.dateOfService,
  }));
}

export interface ChargeFilter {
  readonly status?: readonly ChargeRow['status'][] | undefined;
  readonly patientId?: string | undefined;
  readonly encounterId?: string | undefined;
  readonly underReview?: boolean | undefined;
  readonly coveredLater?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of charges, newest date of service first. */
export async function listChargeRows(context: BillingContext, filter: ChargeFilter) {
  const after = decodeCursor(filter.cursor, 2);
  let query = context.db
    .selectFrom('charge')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('dateOfService', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1);
  if (filter.status) query = query.where('status', 'in', filter.status);
  if (filter.patientId !== undefined)
    query = query.where('patientId', 'in', await recordsOf(context, filter.patientId));
  if (filter.encounterId !== undefined) query = query.where('encounterId', '=', filter.encounterId);
  if (filter.underReview !== undefined) {
    const open = context.db
      .selectFrom('chargeReview')
      .select('chargeId')
      .where('practiceId', '=', context.practiceId)
      .where('status', '=', 'open');
    query = query.where('id', filter.underReview ? 'in' : 'not in', open);
  }
  if (filter.coveredLater) {
    query = query
      .where('coveredLaterAt', 'is not', null)
      .where('coverageId', 'is', null)
      .where('status', '=', 'posted');
  }
  if (after) {
    query = query.where(eb =>
      eb(eb.refTuple('dateOfService', 'id'), '<', eb.tuple(String(after[0]) as LocalDate, String(after[1]))),
    );
  }
  const rows = await query.execute();
  const lines = await linesOfCharges(
    context,
    rows.map(row => row.id),
  );
  const reviews = await openReviews(
    context,
    rows.map(row => row.id),
  );
  return pageOf(
    rows,
    filter.limit,
    row => [row.dateOfService, row.id],
    (row): ChargeSummary => ({
      ...summaryOf(row, reviews.has(row.id)),
      codes: lines.filter(line => line.chargeId === row.id).map(line => line.code),
    }),
  );
}

export async function openReviews(
  context: BillingContext,
  chargeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (chargeIds.length === 0) return new Set();
  const rows = await context.db
    .selectFrom('chargeReview')
    .select('chargeId')
    .where('practiceId', '=', context.practiceId)
    .where('status', '=', 'open')
    .where('chargeId', 'in', chargeIds)
    .execute();
  return new Set(rows.map(row => row.chargeId));
}

/** A charge as the contract shows it. */
export async function showCharge(context: BillingContext, chargeId: string): Promise<Charge> {
  const row = await findCharge(context, chargeId);
  const lines = await linesOfCharges(context, [chargeId]);
  const reviews = await openReviews(context, [chargeId]);
  return {
    ...summaryOf(row, reviews.has(chargeId)),
    diagnoses: row.diagnoses,
    diagnosisLabels: diagnosisLabels(row.diagnoses),
    findings: row.findings as Charge['findings'],
    lines: lines.map(line => ({
      lineId: line.id,
      lineNumber: line.lineNumber,
      code: line.code,
      label: line.label,
      modifiers: line.modifiers,
      units: line.units,
      diagnosisPointers: line.diagnosisPointers,
      unitChargeCents: line.unitChargeCents,
      chargeCents: line.chargeCents,
      expectedAllowedCents: line.expectedAllowedCents,
      pricedBy:
        line.feeScheduleId === null
          ? null
          : {
              feeScheduleId: line.feeScheduleId,
              feeScheduleName: line.feeScheduleName ?? '',
              rule: line.priceRule ?? '',
            },
    })),
  };
}

function summaryOf(row: ChargeRow, underReview: boolean) {
  return {
    chargeId: row.id,
    patientId: row.patientId,
    encounterId: row.encounterId,
    encounterVersion: row.encounterVersion,
    appointmentId: row.appointmentId,
    providerId: row.providerId,
    locationId: row.locationId,
    placeOfService: row.placeOfService,
    dateOfService: row.dateOfService,
    source: row.source,
    sourceEventId: row.sourceEventId,
    status: row.status,
    underReview,
    totalCents: row.totalCents,
    coverageId: row.coverageId,
    payerId: row.payerId,
    claimId: row.claimId,
    coveredLaterAt: row.coveredLaterAt,
    version: row.version,
    createdAt: row.createdAt,
    postedAt: row.postedAt,
  };
}

/** Short texts of diagnoses; empty where the set does not know one. */
export function diagnosisLabels(diagnoses: readonly string[]): string[] {
  return diagnoses.map(code => codes.lookup('icd10cm', code).label ?? '');
}
