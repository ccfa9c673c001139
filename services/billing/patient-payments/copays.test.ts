import { billingContract } from '@spark-den/contracts/billing/operations';
import { cents, localDate } from '@spark-den/kernel';
import { person } from '@spark-den/testkit';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { inBilling, LOCATION, PROVIDER, startBilling, type BillingTest } from '../testing/billing-system.ts';
import { remittanceFile, type ClaimDecision } from '../testing/remittance-file.ts';
import { sendClaim, type SentClaim } from '../testing/sent-claims.ts';

const biller = person('billing-manager', [billingContract]);
const frontDesk = person('front-desk-coordinator', [billingContract]);

describe('a copay', () => {
  let test: BillingTest;
  let control = 0;
  beforeAll(async () => {
    test = await startBilling();
  });
  afterEach(async () => {
    const report = await office().checkInvariants({});
    expect(report.evidence.filter(item => !item.ok)).toEqual([]);
  });
  afterAll(() => test.stop());

  const office = () => test.as(billingContract, biller);

  /** A visit whose claim was sent, and what was paid for it at the desk. */
  async function visit(copayCents: number, charges: readonly number[] = [10_000]) {
    control += 1;
    const appointmentId = randomUUID();
    const claim = await inBilling(test, context => sendClaim(context, { pcn: `COPAY${control}`, charges }));
    await keepCharge(claim, appointmentId, charges);
    const { receiptId } = await test.as(billingContract, frontDesk).collectCopay({
      patientId: claim.patientId,
      appointmentId,
      tender: 'cash',
      amountCents: copayCents,
    });
    return { claim, receiptId };
  }

  function keepCharge(claim: SentClaim, appointmentId: string, charges: readonly number[]): Promise<void> {
    return inBilling(test, async ({ db, newId, now, practiceId }) => {
      const id = newId();
      await db
        .insertInto('charge')
        .values({
          id,
          practiceId,
          patientId: claim.patientId,
          encounterId: null,
          encounterVersion: null,
          appointmentId,
          providerId: PROVIDER,
          locationId: LOCATION,
          placeOfService: '11',
          dateOfService: localDate('2026-11-10'),
          source: 'hand',
          status: 'posted',
          diagnoses: '[]',
          findings: '[]',
          totalCents: cents(charges.reduce((sum, amount) => sum + amount, 0)),
          coverageId: null,
          payerId: null,
          claimId: claim.claimId,
          voidReason: null,
          version: 1,
          createdAt: now,
          createdBy: biller.id,
          postedAt: now,
        })
        .execute();
      await db
        .insertInto('chargeLine')
        .values(
          charges.map((amount, index) => ({
            id: claim.chargeLineIds[index] ?? '',
            practiceId,
            chargeId: id,
            lineNumber: index + 1,
            code: '99213',
            label: null,
            modifiers: '[]',
            units: 1,
            diagnosisPointers: '[1]',
            unitChargeCents: cents(amount),
            chargeCents: cents(amount),
            expectedAllowedCents: null,
            feeScheduleId: null,
            priceRule: null,
            feeScheduleName: null,
          })),
        )
        .execute();
    });
  }

  /** The insurer leaves `shares` to the patient and pays the rest. */
  const decided = (
    { pcn, lineControls }: SentClaim,
    charges: readonly number[],
    shares: readonly number[],
  ): ClaimDecision => ({
    pcn,
    lines: charges.map((charge, index) => ({
      charge,
      lineControl: lineControls[index] ?? '',
      adjust: shares[index] ? [['PR', '1', shares[index]]] : [],
    })),
  });

  async function post(...claims: ClaimDecision[]): Promise<void> {
    control += 1;
    const file = remittanceFile([{ trace: `T${control}`, claims }], control);
    const { ok } = await office().importRemittance({
      fileName: `${control}.835`,
      base64: Buffer.from(file).toString('base64'),
    });
    expect(ok).toBe(true);
  }

  const standing = async (patientId: string, receiptId: string) => {
    const { balances } = await office().getPatientBalance({ patientId });
    const { unappliedCents, appliedCents } = await office().getReceipt({ receiptId });
    return { owed: balances.patientCents, unappliedCents, appliedCents };
  };

  it('RCM-20 pays its visit by itself when the insurer has decided', async () => {
    const { claim, receiptId } = await visit(2_500);
    expect(await standing(claim.patientId, receiptId)).toMatchObject({ unappliedCents: 2_500 });
    await post(decided(claim, [10_000], [4_000]));
    expect(await standing(claim.patientId, receiptId)).toEqual({
      owed: 1_500,
      unappliedCents: 0,
      appliedCents: 2_500,
    });
  });

  it('RCM-20 pays no other visit of the same patient', async () => {
    const { claim, receiptId } = await visit(2_500);
    const { patientId } = claim;
    const other = await inBilling(test, context =>
      sendClaim(context, { pcn: 'OTHER1', charges: [8_000], patientId }),
    );
    await post(decided(claim, [10_000], [0]), decided(other, [8_000], [8_000]));
    expect(await standing(patientId, receiptId)).toEqual({
      owed: 8_000,
      unappliedCents: 2_500,
      appliedCents: 0,
    });
  });

  it('RCM-10 RCM-20 gives back what a correction takes from the share', async () => {
    const { claim, receiptId } = await visit(2_500);
    const first = decided(claim, [10_000], [4_000]);
    await post(first);
    await post({ ...first, reversed: true }, { ...decided(claim, [10_000], [1_000]), icn: 'ICN-CORRECTED' });
    expect(await standing(claim.patientId, receiptId)).toEqual({
      owed: 0,
      unappliedCents: 1_500,
      appliedCents: 1_000,
    });
  });

  it('RCM-20 never pays more than is left to the patient, whatever the insurer leaves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12_000 }),
        fc.array(fc.nat(10_000), { minLength: 1, maxLength: 3 }),
        async (copay, shares) => {
          const charges = shares.map(() => 10_000);
          const { claim, receiptId } = await visit(copay, charges);
          await post(decided(claim, charges, shares));
          const share = shares.reduce((sum, amount) => sum + amount, 0);
          const applied = Math.min(copay, share);
          expect(await standing(claim.patientId, receiptId)).toEqual({
            owed: share - applied,
            unappliedCents: copay - applied,
            appliedCents: applied,
          });
        },
      ),
      { numRuns: process.env.ASSURE ? 1_000 : 20 },
    );
  });
});
