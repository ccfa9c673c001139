import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Form } from './form.ts';
import { hostedPage } from './hosted-page.ts';
import { CardError } from './objects.ts';
import { CardProcessor } from './processor.ts';
import { WebhookSender, type Delivery } from './webhooks.ts';

export interface CardsOptions {
  readonly secretKey: string;
  readonly webhookUrl: string;
  readonly webhookSecret: string;
  /** As browsers reach it; by default the address that it listens on. */
  readonly publicUrl?: string;
  readonly retryMs?: readonly number[];
  readonly nowMs?: () => number;
}

/** A card processor on Stripe's wire: sessions, hosted page, refunds, signed webhooks. */
export function cardsServer(options: CardsOptions): FastifyInstance {
  // eslint-disable-next-line no-restricted-syntax -- the outside world has a clock of its own
  const nowMs = options.nowMs ?? Date.now;
  const app = Fastify({ bodyLimit: 256 * 1024, forceCloseConnections: true });
  const sender = new WebhookSender({
    url: options.webhookUrl,
    secret: options.webhookSecret,
    nowMs,
    ...(options.retryMs ? { retryMs: options.retryMs } : {}),
  });
  const processor = new CardProcessor({
    nowMs,
    publicUrl: () => options.publicUrl ?? app.listeningOrigin,
    onEvent: event => {
      sender.send(event);
    },
  });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
    done(null, body);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/') || isAuthorised(request, options.secretKey)) return;
    await reply
      .code(401)
      .send({ error: { type: 'invalid_request_error', message: 'Invalid API Key provided.' } });
  });
  app.setErrorHandler((error, _, reply: FastifyReply) => {
    if (error instanceof CardError) return reply.code(error.status).send(error.body);
    return reply.code(500).send({ error: { type: 'api_error', message: 'Something went wrong.' } });
  });
  app.addHook('onClose', (_, done) => {
    sender.close();
    done();
  });
  app.get('/healthz', () => ({ ok: true }));
  apiRoutes(app, processor);
  pageRoutes(app, processor);
  controlRoutes(app, processor, sender);
  return app;
}

type WithId = { Params: { id: string } };

function apiRoutes(app: FastifyInstance, processor: CardProcessor): void {
  app.post('/v1/checkout/sessions', request =>
    processor.once(keyOf(request), bodyOf(request), form => processor.createSession(form)),
  );
  app.get<WithId>('/v1/checkout/sessions/:id', request => processor.session(request.params.id));
  app.post<WithId>('/v1/checkout/sessions/:id/expire', request => processor.expireSession(request.params.id));
  app.get<WithId>('/v1/payment_intents/:id', request => processor.intent(request.params.id));
  app.post('/v1/refunds', request =>
    processor.once(keyOf(request), bodyOf(request), form => processor.createRefund(form)),
  );
  app.get<WithId>('/v1/refunds/:id', request => processor.refund(request.params.id));
}

function pageRoutes(app: FastifyInstance, processor: CardProcessor): void {
  app.get<WithId>('/c/pay/:id', (request, reply) =>
    reply.type('text/html; charset=utf-8').send(hostedPage(processor.session(request.params.id), undefined)),
  );
  app.post<WithId>('/c/pay/:id', (request, reply) => {
    const { id } = request.params;
    if (new Form(bodyOf(request)).text('outcome') === 'pay') {
      const paid = processor.pay(id);
      return reply.redirect(paid.success_url.replace('{CHECKOUT_SESSION_ID}', id), 303);
    }
    const page = hostedPage(processor.decline(id), 'Your card was declined.');
    return reply.code(402).type('text/html; charset=utf-8').send(page);
  });
}

/** For tests and demos only: misbehaving webhooks, and a card holder without a browser. */
function controlRoutes(app: FastifyInstance, processor: CardProcessor, sender: WebhookSender): void {
  app.post<{ Body: Partial<Delivery> }>('/control/webhooks', request => {
    const delivery = { copies: request.body.copies ?? 1, held: request.body.held ?? false };
    sender.delivery = delivery;
    return delivery;
  });
  app.post('/control/webhooks/release', async () => {
    const released = sender.release();
    await sender.settled();
    return { released };
  });
  app.post<WithId>('/control/sessions/:id/pay', async request => {
    const paid = processor.pay(request.params.id);
    await sender.settled();
    return paid;
  });
}

function isAuthorised(request: FastifyRequest, secretKey: string): boolean {
  const header = request.headers.authorization ?? '';
  const basic = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`;
  return header === `Bearer ${secretKey}` || header === basic;
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? `${request.url} ${key}` : undefined;
}

function bodyOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}
