import { z } from 'zod';
import { Id, LocalDateField, Page, PageInput, QueryBool, QueryInt, QueryList, Text } from '../fields.ts';
import { operation } from '../operation.ts';
import {
  Charge,
  ChargeCode,
  ChargeFacts,
  ChargeLineInput,
  ChargePreview,
  ChargeReconciliation,
  ChargeReview,
  ChargeStatus,
  ChargeSummary,
  DiagnosisCode,
  NoChargeReason,
  VisitCharge,
  VoidReason,
} from './charge-types.ts';

const readsCharges = {
  method: 'GET',
  permission: 'billing.charge.read',
  phi: 'read',
  rateClass: 'standard',
  idempotent: false,
} as const;

const writesCharges = {
  method: 'POST',
  permission: 'billing.charge.edit',
  phi: 'write',
  rateClass: 'standard',
  idempotent: true,
} as const;

const listCharges = operation({
  ...readsCharges,
  summary: 'Charges, newest date of service first',
  path: '/billing/charges',
  audit: 'charges.listed',
  input: z.strictObject({
    ...PageInput,
    status: QueryList(ChargeStatus).optional(),
    patientId: Id.optional(),
    encounterId: Id.optional(),
    underReview: QueryBool.optional(),
    /** Self-pay charges whose date a coverage that came later covers. */
    coveredLater: QueryBool.optional(),
  }),
  output: Page(ChargeSummary),
});

const getCharge = operation({
  ...readsCharges,
  summary: 'A charge with its lines, prices and findings',
  path: '/billing/charges/:chargeId',
  audit: 'charge.viewed',
  input: z.strictObject({ chargeId: Id }),
  output: Charge,
  errors: ['billing.charge_not_found'],
});

const draftCharge = operation({
  ...writesCharges,
  summary: 'Drafts a charge by hand, priced and checked; one live charge for an encounter',
  path: '/billing/charges',
  audit: 'charge.drafted',
  input: ChargeFacts.extend({ appointmentId: Id.optional(), encounterId: Id.optional() }),
  output: Charge,
  errors: [
    'billing.charge_exists_for_encounter',
    'billing.unknown_patient',
    'billing.unknown_provider',
    'billing.unknown_location',
    'billing.unknown_appointment',
    'billing.unknown_encounter',
  ],
});

const previewCharge = operation({
  ...readsCharges,
  method: 'POST',
  summary: 'Prices and checks a charge without keeping it',
  path: '/billing/charge-previews',
  audit: 'charge.previewed',
  rateClass: 'search',
  /** `chargeId`: the charge that is being edited, so that it is no duplicate of itself. */
  input: ChargeFacts.extend({ chargeId: Id.optional() }),
  output: ChargePreview,
  errors: ['billing.unknown_provider', 'billing.unknown_location'],
});

const updateCharge = operation({
  ...writesCharges,
  method: 'PUT',
  summary: 'Replaces the diagnoses and lines of a draft; prices and checks it again',
  path: '/billing/charges/:chargeId',
  audit: 'charge.changed',
  ifMatch: true,
  input: z.strictObject({
    chargeId: Id,
    diagnoses: z.array(DiagnosisCode).max(12),
    lines: z.array(ChargeLineInput).min(1).max(50),
  }),
  output: Charge,
  errors: ['billing.charge_not_found', 'billing.charge_not_draft', 'billing.version_conflict'],
});

const postCharge = operation({
  ...writesCharges,
  summary: 'Posts a draft to the ledger; its claim follows by event',
  path: '/billing/charges/:chargeId/posting',
  audit: 'charge.posted',
  ifMatch: true,
  input: z.strictObject({ chargeId: Id }),
  output: Charge,
  errors: [
    'billing.charge_not_found',
    'billing.charge_not_draft',
    'billing.charge_has_errors',
    'billing.charge_under_review',
    'billing.charge_already_posted',
    'billing.period_closed',
    'billing.version_conflict',
  ],
});

