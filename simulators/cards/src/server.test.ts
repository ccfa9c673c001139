import Fastify, { type FastifyInstance } from 'fastify';
import Stripe from 'stripe';
import { cardsServer } from './server.ts';

const SECRET_KEY = 'sk_test_1';
const WEBHOOK_SECRET = 'whsec_1';

describe('the card processor', () => {
  let cards: FastifyInstance;
  let practice: FastifyInstance;
  let stripe: Stripe;
  let taken: { readonly type: string; readonly id: string }[];
  let failures: number;

  beforeEach(async () => {
    taken = [];
    failures = 0;
    practice = Fastify({ forceCloseConnections: true });
    practice.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
      done(null, body);
    });
    practice.post('/webhooks/cards', (request, reply) => {
      if (failures > 0) {
        failures -= 1;
        return reply.code(503).send();
      }
      const signature = request.headers['stripe-signature'] ?? '';
      taken.push(Stripe.webhooks.constructEvent(request.body as string, signature, WEBHOOK_SECRET));
      return reply.send();
    });
    const webhookUrl = `${await practice.listen({ host: '127.0.0.1', port: 0 })}/webhooks/cards`;
    cards = cardsServer({
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl,
      retryMs: [5, 5, 5],
    });
    const { port } = new URL(await cards.listen({ host: '127.0.0.1', port: 0 }));
    stripe = new Stripe(SECRET_KEY, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  });

  afterEach(async () => {
    await cards.close();
    await practice.close();
  });

  const open = (key = 'key-1', amount = 25_00) =>
    stripe.checkout.sessions.create(
      {
        mode: 'payment',
        success_url: 'http://practice.example/done?session={CHECKOUT_SESSION_ID}',
        client_reference_id: 'receipt-7',
        metadata: { practice: 'p1' },
        line_items: [
          {
            quantity: 1,
            price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'Copay' } },
          },
        ],
      },
      { idempotencyKey: key },
    );
  const types = () => taken.map(event => event.type);
  const control = (url: string, payload: object = {}) => cards.inject({ method: 'POST', url, payload });

  it('takes a payment on its own page and tells it by signed messages', async () => {
    const session = await open();
    expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid', amount_total: 25_00 });
    expect((await fetch(session.url ?? '')).status).toBe(200);
    const form = (outcome: string) =>
      fetch(session.url ?? '', {
        method: 'POST',
        body: new URLSearchParams({ outcome }),
        redirect: 'manual',
      });
    expect(await (await form('decline')).text()).toContain('Your card was declined.');
    const paid = await form('pay');
    expect(paid.headers.get('location')).toBe(`http://practice.example/done?session=${session.id}`);
    await control('/control/webhooks/release');
    expect(types().sort()).toEqual([
      'charge.succeeded',
      'checkout.session.completed',
      'payment_intent.payment_failed',
      'payment_intent.succeeded',
    ]);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      metadata: { practice: 'p1' },
    });
    expect((await form('pay')).status).toBe(400);
  });

  it('does a thing once per idempotency key', async () => {
    const [first, again] = [await open(), await open()];
    expect(again.id).toBe(first.id);
    await expect(open('key-1', 30_00)).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
    const stranger = await cards.inject({
      url: `/v1/checkout/sessions/${first.id}`,
      headers: { authorization: 'Bearer sk_wrong' },
    });
    expect(stranger.statusCode).toBe(401);
  });

  it('refunds in parts and never more than was paid', async () => {
    const session = await open();
    await control(`/control/sessions/${session.id}/pay`);
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
    await stripe.refunds.create({ payment_intent: intent as string, amount: 10_00 });
    await expect(
      stripe.refunds.create({ payment_intent: intent as string, amount: 15_01 }),
    ).rejects.toMatchObject({ statusCode: 400 });
    const rest = await stripe.refunds.create({ payment_intent: intent as string });
    expect(rest.amount).toBe(15_00);
    await expect(stripe.refunds.create({ payment_intent: intent as string })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
  });

  it('delivers twice and out of order on request, and again when it was not taken', async () => {
    await control('/control/webhooks', { copies: 2, held: true });
    const session = await open();
    await control(`/control/sessions/${session.id}/pay`);
    expect(taken).toEqual([]);
    await control('/control/webhooks/release');
    expect(types()).toHaveLength(6);
    expect(new Set(taken.map(event => event.id)).size).toBe(3);

    await control('/control/webhooks', {});
    failures = 2;
    await stripe.checkout.sessions.expire((await open('key-2')).id);
    for (let wait = 0; wait < 200 && types().length < 7; wait += 1)
      await new Promise(resolve => setTimeout(resolve, 5));
    expect(types().at(-1)).toBe('checkout.session.expired');
  });
});
