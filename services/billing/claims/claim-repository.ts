import type { BilledLine, Finding } from '@spark-den/claim-rules';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { sumCents, type LocalDate } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { BillingContext } from '../context.ts';
import type { ClaimContent } from './claim-content.ts';
import { lineControlNumber } from './claim.ts';
import type { ClaimTable, ClaimVersionTable } from './tables.ts';

export type ClaimRow = Selectable<ClaimTable>;
export type ClaimVersionRow = Selectable<ClaimVersionTable>;

export async function findClaim(
  context: BillingContext,
  claimId: string,
  options: { readonly lock?: boolean } = {},
): Promise<ClaimRow> {
  let query = context.db
    .selectFrom('claim')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', claimId);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.claim_not_found', { claimId });
  return row;
}

export async function findVersion(
  context: BillingContext,
  claim: Pick<ClaimRow, 'id' | 'currentVersion'>,
): Promise<ClaimVersionRow> {
  return context.db
    .selectFrom('claimVersion')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('claimId', '=', claim.id)
    .where('versionNumber', '=', claim.currentVersion)
    .executeTakeFirstOrThrow();
}

/** The claim that follows this one to the next payer. */
export async function findSuccessor(context: BillingContext, claimId: string): Promise<ClaimRow | undefined> {
  return context.db
    .selectFrom('claim')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('previousClaimId', '=', claimId)
    .where('status', '<>', 'voided')
    .forUpdate()
    .executeTakeFirst();
}

export async function insertClaim(
  context: BillingContext,
  claim: Omit<Insertable<ClaimTable>, 'practiceId' | 'version' | 'createdAt' | 'updatedAt'>,
): Promise<void> {
  await context.db
    .insertInto('claim')
    .values({
      ...claim,
      practiceId: context.practiceId,
      version: 1,
      createdAt: context.now,
      updatedAt: context.now,
    })
    .execute();
}

export async function updateClaim(
  context: BillingContext,
  claimId: string,
  change: Omit<Updateable<ClaimTable>, 'version'>,
): Promise<void> {
  await context.db
    .updateTable('claim')
    .set(eb => ({ ...change, version: eb('version', '+', 1), updatedAt: context.now }))
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', claimId)
    .execute();
}

export interface NewVersion {
  readonly claimId: string;
  readonly versionNumber: number;
  readonly patientControlNumber: string;
  readonly payerId: string;
  readonly frequency: '1' | '7' | '8';
  readonly content: ClaimContent;
  /** A claim that crossed over is out already. */
  readonly frozen?: boolean;
}

/** Keeps a version with its lines; the lines get their control numbers. */
export async function insertVersion(context: BillingContext, version: NewVersion): Promise<ClaimContent> {
  const id = context.newId();
  const content = withControlNumbers(version.content, version.patientControlNumber);
  await context.db
    .insertInto('claimVersion')
    .values({
      id,
      practiceId: context.practiceId,
      claimId: version.claimId,
      versionNumber: version.versionNumber,
      patientControlNumber: version.patientControlNumber,
      payerId: version.payerId,
      frequency: version.frequency,
      content: JSON.stringify(content),
      batchId: null,
      frozenAt: version.frozen ? context.now : null,
    })
    .execute();
  await insertLines(context, version.claimId, id, content);
  return content;
}

/** Changes the content of a version that is not frozen. */
export async function rewriteVersion(
  context: BillingContext,
  version: ClaimVersionRow,
  content: ClaimContent,
): Promise<ClaimContent> {
  const numbered = withControlNumbers(content, version.patientControlNumber);
  await context.db
    .updateTable('claimVersion')
    .set({ content: JSON.stringify(numbered) })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', version.id)
    .where('frozenAt', 'is', null)
    .execute();
  await context.db
    .deleteFrom('claimLine')
    .where('practiceId', '=', context.practiceId)
    .where('claimVersionId', '=', version.id)
    .execute();
  await insertLines(context, version.claimId, version.id, numbered);
  return numbered;
}

async function insertLines(
  context: BillingContext,
  claimId: string,
  claimVersionId: string,
  content: ClaimContent,
): Promise<void> {
  if (content.lines.length === 0) return;
  await context.db
    .insertInto('claimLine')
    .values(
      content.lines.map(line => ({
        id: context.newId(),
        practiceId: context.practiceId,
        claimId,
        claimVersionId,
        lineNumber: line.lineNumber,
        lineControlNumber: line.lineControlNumber,
        chargeLineId: line.chargeLineId,
        code: line.code,
        modifiers: JSON.stringify(line.modifiers),
        units: line.units,
        chargeCents: line.chargeCents,
        dateOfService: line.dateOfService,
      })),
    )
    .execute();
}

function withControlNumbers(content: ClaimContent, controlNumber: string): ClaimContent {
  return {
    ...content,
    lines: content.lines.map((line, index) => ({
      ...line,
      lineNumber: index + 1,
      lineControlNumber: lineControlNumber(controlNumber, index + 1),
    })),
  };
}

export function totalOfContent(content: ClaimContent) {
  return sumCents(content.lines, line => line.chargeCents);
}

/** Lines of the patient's other live claims of the day, for the duplicate guard. */
export async function billedLinesOfDay(
  context: BillingContext,
  claim: { readonly id: string; readonly patientId: string; readonly dateOfService: LocalDate },
): Promise<BilledLine[]> {
  const rows = await context.db
    .selectFrom('claim')
    .innerJoin('claimVersion', join =>
      join
        .onRef('claimVersion.claimId', '=', 'claim.id')
        .onRef('claimVersion.practiceId', '=', 'claim.practiceId')
        .onRef('claimVersion.versionNumber', '=', 'claim.currentVersion'),
    )
    .innerJoin('claimLine', 'claimLine.claimVersionId', 'claimVersion.id')
    .select([
      'claim.id as claimId',
      'claim.payerId',
      'claim.providerId',
      'claimLine.code',
      'claimLine.modifiers',
      'claimLine.dateOfService',
    ])
    .where('claim.practiceId', '=', context.practiceId)
    .where('claim.patientId', '=', claim.patientId)
    .where('claim.dateOfService', '=', claim.dateOfService)
    .where('claim.id', '<>', claim.id)
    .where('claim.status', '<>', 'voided')
    .execute();
  return rows.map(({ providerId, ...row }) => ({ ...row, renderingProviderId: providerId }));
}

/** What the timeline says was found; a notice belongs to the whole file. */
export function ruleIdsOf(findings: readonly Finding[]): string[] {
  return findings.filter(({ severity }) => severity !== 'notice').map(({ ruleId }) => ruleId);
}

export function findingCounts(findings: readonly Finding[]) {
  const errorCount = findings.filter(finding => finding.severity === 'error').length;
  const warningCount = findings.filter(finding => finding.severity === 'warning').length;
  return { findings: JSON.stringify(findings), errorCount, warningCount };
}
