import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { Handlers } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { requirePatient } from '../known-records.ts';

/** From now on; entries keep the guarantor that they were posted with. */
export const setGuarantor: Handlers<typeof billingContract, BillingDatabase>['setGuarantor'] = async (
  context,
  { patientId, guarantorId },
) => {
  await requirePatient(context, patientId);
  await requirePatient(context, guarantorId);
  const set = { guarantorId, setAt: context.now, setBy: context.principal.displayName };
  await context.db
    .insertInto('patientGuarantor')
    .values({ practiceId: context.practiceId, patientId, ...set })
    .onConflict(conflict => conflict.columns(['practiceId', 'patientId']).doUpdateSet(set))
    .execute();
  context.audit({ patientId, entityType: 'guarantor', entityId: guarantorId });
  return { patientId, guarantorId };
};
