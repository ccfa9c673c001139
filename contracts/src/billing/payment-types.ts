import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField } from '../fields.ts';

export const TENDERS = ['cash', 'check', 'card'] as const;

export const Tender = z.enum(TENDERS);
export type Tender = z.output<typeof Tender>;

export const Receipt = z.object({
  receiptId: Id,
  number: z.string(),
  patientId: Id,
  guarantorId: Id,
  tender: Tender,
  purpose: z.enum(['copay', 'balance', 'deposit']),
  /** Sum of the four below, unless it is voided. */
  amountCents: CentsField,
  appliedCents: CentsField,
  /** Credit that the patient still has of it. */
  unappliedCents: CentsField,
  /** What became another patient's. */
  movedCents: CentsField,
  refundedCents: CentsField,
  appointmentId: Id.nullable(),
  reference: z.string().nullable(),
  receivedAt: InstantField,
  receivedOn: LocalDateField,
  receivedBy: z.string(),
  state: z.enum(['posted', 'voided']),
});
export type Receipt = z.output<typeof Receipt>;

export const Refund = z.object({
  refundId: Id,
  receiptId: Id,
  patientId: Id,
  amountCents: CentsField,
  tender: Tender,
  note: z.string(),
  state: z.enum(['requested', 'approved', 'declined', 'paid', 'failed']),
  requestedBy: z.string(),
  requestedAt: InstantField,
  decidedBy: z.string().nullable(),
  decidedAt: InstantField.nullable(),
  version: z.int(),
});
export type Refund = z.output<typeof Refund>;

export const CardCheckout = z.object({
  checkoutId: Id,
  patientId: Id,
  appointmentId: Id.nullable(),
  amountCents: CentsField,
  state: z.enum(['open', 'paid', 'expired']),
  redirectUrl: z.string().nullable(),
  receiptId: Id.nullable(),
});
export type CardCheckout = z.output<typeof CardCheckout>;
