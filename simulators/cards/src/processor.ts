import { randomBytes } from 'node:crypto';
import { Form, invalid } from './form.ts';
import {
  CardError,
  type CardEvent,
  type CardObject,
  type Charge,
  type CheckoutSession,
  type PaymentIntent,
  type Refund,
} from './objects.ts';

const API_VERSION = '2024-06-20';
const DAY_S = 86_400;

/** Sessions, payments and refunds. Holds amounts and references only: there is no field for a card number. */
export class CardProcessor {
  readonly #sessions = new Map<string, CheckoutSession>();
  readonly #intents = new Map<string, PaymentIntent>();
  readonly #charges = new Map<string, Charge>();
  readonly #refunds = new Map<string, Refund>();
  readonly #repeats = new Map<string, { readonly body: string; readonly answer: CardObject }>();
  readonly #publicUrl: () => string;
  readonly #nowMs: () => number;
  readonly #onEvent: (event: CardEvent) => void;

  constructor(options: {
    publicUrl: () => string;
    nowMs: () => number;
    onEvent: (event: CardEvent) => void;
  }) {
    this.#publicUrl = options.publicUrl;
    this.#nowMs = options.nowMs;
    this.#onEvent = options.onEvent;
  }

  /** Runs `make` once per key; a repeat with the same body gets the first answer, with another an error. */
  once<T extends CardObject>(key: string | undefined, body: string, make: (form: Form) => T): T {
    if (key === undefined) return make(new Form(body));
    const before = this.#repeats.get(key);
    if (before && before.body !== body) {
      throw new CardError(
        400,
        'idempotency_error',
        'Keys for idempotent requests can only be used with the same parameters.',
      );
    }
    if (before) return before.answer as T;
    const answer = make(new Form(body));
    this.#repeats.set(key, { body, answer });
    return answer;
  }

  createSession(form: Form): CheckoutSession {
    if (form.required('mode') !== 'payment') throw invalid('mode', 'Only payment mode is simulated.');
    let total = 0;
    for (let item = 0; form.has(`line_items[${item}]`); item += 1) {
      const price = form.integer(`line_items[${item}][price_data][unit_amount]`, 1);
      total += price * form.integer(`line_items[${item}][quantity]`, 1);
    }
    if (total === 0) throw invalid('line_items', 'You must provide line_items.');
    const id = `cs_test_${token()}`;
    const created = this.#now();
    const session: CheckoutSession = {
      id,
      object: 'checkout.session',
      mode: 'payment',
      amount_total: total,
      currency: form.required('line_items[0][price_data][currency]'),
      client_reference_id: form.text('client_reference_id'),
      metadata: form.map('metadata'),
      success_url: form.required('success_url'),
      cancel_url: form.text('cancel_url'),
      created,
      expires_at: form.text('expires_at') ? form.integer('expires_at', created) : created + DAY_S,
      livemode: false,
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      url: `${this.#publicUrl()}/c/pay/${id}`,
    };
    this.#sessions.set(id, session);
    return session;
  }

  session(id: string): CheckoutSession {
    const found = this.#sessions.get(id);
    if (!found) throw missing('checkout.session', id);
    return found.status === 'open' && found.expires_at <= this.#now() ? this.expireSession(id) : found;
  }

  expireSession(id: string): CheckoutSession {
    const open = this.#sessions.get(id);
    if (!open) throw missing('checkout.session', id);
    if (open.status !== 'open')
      throw new CardError(400, 'invalid_request_error', 'Only open sessions can be expired.');
    const expired: CheckoutSession = { ...open, status: 'expired', url: null };
    this.#sessions.set(id, expired);
    this.#emit('checkout.session.expired', expired);
    return expired;
  }

  /** The card holder presses "pay" on the hosted page. */
  pay(id: string): CheckoutSession {
    const open = this.#openSession(id);
    const created = this.#now();
    const common = { currency: open.currency, metadata: open.metadata, created, livemode: false } as const;
    const intentId = `pi_${token()}`;
    const charge: Charge = {
      ...common,
      id: `ch_${token()}`,
      object: 'charge',
      amount: open.amount_total,
      amount_refunded: 0,
      payment_intent: intentId,
      refunded: false,
      status: 'succeeded',
    };
    const intent: PaymentIntent = {
      ...common,
      id: intentId,
      object: 'payment_intent',
      amount: open.amount_total,
      amount_received: open.amount_total,
      status: 'succeeded',
      latest_charge: charge.id,
    };
    const paid: CheckoutSession = {
      ...open,
      status: 'complete',
      payment_status: 'paid',
      payment_intent: intentId,
      url: null,
    };
    this.#charges.set(charge.id, charge);
    this.#intents.set(intentId, intent);
    this.#sessions.set(id, paid);
    this.#emit('payment_intent.succeeded', intent);
    this.#emit('charge.succeeded', charge);
    this.#emit('checkout.session.completed', paid);
    return paid;
  }

  /** The card is declined; the session stays open for another try. */
  decline(id: string): CheckoutSession {
    const open = this.#openSession(id);
    this.#emit('payment_intent.payment_failed', {
      id: `pi_${token()}`,
      object: 'payment_intent',
      amount: open.amount_total,
      amount_received: 0,
      currency: open.currency,
      status: 'requires_payment_method',
      latest_charge: null,
      metadata: open.metadata,
      created: this.#now(),
      livemode: false,
    });
    return open;
  }

  intent(id: string): PaymentIntent {
    const found = this.#intents.get(id);
    if (!found) throw missing('payment_intent', id);
    return found;
  }

  createRefund(form: Form): Refund {
    const intent = this.intent(form.required('payment_intent'));
    const charge = this.#charges.get(intent.latest_charge ?? '');
    if (!charge) throw missing('charge', intent.latest_charge ?? '');
    const left = charge.amount - charge.amount_refunded;
    const amount = form.text('amount') === null ? left : form.integer('amount', 1);
    if (left === 0)
      throw new CardError(400, 'invalid_request_error', 'Charge has already been refunded.', {
        code: 'charge_already_refunded',
      });
    if (amount > left) throw invalid('amount', 'Refund amount is greater than unrefunded amount on charge.');
    const refund: Refund = {
      id: `re_${token()}`,
      object: 'refund',
      amount,
      currency: charge.currency,
      charge: charge.id,
      payment_intent: intent.id,
      reason: form.text('reason'),
      status: 'succeeded',
      metadata: form.map('metadata'),
      created: this.#now(),
    };
    const after: Charge = {
      ...charge,
      amount_refunded: charge.amount_refunded + amount,
      refunded: amount === left,
    };
    this.#charges.set(charge.id, after);
    this.#refunds.set(refund.id, refund);
    this.#emit('refund.created', refund);
    this.#emit('charge.refunded', after);
    return refund;
  }

  refund(id: string): Refund {
    const found = this.#refunds.get(id);
    if (!found) throw missing('refund', id);
    return found;
  }

  #openSession(id: string): CheckoutSession {
    const session = this.session(id);
    if (session.status !== 'open') throw new CardError(400, 'invalid_request_error', 'This page is closed.');
    return session;
  }

  #emit(type: string, object: CardObject): void {
    this.#onEvent({
      id: `evt_${token()}`,
      object: 'event',
      api_version: API_VERSION,
      created: this.#now(),
      type,
      data: { object },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
    });
  }

  #now(): number {
    return Math.floor(this.#nowMs() / 1000);
  }
}

function missing(kind: string, id: string): CardError {
  return new CardError(404, 'invalid_request_error', `No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param: 'id',
  });
}

function token(): string {
  return randomBytes(12).toString('hex');
}
