import { z } from 'zod';
import { File, Id, Page, PageInput, Text } from '../fields.ts';
import { operation } from '../operation.ts';
import { Note } from './ledger-types.ts';
import { CardCheckout, Receipt, Refund } from './payment-types.ts';

const Amount = z.int().min(1).max(5_000_000);

export const collectPayment = operation({
  summary: 'Takes cash or a check from a patient and applies it to the oldest open balances',
  method: 'POST',
  path: '/billing/receipts',
  input: z.strictObject({
    patientId: Id,
    tender: z.enum(['cash', 'check']),
    purpose: z.enum(['balance', 'deposit']).default('balance'),
    amountCents: Amount,
    reference: Text(60).optional(),
    /** Charges to pay first; the rest goes to the oldest. */
    chargeLineIds: z.array(Id).max(50).optional(),
  }),
  output: Receipt,
  permission: 'billing.payment.collect',
  phi: 'write',
  audit: 'payment.collected',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.unknown_patient', 'billing.charge_line_not_found'],
});

export const collectCopay = operation({
  summary: "Takes a visit's copay in cash or by check; it pays its visit once the insurer has decided",
  method: 'POST',
  path: '/billing/copays',
  input: z.strictObject({
    patientId: Id,
    appointmentId: Id,
    tender: z.enum(['cash', 'check']),
    amountCents: Amount,
    reference: Text(60).optional(),
  }),
  output: Receipt,
  permission: 'billing.payment.collect',
  phi: 'write',
  audit: 'copay.collected',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.unknown_patient', 'billing.unknown_appointment'],
});

export const createCardCheckout = operation({
  summary: "Opens the card processor's own page for a payment; no card number ever reaches us",
  method: 'POST',
  path: '/billing/card-checkouts',
  input: z.strictObject({
    patientId: Id,
    appointmentId: Id.optional(),
    purpose: z.enum(['copay', 'balance', 'deposit']),
    amountCents: Amount,
    /** Where the processor sends the browser afterwards: a path in the portal. */
    returnPath: z
      .string()
      .max(200)
      .regex(/^\/(?!\/)[\w\-/]*$/, 'must be a path in the portal'),
  }),
  output: CardCheckout,
  permission: 'billing.payment.collect',
  phi: 'write',
  audit: 'card_checkout.opened',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.unknown_patient', 'billing.unknown_appointment', 'billing.card_processor_unavailable'],
});

export const getCardCheckout = operation({
  summary: 'Whether a card payment has arrived; only the processor can say so',
  method: 'GET',
  path: '/billing/card-checkouts/:checkoutId',
  input: z.strictObject({ checkoutId: Id }),
  output: CardCheckout,
  permission: 'billing.payment.collect',
  phi: 'read',
  audit: 'card_checkout.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['billing.checkout_not_found'],
});

export const recordCardEvent = operation({
  summary: "Books what the card processor's signed message says, once, in whatever order it comes",
  method: 'POST',
  path: '/billing/card-events',
  input: z.strictObject({
    eventId: Text(120),
    type: z.enum(['paid', 'expired', 'refunded', 'refund_failed']),
    checkoutId: Id.optional(),
    refundId: Id.optional(),
    processorReference: Text(120),
    amountCents: z.int().min(0),
  }),
  output: z.object({ effect: z.enum(['booked', 'repeated', 'ignored']) }),
  permission: 'internal',
  phi: 'write',
  audit: 'card_event.recorded',
  rateClass: 'standard',
  idempotent: false,
  errors: ['billing.checkout_not_found'],
});

export const listReceipts = operation({
  summary: 'Receipts, newest first, of the practice, a patient or a visit',
  method: 'GET',
  path: '/billing/receipts',
  input: z.strictObject({ patientId: Id.optional(), appointmentId: Id.optional(), ...PageInput }),
  output: Page(Receipt),
  permission: 'billing.balance.read',
  phi: 'read',
  audit: 'receipts.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const getReceipt = operation({
  summary: 'A receipt with the charges that it pays',
  method: 'GET',
  path: '/billing/receipts/:receiptId',
  input: z.strictObject({ receiptId: Id }),
  output: Receipt.extend({
    allocations: z.array(z.object({ chargeLineId: Id, amountCents: z.int(), entryId: Id })),
  }),
  permission: 'billing.balance.read',
  phi: 'read',
  audit: 'receipt.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['billing.receipt_not_found'],
});

