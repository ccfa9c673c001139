import type { chargeOperations } from '@spark-den/contracts/billing/charges';
import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { Handlers, Subscription } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { billInsurer } from './bill-insurer.ts';
import { listChargeReviews, resolveChargeReview } from './charge-reviews.ts';
import { listChargeRows, showCharge } from './charge-repository.ts';
import { draftCharge } from './draft-charge.ts';
import { visitSubscriptions } from './follow-visits.ts';
import { getChargeReconciliation, listMissingCharges, recordNoCharge } from './missing-charges.ts';
import { postCharge } from './post-charge.ts';
import { previewCharge } from './preview-charge.ts';
import { searchChargeCodes } from './search-charge-codes.ts';
import { encounterSubscriptions } from './take-encounter.ts';
import { updateCharge } from './update-charge.ts';
import { voidCharge } from './void-charge.ts';

export const chargesHandlers = (): Pick<
  Handlers<typeof billingContract, BillingDatabase>,
  keyof typeof chargeOperations
> => ({
  listCharges: async (context, input) => {
    const page = await listChargeRows(context, input);
    for (const charge of page.items) context.audit({ patientId: charge.patientId });
    return page;
  },
  getCharge: async (context, { chargeId }) => {
    const charge = await showCharge(context, chargeId);
    context.audit({ patientId: charge.patientId, entityType: 'charge', entityId: chargeId });
    return charge;
  },
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
});

export const chargesSubscriptions = (): readonly Subscription<BillingDatabase>[] => [
  ...encounterSubscriptions,
  ...visitSubscriptions,
];
