import type { Settings } from '@spark-den/service-kit';
import Stripe from 'stripe';

/** A payment page at the processor, and what came of it. */
export interface HostedCheckout {
  readonly session: string;
  readonly url: string;
}

/** What the processor told us about money, after its signature was checked. */
export interface CardMessage {
  readonly eventId: string;
  readonly type: 'paid' | 'expired' | 'refunded' | 'refund_failed';
  readonly practiceId: string;
  readonly checkoutId?: string;
  readonly refundId?: string;
  readonly processorReference: string;
  readonly amountCents: number;
}

/** Card payments as billing needs them; the processor's own page takes the card, we never see it. */
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
  /** @returns undefined for a message that does not concern us @throws when the signature is wrong */
  read(body: Buffer, signature: string): CardMessage | undefined;
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
    read: (body, signature) =>
      messageOf(stripe.webhooks.constructEvent(body, signature, settings.cardsWebhookSecret)),
  };
}

function messageOf(event: Stripe.Event): CardMessage | undefined {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      if (event.data.object.payment_status !== 'paid') return undefined;
      return sessionMessage(event.id, 'paid', event.data.object);
    case 'checkout.session.expired':
      return sessionMessage(event.id, 'expired', event.data.object);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return refundMessage(event.id, event.data.object);
    default:
      return undefined;
  }
}

function sessionMessage(
  eventId: string,
  type: 'paid' | 'expired',
  session: Stripe.Checkout.Session,
): CardMessage | undefined {
  const { practiceId, checkoutId } = session.metadata ?? {};
  if (!practiceId || !checkoutId) return undefined;
  const payment = session.payment_intent;
  const processorReference = (typeof payment === 'string' ? payment : payment?.id) ?? session.id;
  return {
    eventId,
    type,
    practiceId,
    checkoutId,
    processorReference,
    amountCents: session.amount_total ?? 0,
  };
}

function refundMessage(eventId: string, refund: Stripe.Refund): CardMessage | undefined {
  const { practiceId, refundId } = refund.metadata ?? {};
  if (!practiceId || !refundId) return undefined;
  const type =
    refund.status === 'succeeded'
      ? 'refunded'
      : refund.status === 'failed' || refund.status === 'canceled'
        ? 'refund_failed'
        : undefined;
  return (
    type && { eventId, type, practiceId, refundId, processorReference: refund.id, amountCents: refund.amount }
  );
}