export const getReceiptPdf = operation({
  summary: 'The receipt to hand over, as PDF',
  method: 'GET',
  path: '/billing/receipts/:receiptId/pdf',
  input: z.strictObject({ receiptId: Id }),
  output: File,
  permission: 'billing.balance.read',
  phi: 'read',
  audit: 'receipt.printed',
  rateClass: 'expensive',
  idempotent: false,
  binary: true,
  errors: ['billing.receipt_not_found'],
});

export const voidReceipt = operation({
  summary: 'Voids a receipt on its own day',
  method: 'POST',
  path: '/billing/receipts/:receiptId/void',
  input: z.strictObject({ receiptId: Id, note: Note }),
  output: Receipt,
  permission: 'billing.payment.allocate',
  phi: 'write',
  audit: 'receipt.voided',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.receipt_not_found', 'billing.receipt_not_voidable', 'billing.receipt_voided'],
});

export const applyReceipt = operation({
  summary:
    "Applies a receipt's credit to what its patient owes: named charges, or the oldest first; without an amount also what of it was moved to other patients, to what they owe",
  method: 'POST',
  path: '/billing/receipts/:receiptId/allocations',
  input: z.strictObject({
    receiptId: Id,
    chargeLineIds: z.array(Id).max(50).optional(),
    amountCents: Amount.optional(),
  }),
  output: Receipt,
  permission: 'billing.payment.allocate',
  phi: 'write',
  audit: 'receipt.applied',
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'billing.receipt_not_found',
    'billing.receipt_voided',
    'billing.exceeds_credit',
    'billing.charge_line_not_found',
  ],
});

export const transferCredit = operation({
  summary: "Moves a receipt's credit to another patient of the same family account",
  method: 'POST',
  path: '/billing/receipts/:receiptId/transfers',
  input: z.strictObject({ receiptId: Id, toPatientId: Id, amountCents: Amount, note: Note }),
  output: Receipt,
  permission: 'billing.payment.allocate',
  phi: 'write',
  audit: 'credit.transferred',
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'billing.receipt_not_found',
    'billing.receipt_voided',
    'billing.exceeds_credit',
    'billing.unknown_patient',
  ],
});

export const requestRefund = operation({
  summary: "Asks for a receipt's credit to be paid back by its own tender",
  method: 'POST',
  path: '/billing/refunds',
  input: z.strictObject({ receiptId: Id, amountCents: Amount, note: Note }),
  output: Refund,
  permission: 'billing.refund.request',
  phi: 'write',
  audit: 'refund.requested',
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'billing.receipt_not_found',
    'billing.receipt_voided',
    'billing.exceeds_credit',
    'billing.refund_blocked',
  ],
});

export const listRefunds = operation({
  summary: 'Refunds, those that wait for a decision first',
  method: 'GET',
  path: '/billing/refunds',
  input: z.strictObject({ state: Refund.shape.state.optional(), ...PageInput }),
  output: Page(Refund),
  permission: 'billing.ledger.read',
  phi: 'read',
  audit: 'refunds.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const decideRefund = operation({
  summary: 'Approves or declines a refund that someone else asked for',
  method: 'POST',
  path: '/billing/refunds/:refundId/decisions',
  input: z.strictObject({ refundId: Id, approve: z.boolean() }),
  output: Refund,
  permission: 'billing.refund.approve',
  phi: 'write',
  audit: 'refund.decided',
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'billing.refund_not_found',
    'billing.refund_decided',
    'billing.same_person',
    'billing.card_processor_unavailable',
  ],
});

export const paymentOperations = {
  collectPayment,
  collectCopay,
  createCardCheckout,
  getCardCheckout,
  recordCardEvent,
  listReceipts,
  getReceipt,
  getReceiptPdf,
  voidReceipt,
  applyReceipt,
  transferCredit,
  requestRefund,
  listRefunds,
  decideRefund,
};