const billInsurer = operation({
  ...writesCharges,
  summary:
    'Bills a self-pay charge to the insurer who, as is known by now, covered its date; payments on it become credit',
  path: '/billing/charges/:chargeId/insurer',
  audit: 'charge.billed_to_insurer',
  ifMatch: true,
  input: z.strictObject({ chargeId: Id }),
  output: Charge,
  errors: [
    'billing.charge_not_found',
    'billing.charge_not_posted',
    'billing.charge_has_insurer',
    'billing.no_coverage_on_date',
    'billing.period_closed',
    'billing.version_conflict',
  ],
});

const voidCharge = operation({
  ...writesCharges,
  summary:
    'Voids a charge: a draft ends, a posted one is reversed in the ledger unless its claim is under way',
  path: '/billing/charges/:chargeId/void',
  audit: 'charge.voided',
  ifMatch: true,
  input: z.strictObject({ chargeId: Id, reason: VoidReason }),
  output: Charge,
  errors: [
    'billing.charge_not_found',
    'billing.charge_voided_before',
    'billing.charge_has_postings',
    'billing.period_closed',
    'billing.claim_under_way',
    'billing.version_conflict',
  ],
});

const listMissingCharges = operation({
  ...readsCharges,
  summary: 'Kept visits that have neither a posted charge nor a reason for none, oldest first',
  path: '/billing/missing-charges',
  audit: 'missing_charges.listed',
  input: z.strictObject({ ...PageInput, locationId: Id.optional(), overdueOnly: QueryBool.default(false) }),
  output: Page(VisitCharge),
});

const recordNoCharge = operation({
  ...writesCharges,
  summary: 'Says why a kept visit has no charge',
  path: '/billing/visits/:appointmentId/no-charge',
  audit: 'visit.no_charge_recorded',
  input: z.strictObject({ appointmentId: Id, reason: NoChargeReason, note: Text(200).optional() }),
  output: VisitCharge,
  errors: ['billing.visit_not_found', 'billing.visit_has_charge'],
});

const getChargeReconciliation = operation({
  ...readsCharges,
  summary: 'Kept visits, closed encounters and charges of a day, three ways',
  path: '/billing/charge-reconciliation',
  phi: 'none',
  audit: null,
  input: z.strictObject({ date: LocalDateField, locationId: Id.optional() }),
  output: ChargeReconciliation,
});

const listChargeReviews = operation({
  ...readsCharges,
  summary: 'Amended encounters that wait for a decision on their charge',
  path: '/billing/charge-reviews',
  audit: 'charge_reviews.listed',
  input: z.strictObject({ ...PageInput, chargeId: Id.optional() }),
  output: Page(ChargeReview),
});

const resolveChargeReview = operation({
  ...writesCharges,
  summary: 'Applies an amendment to the charge, or dismisses it with a reason',
  path: '/billing/charge-reviews/:reviewId/decision',
  audit: 'charge_review.decided',
  input: z.strictObject({ reviewId: Id, decision: z.enum(['apply', 'dismiss']), reason: Text(200) }),
  output: Charge,
  errors: ['billing.charge_review_not_found', 'billing.charge_review_decided', 'billing.claim_under_way'],
});

const searchChargeCodes = operation({
  ...readsCharges,
  summary: 'Codes by code, words or prefix, as of a date, with the practice’s charge',
  path: '/billing/codes',
  phi: 'none',
  audit: null,
  rateClass: 'search',
  input: z.strictObject({
    set: z.enum(['icd10cm', 'procedure', 'modifier']),
    query: Text(80),
    on: LocalDateField,
    limit: QueryInt(1, 50).default(20),
  }),
  output: z.object({ items: z.array(ChargeCode) }),
});

export const chargeOperations = {
  listCharges,
  getCharge,
  draftCharge,
  previewCharge,
  updateCharge,
  postCharge,
  billInsurer,
  voidCharge,
  listMissingCharges,
  recordNoCharge,
  getChargeReconciliation,
  listChargeReviews,
  resolveChargeReview,
  searchChargeCodes,
};
