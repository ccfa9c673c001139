import type { Settings } from '@spark-den/service-kit';
import Stripe from 'stripe';

/** A payment page at the processor, and what came of it. */
export interface HostedCheckout {
  readonly session: string;
  readonly url: string;
}

/**
 * Card payments as billing needs them; the processor's own page takes the card, we never see it. What became of a
 * payment comes as its signed message, by way of the gateway.
 */
export interface CardProcessor {
  openCheckout(checkout: {
    readonly checkoutId: string;
    readonly practiceId: string;
    readonly amountCents: number;
    readonly returnUrl: string;
  }): Promise<HostedCheckout>;
  refund(refund: {
    readonly refundId: string;
    readonly practiceId: string;
    readonly payment: string;
    readonly amountCents: number;
  }): Promise<string>;
}

const TIMEOUT_MS = 10_000;

export function stripeProcessor(settings: Settings): CardProcessor {
  const url = new URL(settings.cardsApiUrl);
  const protocol = url.protocol === 'http:' ? 'http' : 'https';
  const stripe = new Stripe(settings.cardsSecretKey, {
    host: url.hostname,
    port: url.port || (protocol === 'http' ? '80' : '443'),
    protocol,
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 1,
    telemetry: false,
  });
  return {
    async openCheckout({ checkoutId, practiceId, amountCents, returnUrl }) {
      const ids = { practiceId, checkoutId };
      const session = await stripe.checkout.sessions.create(
        {
          mode: 'payment',
          client_reference_id: checkoutId,
          metadata: ids,
          payment_intent_data: { metadata: ids },
          success_url: `${returnUrl}?card=done`,
          cancel_url: `${returnUrl}?card=cancelled`,
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: 'usd',
                unit_amount: amountCents,
                product_data: { name: 'Medical services' },
              },
            },
          ],
        },
        { idempotencyKey: checkoutId },
      );
      return { session: session.id, url: session.url ?? '' };
    },
    async refund({ refundId, practiceId, payment, amountCents }) {
      const made = await stripe.refunds.create(
        { payment_intent: payment, amount: amountCents, metadata: { practiceId, refundId } },
        { idempotencyKey: refundId },
      );
      return made.id;
    },
  };
}
