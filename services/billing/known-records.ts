import { billingContract } from '@spark-den/contracts/billing/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { AppError } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import { practiceToday, type BillingContext } from './context.ts';

/** Records of neighbours that an id names: asked of who keeps them, in the caller's own practice. */

/** Fails where the practice has no such patient. */
export async function requirePatient(context: BillingContext, patientId: string): Promise<void> {
  const on = await practiceToday(context);
  await known(context.call(patientsContract).getPatientForClaim({ patientId, on }), () =>
    fail(billingContract, 'billing.unknown_patient', { patientId }),
  );
}

/** Fails where the practice has no such appointment. */
export async function requireAppointment(context: BillingContext, appointmentId: string): Promise<void> {
  await known(context.call(schedulingContract).getAppointment({ appointmentId }), () =>
    fail(billingContract, 'billing.unknown_appointment', { appointmentId }),
  );
}

/** @returns the name of the person whose account this is; fails where the practice has none such */
export async function requirePerson(context: BillingContext, userId: string): Promise<string> {
  const { displayName } = await known(context.call(identityContract).resolveUser({ userId }), () =>
    fail(billingContract, 'billing.unknown_person', { userId }),
  );
  return displayName;
}

export async function known<T>(answer: Promise<T>, failure: () => AppError): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') throw failure();
    throw error;
  }
}
