import { cents, sumCents } from '@spark-den/kernel';
import fc from 'fast-check';
import type { AdjustmentFacts } from './types.ts';
import { planClaim, remittanceReceiptEntry, type ClaimPosting } from './plan-claim.ts';
import { planReversal } from './plan-reversal.ts';
import type { PostableClaim } from './postable-claim.ts';
import { cas, claimOf, PAYER, paymentOf, reversalOf } from './fixtures.ts';
import { localDate } from '@spark-den/kernel';

const notDenials = new Set(['1', '2', '3', '45', '253', '23', '94', '144', '187', '59']);
const isDenial = ({ reason }: AdjustmentFacts) => !notDenials.has(reason);
const date = localDate('2026-03-20');

function post(claim: PostableClaim, payment: ClaimPosting['payment'], open?: ReadonlyMap<string, number>) {
  return planClaim(
    { claimPaymentId: 'cp', remittanceId: 'r', paymentDate: date, payer: PAYER, payment, claim },
    (_, line) => cents(open?.get(line) ?? claim.lines.find(l => l.chargeLineId === line)?.chargeCents ?? 0),
    isDenial,
  );
}

function posted(plan: ReturnType<typeof post>) {
  if (plan.state !== 'posted') throw new Error(plan.reason);
  const totals: Record<string, number> = {};
  for (const line of plan.entry.lines) totals[line.account] = (totals[line.account] ?? 0) + line.amountCents;
  return totals;
}

