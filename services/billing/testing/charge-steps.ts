import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { person } from '@spark-den/testkit';
import { patientWith, type ClaimsTest, type Cover } from './claims-system.ts';

/** What tests of charges do again and again, on the system that `day` gives. */
export function chargeSteps(day: () => ClaimsTest) {
  const billing = (role: Parameters<typeof person>[0] = 'billing-manager', practiceId?: string) =>
    day().test.as(billingContract, person(role, [billingContract, administrationContract], practiceId));
  const known = (...covers: readonly Cover[]) => {
    const patient = patientWith(...covers);
    day().patients.set(patient.patientId, patient);
    return patient;
  };
  const balances = async (patientId: string) => (await billing().getPatientBalance({ patientId })).balances;
  return { billing, known, balances };
}
