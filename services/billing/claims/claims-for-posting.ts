import type { ClaimStatus, PayerOrder } from '@spark-den/contracts/billing/claim-types';
import type { Cents, LocalDate } from '@spark-den/kernel';
import type { Context } from '@spark-den/service-kit';
import type { Transaction } from 'kysely';
import type { BillingDatabase } from '../database.ts';
import { nextCoverage } from './next-payer.ts';

/** A claim as a remittance meets it: one version that was sent to one payer. */
export interface ClaimForPosting {
  readonly claimId: string;
  readonly patientControlNumber: string;
  readonly versionNumber: number;
  readonly frequency: '1' | '7' | '8';
  readonly status: ClaimStatus;
  readonly patientId: string;
  readonly payerId: string;
  /** N104 and the id that the payer has in the practice's list, where the remittance names it. */
  readonly payerEdiId: string;
  readonly payerName: string;
  readonly payerOrder: PayerOrder;
  readonly providerId: string;
  readonly locationId: string;
  readonly dateOfService: LocalDate;
  readonly totalCents: Cents;
  readonly payerClaimNumber: string | null;
  /** Who is asked next for what this payer leaves to the patient; null: the patient. */
  readonly nextPayerId: string | null;
  /** What is left after this payer may not be asked of the patient. */
  readonly patientOwesNothing: boolean;
  readonly lines: readonly ClaimLineForPosting[];
}

export interface ClaimLineForPosting {
  readonly chargeLineId: string;
  readonly lineControlNumber: string;
  readonly lineNumber: number;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly chargeCents: Cents;
  readonly dateOfService: LocalDate;
}

const CHUNK = 1_000;

/**
 * Finds sent claims by CLM01. A number may answer twice: once for the payer that was billed and once for the
 * payer to which that one crossed the claim over; the remittance's payer decides.
 */
export async function findClaimsForPosting(
  context: Pick<Context<BillingDatabase>, 'db' | 'practiceId'>,
  patientControlNumbers: readonly string[],
): Promise<ClaimForPosting[]> {
  const numbers = [...new Set(patientControlNumbers)];
  const found: ClaimForPosting[] = [];
  for (let start = 0; start < numbers.length; start += CHUNK) {
    found.push(...(await findChunk(context.db, context.practiceId, numbers.slice(start, start + CHUNK))));
  }
  return found;
}

async function findChunk(
  db: Transaction<BillingDatabase>,
  practiceId: string,
  numbers: readonly string[],
): Promise<ClaimForPosting[]> {
  const versions = await db
    .selectFrom('claimVersion')
    .innerJoin('claim', join =>
      join
        .onRef('claim.id', '=', 'claimVersion.claimId')
        .onRef('claim.practiceId', '=', 'claimVersion.practiceId'),
    )
    .where('claimVersion.practiceId', '=', practiceId)
    .where('claimVersion.patientControlNumber', 'in', numbers)
    .where('claimVersion.frozenAt', 'is not', null)
    .select([
      'claimVersion.id as claimVersionId',
      'claimVersion.patientControlNumber',
      'claimVersion.versionNumber',
      'claimVersion.frequency',
      'claimVersion.content',
      'claim.id as claimId',
      'claim.status',
      'claim.patientId',
      'claim.payerId',
      'claim.payerName',
      'claim.payerOrder',
      'claim.providerId',
      'claim.locationId',
      'claim.dateOfService',
      'claim.totalCents',
      'claim.payerClaimNumber',
    ])
    .orderBy('claimVersion.versionNumber')
    .execute();
  if (versions.length === 0) return [];
  const lines = await db
    .selectFrom('claimLine')
    .where('practiceId', '=', practiceId)
    .where(
      'claimVersionId',
      'in',
      versions.map(version => version.claimVersionId),
    )
    .selectAll()
    .orderBy('lineNumber')
    .execute();
  const linesOf = new Map<string, typeof lines>();
  for (const line of lines)
    linesOf.set(line.claimVersionId, [...(linesOf.get(line.claimVersionId) ?? []), line]);
  return versions.map(({ claimVersionId, content, ...version }) => ({
    ...version,
    payerEdiId: content.coverages[content.destination]?.payer.ediId ?? '',
    nextPayerId: nextCoverage(content)?.payer.id ?? null,
    patientOwesNothing:
      content.coverages[content.destination]?.payer.profile.secondary.patientOwesNothingAfter ?? false,
    lines: (linesOf.get(claimVersionId) ?? []).map(line => ({
      chargeLineId: line.chargeLineId,
      lineControlNumber: line.lineControlNumber,
      lineNumber: line.lineNumber,
      code: line.code,
      modifiers: line.modifiers,
      units: line.units,
      chargeCents: line.chargeCents,
      dateOfService: line.dateOfService,
    })),
  }));
}