describe('posting a claim payment', () => {
  it('RCM-19 pays, reduces by contract and leaves the share to the patient', () => {
    const claim = claimOf([16500]);
    const plan = post(
      claim,
      paymentOf(claim, [[cas('CO', '45', 3300), cas('PR', '1', 5000), cas('PR', '2', 1640)]]),
    );
    expect(posted(plan)).toEqual({
      unapplied_insurance: 6560,
      contractual: 3300,
      ar_patient: 6640,
      ar_insurance: -16500,
    });
  });

  it('RCM-10 never writes a denial off: the denied amount stays open with the insurer', () => {
    const claim = claimOf([16500, 1500]);
    const plan = post(claim, paymentOf(claim, [[cas('CO', '45', 3300)], [cas('CO', '97', 1500)]]));
    expect(posted(plan)).toEqual({ unapplied_insurance: 13200, contractual: 3300, ar_insurance: -16500 });
  });

  it('RCM-10 keeps sequestration apart from the contract', () => {
    const claim = claimOf([10000]);
    const plan = post(
      claim,
      paymentOf(claim, [[cas('CO', '45', 2000), cas('CO', '253', 128), cas('PR', '2', 1600)]]),
    );
    expect(posted(plan)).toMatchObject({ sequestration: 128, contractual: 2000, ar_patient: 1600 });
  });

  it('RCM-10 hands the share to the next payer, not to the patient, where there is one', () => {
    const claim = claimOf([10000], { nextPayerId: 'payer-2' });
    const plan = post(claim, paymentOf(claim, [[cas('CO', '45', 2000), cas('PR', '2', 1600)]]));
    if (plan.state !== 'posted') throw new Error('parked');
    const next = plan.entry.lines.filter(line => line.payerId === 'payer-2');
    expect(next.map(line => [line.account, line.amountCents])).toEqual([['ar_insurance', 1600]]);
    expect(posted(plan).ar_patient).toBeUndefined();
  });

  it('RCM-10 posts a secondary against what the primary left, and repeats no write-off', () => {
    const claim = claimOf([10000], { payerRank: 2, patientMayBeBilled: false });
    const payment = paymentOf(claim, [[cas('OA', '23', 6400), cas('CO', '45', 2100)]]);
    const plan = post(claim, payment, new Map([['line-1', 1600]]));
    expect(posted(plan)).toEqual({ unapplied_insurance: 1500, contractual: 100, ar_insurance: -1600 });
  });

  it('RCM-10 parks what would make a receivable negative', () => {
    const claim = claimOf([10000]);
    const plan = post(claim, paymentOf(claim, [[cas('CO', '45', 2000)]]), new Map([['line-1', 0]]));
    expect(plan).toEqual({ state: 'parked', reason: 'exceeds_open_balance' });
  });

  it('RCM-19 parks a payment of another payer, another charge or an unknown line', () => {
    const claim = claimOf([10000]);
    const payment = paymentOf(claim, [[cas('CO', '45', 2000)]]);
    expect(post({ ...claim, payerIdentifiers: ['OTHER'] }, payment)).toMatchObject({
      reason: 'payer_differs',
    });
    expect(post({ ...claim, chargeCents: cents(9000) }, payment)).toMatchObject({ reason: 'charge_differs' });
    const other = {
      ...payment,
      lines: payment.lines.map(l => ({ ...l, lineControlNumber: null, chargeCents: cents(1) })),
    };
    expect(post(claim, other)).toMatchObject({ reason: 'line_not_found' });
  });

  it('RCM-19 matches a line by its control number even where the payer dropped the modifier and changed the code', () => {
    const claim = claimOf([10000, 10000]);
    const payment = paymentOf(claim, [[], [cas('CO', '45', 4000)]]);
    const recoded = {
      ...payment,
      lines: payment.lines.map(line => ({ ...line, code: 'X9999', modifiers: ['25'] })),
    };
    const plan = post(claim, recoded);
    if (plan.state !== 'posted') throw new Error('parked');
    expect(plan.lines.map(line => [line.line.chargeLineId, line.paidCents, line.matchedBy])).toEqual([
      ['line-1', 10000, 'line_control_number'],
      ['line-2', 6000, 'line_control_number'],
    ]);
  });

  it('RCM-10 shares an adjustment of the whole claim out over its lines to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (charges, first, second, withLines) => {
          const claim = claimOf(charges);
          const contract = Math.floor(claim.chargeCents * first);
          const share = Math.floor((claim.chargeCents - contract) * second);
          const adjustments = [cas('CO', '45', contract), cas('PR', '2', share)];
          const full = paymentOf(
            claim,
            charges.map(() => []),
            adjustments,
          );
          const totals = posted(post(claim, withLines ? full : { ...full, lines: [] }));
          expect(totals.contractual ?? 0).toBe(contract);
          expect(totals.ar_patient ?? 0).toBe(share);
          expect(totals.unapplied_insurance ?? 0).toBe(full.paidCents);
        },
      ),
    );
  });

  it('F14 a reversal takes the original back exactly, and without one it waits', () => {
    const claim = claimOf([16500]);
    const payment = paymentOf(claim, [[cas('CO', '45', 3300), cas('PR', '2', 2640)]]);
    const plan = post(claim, payment);
    if (plan.state !== 'posted') throw new Error('parked');
    const standing = {
      claimPaymentId: 'cp',
      entryId: 'entry',
      payerClaimNumber: 'ICN1',
      chargeCents: payment.chargeCents,
      paidCents: payment.paidCents,
      lines: plan.entry.lines,
    };
    const reversal = { claimPaymentId: 'cp2', paymentDate: date, remittanceId: 'r2' };
    const undone = planReversal(reversal, reversalOf(payment), [standing], () => cents(0));
    if (undone.state !== 'posted') throw new Error(undone.reason);
    const after = [...plan.entry.lines, ...(undone.entry?.lines ?? [])];
    for (const account of new Set(after.map(line => line.account))) {
      expect(
        sumCents(
          after.filter(line => line.account === account),
          line => line.amountCents,
        ),
      ).toBe(0);
    }
    expect(undone.entry?.reversesEntryId).toBe('entry');
    expect(planReversal(reversal, reversalOf(payment), [], () => cents(0))).toEqual({
      state: 'parked',
      reason: 'original_not_found',
    });
  });

  it('RCM-10 books cash, provider adjustments and interest so that the receipt is zero-sum', () => {
    const entry = remittanceReceiptEntry({
      remittanceId: 'r',
      paymentDate: date,
      payerId: null,
      cashCents: cents(9200),
      claimsCents: cents(10000),
      providerAdjustments: [
        { reason: 'WO', amountCents: cents(1000) },
        { reason: 'L6', amountCents: cents(-200) },
      ],
    });
    expect(entry.lines.map(line => [line.account, line.amountCents])).toEqual([
      ['cash_insurance', 9200],
      ['provider_adjustments', 1000],
      ['interest_income', -200],
      ['unapplied_insurance', -10000],
    ]);
  });
});
