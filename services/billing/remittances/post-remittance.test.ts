import { MEDICAID, PAYER, startBilling, type BillingTest } from '../testing/billing-system.ts';
import { remittanceFile } from '../testing/remittance-file.ts';
import { remittanceSteps } from '../testing/remittance-steps.ts';

describe('an 835 that is posted', () => {
  let test: BillingTest;
  const { billing, number, send, take, takeOne, pay, balances, expectSoundBooks } = remittanceSteps(
    () => test,
  );
  beforeAll(async () => {
    test = await startBilling();
  });
  afterEach(expectSoundBooks);
  afterAll(() => test.stop());

  it('NAV-14 (narrow row: no deposits) RCM-10 RCM-19 posts payment, contract, share and denial to the cent', async () => {
    const claim = await send([16_500, 1_500]);
    const outcome = await takeOne({
      trace: number('T'),
      claims: [
        pay(claim, [
          {
            charge: 16_500,
            adjust: [
              ['CO', '45', 3_300],
              ['PR', '2', 2_640],
            ],
          },
          { charge: 1_500, adjust: [['CO', '97', 1_500]], remarks: ['N19'] },
        ]),
      ],
    });
    expect(outcome).toMatchObject({
      status: 'posted',
      amountCents: 10_560,
      claims: 1,
      lines: 2,
      unmatched: [],
      unappliedCents: 0,
    });
    const account = await billing().getPatientAccount({ patientId: claim.patientId });
    expect(account.balances).toEqual({ insuranceCents: 1_500, patientCents: 2_640, unappliedCents: 0 });
    expect(account.charges).toContainEqual(
      expect.objectContaining({
        billedCents: 16_500,
        insurancePaidCents: 10_560,
        adjustedCents: 3_300,
        patientOpenCents: 2_640,
      }),
    );
    const remittance = await billing().getRemittance({ remittanceId: outcome.remittanceId ?? '' });
    expect(remittance.claims[0]).toMatchObject({
      state: 'posted',
      contractualCents: 3_300,
      deniedCents: 1_500,
    });
    const denials = await billing().listDenials({});
    expect(denials.items).toContainEqual(
      expect.objectContaining({
        claimId: claim.claimId,
        amountCents: 1_500,
        reason: '97',
        category: 'bundling',
        deadline: '2027-02-13',
      }),
    );
  });

  it('RCM-13 (narrow row: recoverable or not, not preventable and appealable) categorises each denied line by code and remark, never a contractual amount or a share', async () => {
    const claim = await send([10_000, 4_000, 3_000]);
    await takeOne({
      trace: number('T'),
      claims: [
        pay(claim, [
          {
            charge: 10_000,
            adjust: [
              ['CO', '45', 2_000],
              ['CO', '253', 160],
              ['PR', '1', 7_840],
            ],
          },
          { charge: 4_000, adjust: [['CO', '16', 4_000]], remarks: ['MA04'] },
          { charge: 3_000, adjust: [['CO', '97', 3_000]] },
        ]),
      ],
    });
    const denials = await billing().listDenials({ limit: 200 });
    const ours = denials.items
      .filter(denial => denial.claimId === claim.claimId)
      .sort((a, b) => b.amountCents - a.amountCents);
    expect(ours).toEqual([
      expect.objectContaining({
        chargeLineId: claim.chargeLineIds[1],
        category: 'other-payer',
        rootCauseOwner: 'Front desk',
        recoverable: true,
      }),
      expect.objectContaining({
        chargeLineId: claim.chargeLineIds[2],
        category: 'bundling',
        rootCauseOwner: 'Coding',
        recoverable: false,
      }),
    ]);
  });

  it('RCM-10 RCM-24 (narrow: no bank lines) posts PLB, interest and a zero payment; a forward balance nets to zero when it is taken', async () => {
    const claim = await send([10_000]);
    const trial = async (account: string) =>
      (await billing().getTrialBalance({})).rows.find(row => row.account === account)?.balanceCents;
    const [plbBefore, interestBefore] = [await trial('provider_adjustments'), await trial('interest_income')];
    const original = pay(claim, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }]);
    await takeOne({ trace: number('T'), claims: [original] });
    const zero = await takeOne({
      trace: number('T'),
      claims: [{ ...original, reversed: true }],
      plb: [['FB', -8_000]],
    });
    expect(zero).toMatchObject({ status: 'posted', amountCents: 0 });
    const other = await send([20_000]);
    await takeOne({
      trace: number('T'),
      claims: [pay(other, [{ charge: 20_000 }])],
      plb: [
        ['FB', 8_000],
        ['L6', -150],
      ],
    });
    expect(await trial('provider_adjustments')).toBe(plbBefore);
    expect(await trial('interest_income')).toBe((interestBefore ?? 0) - 150);
    expect((await balances(claim)).insuranceCents).toBe(10_000);
  });

  it('RCM-10 hands the share to the payer to which the claim crossed over, posts what that one decides, and asks nothing of a Medicaid patient', async () => {
    const claim = await send([10_000], { payerIds: [PAYER, MEDICAID] });
    const share = {
      charge: 10_000,
      adjust: [
        ['CO', '45', 2_000],
        ['PR', '2', 1_600],
      ],
    } as const;
    await takeOne({ trace: number('T'), claims: [pay(claim, [share], { status: '19' })] });
    expect(await balances(claim)).toMatchObject({ insuranceCents: 1_600, patientCents: 0 });
    const rest = {
      charge: 10_000,
      adjust: [
        ['OA', '23', 8_400],
        ['CO', '45', 600],
      ],
    } as const;
    const outcome = await takeOne({
      trace: number('T'),
      payer: { name: 'STATE MEDICAL ASSISTANCE', id: 'STMED03' },
      claims: [pay(claim, [rest], { status: '2' })],
    });
    expect(outcome.unmatched).toEqual([]);
    const account = await billing().getPatientAccount({ patientId: claim.patientId });
    expect(account.balances).toEqual({ insuranceCents: 0, patientCents: 0, unappliedCents: 0 });
    expect(account.charges[0]).toMatchObject({ insurancePaidCents: 7_400, adjustedCents: 2_600 });
  });

  it('keeps the file as it came', async () => {
    const claim = await send([10_000]);
    const content = remittanceFile([{ trace: number('T'), claims: [pay(claim, [{ charge: 10_000 }])] }]);
    const { remittances } = await take(content);
    const file = await billing().getRemittanceFile({ remittanceId: remittances[0]?.remittanceId ?? '' });
    expect(Buffer.from(file.base64, 'base64').toString()).toBe(content);
  });
});
