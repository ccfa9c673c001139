import { PRACTICE_ID } from '@spark-den/testkit';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { isSigned, readCardMessage } from './card-event.ts';

const SECRET = 'whsec_test_spark_den';
const NOW = 1_790_000_000;
const checkoutId = randomUUID();
const refundId = randomUUID();

/** The header as the processor's own library writes it. */
const header = (payload: string, secret = SECRET, timestamp = NOW) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });

describe("the card processor's message", () => {
  it('RCM-20 E9 is believed when it was signed lately with our secret, over these very bytes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: -900, max: 900 }), (payload, age) => {
        const signed = (text: string, secret?: string) =>
          isSigned(header(payload, secret, NOW + age), Buffer.from(text), SECRET, NOW);
        expect(signed(payload)).toBe(Math.abs(age) <= 300);
        expect(signed(`${payload} `)).toBe(false);
        expect(signed(payload, 'whsec_other')).toBe(false);
      }),
    );
  });

  it('E9 is believed under either of two secrets while one replaces the other, and never without a signature', () => {
    const [old, ours] = [header('{}', 'whsec_old'), header('{}')];
    expect(isSigned(`${old},${ours.split(',')[1]}`, Buffer.from('{}'), SECRET, NOW)).toBe(true);
    for (const given of ['', 't=', `t=${NOW}`, `t=${NOW},v1=`, `t=${NOW},v1=zz`, `v1=${'0'.repeat(64)}`]) {
      expect(isSigned(given, Buffer.from('{}'), SECRET, NOW)).toBe(false);
    }
  });

  const session = (over: object = {}) => ({
    id: 'cs_1',
    object: 'checkout.session',
    payment_status: 'paid',
    amount_total: 2_500,
    payment_intent: 'pi_1',
    metadata: { practiceId: PRACTICE_ID, checkoutId },
    ...over,
  });
  const refund = (status: string) => ({
    id: 're_1',
    object: 'refund',
    amount: 2_500,
    status,
    metadata: { practiceId: PRACTICE_ID, refundId },
  });
  const kindOf = (type: string, object: object) =>
    readCardMessage({ id: 'evt_1', type, data: { object } })?.event.type;

  it('RCM-20 names the practice, our own record, the payment and what was really taken', () => {
    expect(
      readCardMessage({ id: 'evt_1', type: 'checkout.session.completed', data: { object: session() } }),
    ).toEqual({
      practiceId: PRACTICE_ID,
      event: { eventId: 'evt_1', type: 'paid', checkoutId, processorReference: 'pi_1', amountCents: 2_500 },
    });
  });

  it.each([
    ['checkout.session.completed', session(), 'paid'],
    ['checkout.session.completed', session({ payment_status: 'unpaid' }), undefined],
    ['checkout.session.async_payment_succeeded', session(), 'paid'],
    ['checkout.session.expired', session({ payment_status: 'unpaid' }), 'expired'],
    ['refund.created', refund('pending'), undefined],
    ['refund.updated', refund('succeeded'), 'refunded'],
    ['charge.refund.updated', refund('canceled'), 'refund_failed'],
    ['refund.failed', refund('failed'), 'refund_failed'],
    ['customer.created', session(), undefined],
    ['checkout.session.completed', session({ metadata: {} }), undefined],
  ])('RCM-22 %s means what it says (%#)', (type, object, meaning) => {
    expect(kindOf(type, object)).toBe(meaning);
  });

  it('E9 means nothing when it is anything else', () => {
    fc.assert(fc.property(fc.jsonValue(), value => expect(readCardMessage(value)).toBeUndefined()));
  });
});
