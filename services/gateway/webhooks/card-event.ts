import type { recordCardEvent } from '@spark-den/contracts/billing/payments';
import type { InputOf } from '@spark-den/contracts/operation';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const TOLERANCE_SECONDS = 300;

/** Whether the processor signed these bytes, lately: `t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<body>">`. */
export function isSigned(header: string, body: Buffer, secret: string, nowSeconds: number): boolean {
  const parts = header.split(',').map(part => part.trim().split('='));
  const seconds = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!Number.isInteger(seconds) || Math.abs(nowSeconds - seconds) > TOLERANCE_SECONDS) return false;
  const expected = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
  return parts
    .filter(([name]) => name === 'v1')
    .some(([, value = '']) => {
      const given = Buffer.from(value, 'hex');
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
}

const Metadata = z.object({
  practiceId: z.uuid(),
  checkoutId: z.uuid().optional(),
  refundId: z.uuid().optional(),
});
const Message = z.object({
  id: z.string().min(1).max(120),
  type: z.string(),
  data: z.object({
    object: z.object({
      id: z.string(),
      metadata: z.record(z.string(), z.string()).default({}),
      amount: z.int().optional(),
      amount_total: z.int().optional(),
      payment_intent: z.string().nullable().optional(),
      payment_status: z.string().optional(),
      status: z.string().nullable().optional(),
    }),
  }),
});

export interface CardMessage {
  readonly practiceId: string;
  readonly event: InputOf<typeof recordCardEvent>;
}

/**
 * What a message of the processor means to billing. Our own ids travel as metadata (`practiceId`,
 * `checkoutId`, `refundId`). Messages about other things mean nothing.
 */
export function readCardMessage(body: unknown): CardMessage | undefined {
  const message = Message.safeParse(body);
  if (!message.success) return undefined;
  const { id, type, data } = message.data;
  const { object } = data;
  const metadata = Metadata.safeParse(object.metadata);
  const kind = kindOf(type, object);
  if (!metadata.success || !kind) return undefined;
  const { practiceId, checkoutId, refundId } = metadata.data;
  return {
    practiceId,
    event: {
      eventId: id,
      type: kind,
      ...(checkoutId ? { checkoutId } : {}),
      ...(refundId ? { refundId } : {}),
      processorReference: refundId ? object.id : (object.payment_intent ?? object.id),
      amountCents: object.amount_total ?? object.amount ?? 0,
    },
  };
}

function kindOf(
  type: string,
  object: { readonly payment_status?: string; readonly status?: string | null },
): CardMessage['event']['type'] | undefined {
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return object.payment_status === 'paid' ? 'paid' : undefined;
    case 'checkout.session.expired':
      return 'expired';
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return refundKindOf(object.status);
    default:
      return undefined;
  }
}

function refundKindOf(status: string | null | undefined): CardMessage['event']['type'] | undefined {
  if (status === 'succeeded') return 'refunded';
  return status === 'failed' || status === 'canceled' ? 'refund_failed' : undefined;
}
