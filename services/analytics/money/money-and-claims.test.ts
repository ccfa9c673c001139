import { cents } from '@spark-den/kernel';
import type { TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { analyticsSteps, LAKESIDE, ledger, startAnalytics, TODAY } from '../testing/analytics-system.ts';

describe('figures of money and claims', () => {
  let test: TestSystem;
  const { forgetEverything, publish, dashboard, figure, rows } = analyticsSteps(() => test);
  beforeAll(async () => {
    test = await startAnalytics();
  });
  afterAll(() => test.stop());
  beforeEach(forgetEverything);

  it('DASH-02 (narrow: no day close) shows payments posted, apart from charges, equal to the cash lines of the ledger', async () => {
    const [receipt, remittance, lastWeek] = [randomUUID(), randomUUID(), randomUUID()];
    ledger.set(receipt, [
      { account: 'cash_drawer', amountCents: cents(25_00), on: TODAY },
      { account: 'unapplied_patient', amountCents: cents(-25_00), on: TODAY },
    ]);
    ledger.set(remittance, [{ account: 'cash_insurance', amountCents: cents(152_40), on: TODAY }]);
    ledger.set(lastWeek, [{ account: 'cash_insurance', amountCents: cents(100_00), on: '2026-11-09' }]);
    const payment = { receiptId: receipt, patientId: randomUUID(), appointmentId: null, purpose: 'copay' };
    await publish('PatientPaymentPosted', receipt, payment);
    for (const remittanceId of [remittance, lastWeek]) {
      await publish('RemittancePosted', remittanceId, {
        remittanceId,
        fileId: randomUUID(),
        claimCount: 1,
        unmatchedCount: 0,
      });
    }
    const chargeId = randomUUID();
    const charge = { chargeId, patientId: randomUUID(), encounterId: null, amountCents: 165_00 };
    await publish('ChargePosted', chargeId, {
      ...charge,
      appointmentId: null,
      providerId: randomUUID(),
      locationId: LAKESIDE,
      payerId: null,
      dateOfService: TODAY,
    });
    expect(await figure('payments-posted-today')).toMatchObject({
      value: 177_40,
      baseline: 100_00,
      change: 77_40,
    });
    expect(await figure('charges-posted-today')).toMatchObject({ value: 165_00 });
    const behind = await rows('payments-posted-today');
    expect(behind.reduce((sum, row) => sum + (row.amountCents ?? 0), 0)).toBe(177_40);
    expect(behind.map(row => row.entityId).sort()).toEqual([receipt, remittance].sort());

    ledger.get(receipt)?.push({ account: 'cash_drawer', amountCents: cents(-25_00), on: TODAY });
    await publish('BalanceChanged', payment.patientId, {
      patientId: payment.patientId,
      causeType: 'receipt',
      causeId: receipt,
    });
    await publish('ChargeVoided', chargeId, charge);
    expect((await figure('payments-posted-today'))?.value).toBe(152_40);
    expect((await figure('charges-posted-today'))?.value).toBe(0);
  });

  it('DASH-04 divides clean claims by first submissions of thirty days and shows the formula', async () => {
    const claim = async (clean: boolean, submittedAt: string | null) => {
      const state = { claimId: randomUUID(), patientId: randomUUID(), payerId: randomUUID() };
      await publish(
        'ClaimCreated',
        state.claimId,
        { ...state, payerOrder: 'primary', status: 'ready', dateOfService: TODAY, totalCents: 100_00, clean },
        '2026-09-01T12:00:00Z',
      );
      const submission = { ...state, batchId: randomUUID(), versionNumber: 1 };
      if (submittedAt) await publish('ClaimSubmitted', state.claimId, submission, submittedAt);
      return submission;
    };
    await claim(true, '2026-11-16T12:00:00Z');
    await claim(true, '2026-10-18T12:00:00Z');
    const touched = await claim(false, '2026-11-01T12:00:00Z');
    await publish(
      'ClaimSubmitted',
      touched.claimId,
      { ...touched, versionNumber: 2 },
      '2026-11-10T12:00:00Z',
    );
    await claim(true, null);
    await claim(false, '2026-10-17T12:00:00Z');
    await claim(true, '2026-10-01T12:00:00Z');
    const card = (await dashboard()).cards.find(({ definition }) => definition.code === 'clean-claim-rate');
    expect(card?.figure).toEqual({ numerator: 2, denominator: 3, value: 667, baseline: 500, change: 167 });
    expect(card?.definition).toMatchObject({
      citation: expect.stringContaining('CL-1'),
      formula: expect.stringContaining('÷'),
    });
    expect((await rows('clean-claim-rate')).map(row => row.what).sort()).toEqual([
      'clean',
      'clean',
      'touched',
    ]);
  });
});
