import { AppError, toEpochMs } from '@spark-den/kernel';
import { DEFAULT_DEADLINE_MS, servicePrincipal, type Ports } from '@spark-den/service-kit';
import type { FastifyInstance } from 'fastify';
import { isSigned, readCardMessage } from './card-event.ts';

const BODY_LIMIT = 256 * 1024;

/**
 * Messages of outside parties. The bytes as they came are checked against the sender's signature before anything
 * reads them; billing books each message once, in whatever order they come.
 */
export function registerWebhooks(app: FastifyInstance, ports: Ports): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_, body, done) =>
    done(null, body),
  );

  app.post('/webhooks/cards', async (request, reply) => {
    const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
    const signature = request.headers['stripe-signature'];
    const nowSeconds = Math.floor(toEpochMs(ports.systemClock.now()) / 1000);
    if (
      typeof signature !== 'string' ||
      !isSigned(signature, body, ports.settings.cardsWebhookSecret, nowSeconds)
    ) {
      throw new AppError('unauthenticated', 'platform.sign_in_required');
    }
    const message = readCardMessage(parse(body));
    if (!message) return reply.send({ received: true, effect: 'ignored' });
    const answer = await ports.directory.dispatch('billing', {
      operation: 'recordCardEvent',
      input: message.event,
      credential: {
        kind: 'service',
        from: 'gateway',
        principal: servicePrincipal('gateway', message.practiceId),
      },
      requestId: request.id,
      purpose: 'payment',
      deadlineMs: DEFAULT_DEADLINE_MS,
    });
    return reply.code(answer.status).type(answer.contentType).send(answer.body);
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new AppError('invalid', 'platform.body_unreadable');
  }
}
