import { billingContract } from '@spark-den/contracts/billing/operations';
import type { WorkerRuntime } from '@spark-den/service-kit';
import type { FastifyPluginAsync } from 'fastify';
import type { BillingDatabase } from '../database.ts';
import type { CardMessage, CardProcessor } from './card-processor.ts';

/** Where the card processor tells of money. Nothing is believed without its signature over the raw body. */
export const cardWebhook =
  (processor: CardProcessor, runtime: WorkerRuntime<BillingDatabase>): FastifyPluginAsync =>
  async server => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 256_000 }, (_request, body, done) =>
      done(null, body),
    );
    server.post('/webhooks/cards', async (request, reply) => {
      const signature = request.headers['stripe-signature'];
      let message: CardMessage | undefined;
      try {
        message = processor.read(request.body as Buffer, typeof signature === 'string' ? signature : '');
      } catch {
        runtime.log.warn({ event: 'card webhook refused' }, 'wrong signature');
        return reply.status(400).send({ received: false });
      }
      if (message) {
        const { practiceId, ...event } = message;
        // By way of the operation, so that it is audited like any other change of money.
        await runtime.call(billingContract, practiceId).recordCardEvent(event);
      }
      return { received: true };
    });
  };
