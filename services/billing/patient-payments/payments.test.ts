import { billingContract } from '@spark-den/contracts/billing/operations';
import type { recordCardEvent } from '@spark-den/contracts/billing/payments';
import type { InputOf } from '@spark-den/contracts/operation';
import { cents, localDate } from '@spark-den/kernel';
import { person, systemUser } from '@spark-den/testkit';
import Fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { postCharges, voidCharges } from '../ledger/post-charges.ts';
import {
  inBilling,
  LOCATION,
  PAYER,
  PROVIDER,
  startBilling,
  type BillingTest,
} from '../testing/billing-system.ts';

const biller = person('billing-manager', [billingContract]);
const frontDesk = person('front-desk-coordinator', [billingContract]);
const manager = person('practice-manager', [billingContract]);

describe("patients' payments", () => {
  let test: BillingTest;
  let processor: FastifyInstance;
  let asked: URLSearchParams[];
  beforeAll(async () => {
    asked = [];
    processor = Fastify({ forceCloseConnections: true });
    processor.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_, body, done) => done(null, body),
    );
    const keep = (body: unknown) => void asked.push(new URLSearchParams(String(body)));
    processor.post('/v1/checkout/sessions', request => {
      keep(request.body);
      return { id: 'cs_1', object: 'checkout.session', url: 'http://cards.example/pay/cs_1' };
    });
    processor.post('/v1/refunds', request => {
      keep(request.body);
      return { id: 're_1', object: 'refund' };
    });
    const cardsApiUrl = await processor.listen({ host: '127.0.0.1', port: 0 });
    test = await startBilling({ settings: { cardsApiUrl } });
  });
  afterEach(async () => {
    const report = await test.as(billingContract, biller).checkInvariants({});
    expect(report.evidence.filter(item => !item.ok)).toEqual([]);
  });
  afterAll(async () => {
    await processor.close();
    await test.stop();
  });

  const desk = () => test.as(billingContract, frontDesk);
  const office = () => test.as(billingContract, biller);
  const owe = async (
    patientId: string,
    serviceDate: string,
    amountCents: number,
    payerId: string | null = null,
  ) => {
    const chargeLineId = randomUUID();
    await inBilling(test, context =>
      postCharges(context, [
        {
          chargeLineId,
          patientId,
          payerId,
          providerId: PROVIDER,
          locationId: LOCATION,
          serviceDate: localDate(serviceDate),
          amountCents: cents(amountCents),
        },
      ]),
    );
    return chargeLineId;
  };
  const balances = async (patientId: string) => (await office().getPatientBalance({ patientId })).balances;
  /** What the gateway hands on when the processor's signature was right. */
  const tell = (event: Omit<InputOf<typeof recordCardEvent>, 'processorReference' | 'amountCents'>) =>
    test
      .as(billingContract, systemUser())
      .recordCardEvent({ processorReference: `pi_${event.eventId}`, amountCents: 2_500, ...event });

  it('RCM-20 applies a payment to the oldest service first, or to what was named; the rest stays a credit', async () => {
    const patientId = randomUUID();
    const newer = await owe(patientId, '2026-11-12', 5_000);
    const older = await owe(patientId, '2026-11-02', 3_000);
    const first = await desk().collectPayment({ patientId, tender: 'cash', amountCents: 4_000 });
    expect(first).toMatchObject({ appliedCents: 4_000, unappliedCents: 0, state: 'posted' });
    const shown = await desk().getReceipt({ receiptId: first.receiptId });
    expect(shown.allocations.map(each => [each.chargeLineId, each.amountCents])).toEqual([
      [older, 3_000],
      [newer, 1_000],
    ]);
    const second = await desk().collectPayment({
      patientId,
      tender: 'check',
      amountCents: 9_000,
      reference: '1044',
    });
    expect(second).toMatchObject({ appliedCents: 4_000, unappliedCents: 5_000 });
    expect(await balances(patientId)).toEqual({ insuranceCents: 0, patientCents: 0, unappliedCents: 5_000 });
    const [early, late] = [
      await owe(patientId, '2026-11-13', 2_000),
      await owe(patientId, '2026-11-14', 2_000),
    ];
    const named = { chargeLineIds: [late], amountCents: 500 };
    const third = await desk().collectPayment({ patientId, tender: 'cash', ...named });
    await office().applyReceipt({ receiptId: second.receiptId, ...named });
    for (const { receiptId } of [third, second]) {
      const { allocations } = await desk().getReceipt({ receiptId });
      expect(allocations).toContainEqual(expect.objectContaining({ chargeLineId: late, amountCents: 500 }));
      expect(allocations.map(each => each.chargeLineId)).not.toContain(early);
    }
    expect(await office().applyReceipt({ receiptId: second.receiptId })).toMatchObject({
      unappliedCents: 1_500,
    });
  });

  it('RCM-20 keeps a copay as credit until the visit is decided, and prints a receipt', async () => {
    const patientId = randomUUID();
    await owe(patientId, '2026-11-12', 5_000);
    const copay = await desk().collectCopay({
      patientId,
      appointmentId: randomUUID(),
      tender: 'cash',
      amountCents: 2_500,
    });
    expect(copay).toMatchObject({ unappliedCents: 2_500, purpose: 'copay' });
    const pdf = await desk().getReceiptPdf({ receiptId: copay.receiptId });
    expect(Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('RCM-20 voids a receipt on its own day and not later', async () => {
    const patientId = randomUUID();
    await owe(patientId, '2026-11-12', 5_000);
    const one = await desk().collectPayment({ patientId, tender: 'cash', amountCents: 5_000 });
    expect(await office().voidReceipt({ receiptId: one.receiptId, note: 'wrong patient' })).toMatchObject({
      state: 'voided',
    });
    expect((await balances(patientId)).patientCents).toBe(5_000);
    const two = await desk().collectPayment({ patientId, tender: 'cash', amountCents: 5_000 });
    test.clock.set('2026-11-18T15:00:00Z');
    await expect(office().voidReceipt({ receiptId: two.receiptId, note: 'late' })).rejects.toMatchObject({
      code: 'billing.receipt_not_voidable',
    });
    test.clock.set('2026-11-16T15:00:00Z');
  });

  it('RCM-20 PAT-22 (narrow: hosted page, no terminal, no settlement report) HOOK-02 (narrow: payments and refunds, no disputes) F15 books a card payment by what the processor says alone: once, in any order, however often it comes', async () => {
    const patientId = randomUUID();
    const checkout = await desk().createCardCheckout({
      patientId,
      appointmentId: randomUUID(),
      purpose: 'copay',
      amountCents: 2_500,
      returnPath: '/scheduling/today',
    });
    expect(checkout).toMatchObject({ state: 'open', redirectUrl: 'http://cards.example/pay/cs_1' });
    expect(asked.at(-1)?.get('line_items[0][price_data][unit_amount]')).toBe('2500');
    expect(asked.at(-1)?.toString()).not.toContain(patientId);
    const { checkoutId } = checkout;
    expect((await balances(patientId)).unappliedCents).toBe(0);
    const paid = { eventId: 'evt_1', type: 'paid' as const, checkoutId };
    const told = await Promise.all([tell(paid), tell(paid), tell({ ...paid, eventId: 'evt_2' })]);
    expect(told.map(({ effect }) => effect).sort()).toEqual(['booked', 'repeated', 'repeated']);
    await tell({ eventId: 'evt_3', type: 'expired', checkoutId });
    expect(await desk().getCardCheckout({ checkoutId })).toMatchObject({ state: 'paid' });
    expect((await balances(patientId)).unappliedCents).toBe(2_500);
  });

  it('PAT-23 (narrow: no stored cards) no card number has a way in: it is typed at the processor', async () => {
    const patientId = randomUUID();
    const before = asked.length;
    const calls = [
      { operation: 'createCardCheckout', input: { purpose: 'deposit', returnPath: '/payments' } },
      { operation: 'collectPayment', input: { tender: 'check' } },
    ];
    for (const { operation, input } of calls) {
      const card = { patientId, amountCents: 2_500, cardNumber: '4242424242424242' };
      const refused = await test.dispatch('billing', { operation, input: { ...input, ...card } }, frontDesk);
      expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('cardNumber') as string]);
    }
    const byCard = { patientId, tender: 'card', amountCents: 2_500 };
    const refused = await test.dispatch('billing', { operation: 'collectPayment', input: byCard }, frontDesk);
    expect(refused.status).toBe(400);
    expect(asked).toHaveLength(before);
    const { rows } = await test.withRoot('business', root =>
      root.query<{ column_name: string }>(
        `select column_name from information_schema.columns
         where table_schema = 'billing' and column_name ~ '(card_number|\\mpan\\M|cvc|cvv|expiry)'`,
      ),
    );
    expect(rows).toEqual([]);
  });

  it('RCM-22 (narrow row: no queue of credits, no escheat clock) refunds a credit by its own tender after a second person approved', async () => {
    const patientId = randomUUID();
    const receipt = await desk().collectPayment({
      patientId,
      tender: 'check',
      purpose: 'deposit',
      amountCents: 6_000,
    });
    const ask = (amountCents: number) =>
      office().requestRefund({ receiptId: receipt.receiptId, amountCents, note: 'moved away' });
    await expect(ask(6_001)).rejects.toMatchObject({ code: 'billing.exceeds_credit' });
    const refund = await ask(4_000);
    await expect(ask(2_001)).rejects.toMatchObject({ code: 'billing.exceeds_credit' });
    const decide = { refundId: refund.refundId, approve: true };
    await expect(office().decideRefund(decide)).rejects.toMatchObject({ kind: 'forbidden' });
    const selfApprover = {
      ...biller,
      permissions: new Set([...biller.permissions, 'billing.refund.approve']),
    };
    await expect(test.as(billingContract, selfApprover).decideRefund(decide)).rejects.toMatchObject({
      code: 'billing.same_person',
    });
    expect(await test.as(billingContract, manager).decideRefund(decide)).toMatchObject({ state: 'paid' });
    await expect(test.as(billingContract, manager).decideRefund(decide)).rejects.toMatchObject({
      code: 'billing.refund_decided',
    });
    expect((await balances(patientId)).unappliedCents).toBe(2_000);
    expect(await desk().getReceipt({ receiptId: receipt.receiptId })).toMatchObject({ refundedCents: 4_000 });
  });

  it('RCM-22 refuses a refund while an insurer has not decided or the patient owes something else', async () => {
    const patientId = randomUUID();
    const receipt = await desk().collectPayment({
      patientId,
      tender: 'cash',
      purpose: 'deposit',
      amountCents: 6_000,
    });
    const refund = () =>
      office().requestRefund({ receiptId: receipt.receiptId, amountCents: 1_000, note: 'x' });
    const insured = await owe(patientId, '2026-11-12', 1_000, PAYER);
    await expect(refund()).rejects.toMatchObject({
      code: 'billing.refund_blocked',
      fields: { insuranceCents: 1_000, patientCents: 0 },
    });
    await inBilling(test, context => voidCharges(context, [insured]));
    await owe(patientId, '2026-11-12', 1_000);
    await expect(refund()).rejects.toMatchObject({
      code: 'billing.refund_blocked',
      fields: { insuranceCents: 0, patientCents: 1_000 },
    });
  });

  it('RCM-22 pays a card refund when the processor says so, and gives the credit back when it fails', async () => {
    for (const [type, unapplied] of [
      ['refunded', 0],
      ['refund_failed', 2_500],
    ] as const) {
      const patientId = randomUUID();
      const { checkoutId } = await desk().createCardCheckout({
        patientId,
        purpose: 'deposit',
        amountCents: 2_500,
        returnPath: '/payments',
      });
      await tell({ eventId: `evt_p_${type}`, type: 'paid', checkoutId });
      const { receiptId } = await desk().getCardCheckout({ checkoutId });
      const refund = await office().requestRefund({
        receiptId: receiptId ?? '',
        amountCents: 2_500,
        note: 'moved',
      });
      const decided = await test
        .as(billingContract, manager)
        .decideRefund({ refundId: refund.refundId, approve: true });
      expect(decided.state).toBe('approved');
      for (const turn of [1, 2]) {
        await tell({ eventId: `evt_${type}_${turn}`, type, refundId: refund.refundId });
      }
      expect((await balances(patientId)).unappliedCents).toBe(unapplied);
    }
  });

  it('RCM-20 moves a credit to another patient of the family', async () => {
    const [parent, child] = [randomUUID(), randomUUID()];
    const receipt = await desk().collectPayment({
      patientId: parent,
      tender: 'cash',
      purpose: 'deposit',
      amountCents: 3_000,
    });
    await office().transferCredit({
      receiptId: receipt.receiptId,
      toPatientId: child,
      amountCents: 1_000,
      note: 'for the child',
    });
    expect((await balances(parent)).unappliedCents).toBe(2_000);
    expect((await balances(child)).unappliedCents).toBe(1_000);
    const moved = (await office().listReceipts({ patientId: child })).items;
    expect(moved).toMatchObject([
      { receiptId: receipt.receiptId, appliedCents: 0, unappliedCents: 2_000, movedCents: 1_000 },
    ]);
    await owe(child, '2026-02-03', 700);
    const after = await office().applyReceipt({ receiptId: receipt.receiptId });
    expect(after).toMatchObject({ appliedCents: 0, unappliedCents: 2_000, movedCents: 1_000 });
    expect(await balances(child)).toMatchObject({ patientCents: 0, unappliedCents: 300 });
    const voided = await office().voidReceipt({ receiptId: receipt.receiptId, note: 'typed twice' });
    expect(voided).toMatchObject({ appliedCents: 0, unappliedCents: 0, movedCents: 0 });
    expect(await balances(child)).toMatchObject({ patientCents: 700, unappliedCents: 0 });
  });

  it('F06 G25 the same request fifty times with one key is one payment; another request under it is refused', async () => {
    const patientId = randomUUID();
    const key = randomUUID();
    const pay = (amountCents: number) =>
      test.dispatch(
        'billing',
        {
          operation: 'collectPayment',
          input: { patientId, tender: 'cash', amountCents },
          idempotencyKey: key,
        },
        frontDesk,
      );
    const replies = await Promise.all(Array.from({ length: 50 }, () => pay(1_000)));
    const fine = replies.filter(reply => reply.status === 200);
    expect(new Set(fine.map(reply => reply.body)).size).toBe(1);
    expect(replies.every(reply => reply.status === 200 || reply.status === 409)).toBe(true);
    expect((await pay(1_001)).status).toBe(422);
    expect((await balances(patientId)).unappliedCents).toBe(1_000);
  });
});
