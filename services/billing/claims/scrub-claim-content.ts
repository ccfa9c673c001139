import type { Payer } from '@spark-den/contracts/administration/types';
import {
  scrub,
  type BilledLine,
  type Finding,
  type PayerRules,
  type ScrubClaim,
  type ScrubFacts,
} from '@spark-den/claim-rules';
import { codes } from '@spark-den/codes';
import type { Instant, LocalDate } from '@spark-den/kernel';
import type { ClaimContent } from './claim-content.ts';

export interface ScrubInput {
  readonly claimId: string;
  readonly patientId: string;
  readonly content: ClaimContent;
  readonly frequency: '1' | '7' | '8';
  readonly payerClaimNumber: string | null;
}

export interface ScrubSurroundings {
  readonly billed: readonly BilledLine[];
  /** Codes of the practice's charge schedules. */
  readonly practiceCodes: ReadonlySet<string>;
  readonly today: LocalDate;
  readonly now: Instant;
}

const ORDERS = ['primary', 'secondary', 'tertiary'] as const;

export function payerOrderOf(destination: number): (typeof ORDERS)[number] {
  return ORDERS[destination] ?? 'tertiary';
}

/** Every finding of a claim, by the rules of libs/claim-rules. */
export function scrubContent(input: ScrubInput, surroundings: ScrubSurroundings): Finding[] {
  const payer = input.content.coverages[input.content.destination]?.payer;
  if (!payer) throw new RangeError(`a claim without a payer: ${input.claimId}`);
  const facts: ScrubFacts = { codes, payer: payerRules(payer), ...surroundings };
  return scrub(scrubClaimOf(input, payer), facts);
}

/** A payer's profile as the rules read it. */
export function payerRules(payer: Payer): PayerRules {
  return {
    payerId: payer.id,
    name: payer.name,
    kind: payer.kind,
    acceptedFrequencies: payer.profile.acceptedFrequencies,
    deadlines: payer.profile.deadlines,
    acknowledgmentLagDays: payer.profile.acknowledgmentLagDays,
    acceptsElectronicSecondary: payer.profile.secondary.acceptsElectronic,
    refusedModifiers: payer.profile.refusedModifiers,
    maxLinesPerClaim: payer.profile.maxLinesPerClaim,
  };
}

export function scrubClaimOf(input: ScrubInput, payer: Payer): ScrubClaim {
  const { content } = input;
  const coverage = content.coverages[content.destination];
  const decisions = content.priorDecisions.map(decision => decision.decidedOn).sort();
  return {
    claimId: input.claimId,
    patientId: input.patientId,
    patient: content.patient,
    subscriber: coverage ? { ...coverage.subscriber, memberId: coverage.memberId } : null,
    relationship: coverage?.relationship ?? 'self',
    payerId: payer.id,
    payerOrder: payerOrderOf(content.destination),
    renderingProvider: {
      id: content.rendering.providerId,
      npi: content.rendering.npi,
      taxonomyCode: content.rendering.taxonomyCode,
    },
    billingProvider: {
      npi: content.practice.npi,
      taxId: content.practice.taxId,
      postalCode: content.practice.address.postalCode,
    },
    placeOfService: content.location.placeOfService,
    dateOfService: content.dateOfService,
    diagnoses: content.diagnoses,
    lines: content.lines,
    frequency: input.frequency,
    payerClaimNumber: input.payerClaimNumber,
    primaryRemittanceDate: decisions.at(-1) ?? null,
  };
}
