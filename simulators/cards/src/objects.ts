/** The part of Stripe's objects that a practice uses; names are the wire's. Amounts are whole cents. */
export interface CheckoutSession {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly mode: 'payment';
  readonly amount_total: number;
  readonly currency: string;
  readonly client_reference_id: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly success_url: string;
  readonly cancel_url: string | null;
  readonly created: number;
  readonly expires_at: number;
  readonly livemode: false;
  readonly status: 'open' | 'complete' | 'expired';
  readonly payment_status: 'unpaid' | 'paid';
  readonly payment_intent: string | null;
  /** The hosted page; null once it is closed. */
  readonly url: string | null;
}

export interface PaymentIntent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  readonly amount_received: number;
  readonly currency: string;
  readonly status: 'requires_payment_method' | 'succeeded';
  readonly latest_charge: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly created: number;
  readonly livemode: false;
}

export interface Charge {
  readonly id: string;
  readonly object: 'charge';
  readonly amount: number;
  readonly amount_refunded: number;
  readonly currency: string;
  readonly payment_intent: string;
  readonly refunded: boolean;
  readonly status: 'succeeded';
  readonly metadata: Readonly<Record<string, string>>;
  readonly created: number;
  readonly livemode: false;
}

export interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly payment_intent: string;
  readonly reason: string | null;
  readonly status: 'succeeded';
  readonly metadata: Readonly<Record<string, string>>;
  readonly created: number;
}

export type CardObject = CheckoutSession | PaymentIntent | Charge | Refund;

export interface CardEvent {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly type: string;
  readonly data: { readonly object: CardObject };
  readonly livemode: false;
  readonly pending_webhooks: number;
  readonly request: { readonly id: null; readonly idempotency_key: null };
}

/** A failure as the wire tells it. */
export class CardError extends Error {
  readonly status: number;
  readonly body: {
    readonly error: {
      readonly type: string;
      readonly code?: string;
      readonly param?: string;
      readonly message: string;
    };
  };

  constructor(
    status: number,
    type: string,
    message: string,
    details: { code?: string; param?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.body = { error: { type, message, ...details } };
  }
}
