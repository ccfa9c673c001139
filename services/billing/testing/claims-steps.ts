import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { cents, localDate } from '@spark-den/kernel';
import { person, PRACTICE_ID } from '@spark-den/testkit';
import { parseProfessionalClaims, readInterchanges, transactionsOf } from '@spark-den/x12';
import { randomUUID } from 'node:crypto';
import { findClaimsForPosting, type ClaimForPosting } from '../claims/claims-for-posting.ts';
import { recordAdjudications, type Adjudication } from '../claims/record-adjudications.ts';
import type { BillingContext } from '../context.ts';
import { patientWith, visitCharge, type ChargeInput, type ClaimsTest, type Cover } from './claims-system.ts';

/** What tests of claims do again and again, on the system that `day` gives. */
export function claimsSteps(day: () => ClaimsTest) {
  const billing = (practiceId?: string) =>
    day().test.as(
      billingContract,
      person('billing-manager', [billingContract, administrationContract], practiceId),
    );
  const known = (...covers: readonly Cover[]) => {
    const patient = patientWith(...covers);
    day().patients.set(patient.patientId, patient);
    return patient;
  };

  /** A posted charge and its claim. */
  async function claimOf(patientId: string, change: Partial<ChargeInput> = {}) {
    const draft = await billing().draftCharge(visitCharge(patientId, change));
    const posted = await billing().postCharge({ chargeId: draft.chargeId }, { version: draft.version });
    return billing().getClaim({ claimId: posted.claimId ?? '' });
  }

  async function send(...claimIds: string[]) {
    const batch = await billing().createClaimBatch({ claimIds });
    await day().test.settled();
    return billing().getClaimBatch({ batchId: batch.batchId });
  }

  /** What the payer or the clearinghouse says of claims, as integration tells it. */
  function acknowledged(batchId: string, results: readonly object[], source = '277CA', speaker = 'payer') {
    return day().publish('ClaimsAcknowledged', batchId, {
      fileId: randomUUID(),
      answersFileId: null,
      batchId,
      source,
      speaker,
      results,
    });
  }

  const accepted = (patientControlNumber: string, payerClaimNumber: string | null = null) => ({
    patientControlNumber,
    outcome: 'accepted',
    codes: ['A2:20:PR'],
    payerClaimNumber,
  });

  /** Runs work as billing itself, in a transaction of the practice. */
  function inBilling<T>(work: (context: BillingContext) => Promise<T>): Promise<T> {
    const runtime = day().test.system.runtimes.get('billing');
    if (!runtime) throw new Error('billing does not run');
    return runtime.worker.inPractice(PRACTICE_ID, 'test', context => work(context as BillingContext));
  }

  async function decide(patientControlNumber: string, change: Partial<Adjudication> = {}) {
    await inBilling(async context => {
      const [claim] = await findClaimsForPosting(context, [patientControlNumber]);
      if (!claim) throw new Error('the claim was not found for posting');
      await recordAdjudications(context, [decisionOn(claim, change)]);
    });
  }

  const interchangeOf = (batchId: string) => day().sent.get(batchId)?.interchange ?? '';
  const professionalClaimsOf = (batchId: string) =>
    [...transactionsOf(readInterchanges(interchangeOf(batchId)))].map(
      ({ transaction }) => parseProfessionalClaims(transaction).value,
    );

  return {
    billing,
    known,
    claimOf,
    send,
    acknowledged,
    accepted,
    inBilling,
    decide,
    interchangeOf,
    professionalClaimsOf,
  };
}

/** A decision that allows 80 %, of which the patient owes a fifth. */
export function decisionOn(claim: ClaimForPosting, change: Partial<Adjudication> = {}): Adjudication {
  const lines = claim.lines.map(line => {
    const allowed = cents(Math.round(line.chargeCents * 0.8));
    const share = cents(Math.round(allowed * 0.2));
    return {
      chargeLineId: line.chargeLineId,
      code: line.code,
      modifiers: line.modifiers,
      units: line.units,
      paidCents: cents(allowed - share),
      adjustments: [
        { group: 'CO', reason: '45', amountCents: cents(line.chargeCents - allowed), quantity: null },
        { group: 'PR', reason: '2', amountCents: share, quantity: null },
      ],
      remarks: [],
    };
  });
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    cents(lines.reduce((total, line) => total + of(line), 0));
  return {
    claimId: claim.claimId,
    patientControlNumber: claim.patientControlNumber,
    claimPaymentId: randomUUID(),
    remittanceId: randomUUID(),
    fileId: randomUUID(),
    statusCode: '1',
    payerClaimNumber: 'ICN0001',
    decidedOn: localDate('2026-03-20'),
    chargeCents: claim.totalCents,
    paidCents: sum(line => line.paidCents),
    patientResponsibilityCents: sum(line => line.adjustments[1]?.amountCents ?? 0),
    deniedCents: cents(0),
    nextPayerId: claim.nextPayerId,
    adjustments: [],
    lines,
    ...change,
  };
}
