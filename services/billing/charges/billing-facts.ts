import { administrationContract } from '@spark-den/contracts/administration/operations';
import type {
  FeeSchedule,
  Location,
  Payer,
  Practice,
  Provider,
} from '@spark-den/contracts/administration/types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { PatientForClaim } from '@spark-den/contracts/patients/coverage-types';
import type { LocalDate } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import { known } from '../known-records.ts';

/** What neighbours know of a visit that is to be billed, as of its date. */
export interface VisitFacts {
  readonly practice: Practice;
  readonly provider: Provider;
  readonly location: Location;
  readonly schedules: readonly FeeSchedule[];
  readonly patient: PatientForClaim;
  /** The payers of the patient's coverages on that date. */
  readonly payers: ReadonlyMap<string, Payer>;
}

export interface VisitKey {
  readonly patientId: string;
  readonly providerId: string;
  readonly locationId: string;
  readonly dateOfService: LocalDate;
}

/** Reads all of it; fails where the practice does not know the patient, the provider or the location. */
export async function visitFacts(context: BillingContext, key: VisitKey): Promise<VisitFacts> {
  const administration = context.call(administrationContract);
  const all = { limit: 200, includeInactive: true };
  const [practice, providers, locations, { items: schedules }, patient] = await Promise.all([
    administration.getPractice({}),
    administration.listProviders(all),
    administration.listLocations(all),
    administration.getFeeSchedulesInForce({ on: key.dateOfService }),
    known(
      context.call(patientsContract).getPatientForClaim({ patientId: key.patientId, on: key.dateOfService }),
      () => fail(billingContract, 'billing.unknown_patient', { patientId: key.patientId }),
    ),
  ]);
  const provider = providers.items.find(item => item.id === key.providerId);
  if (!provider) throw fail(billingContract, 'billing.unknown_provider', { providerId: key.providerId });
  const location = locations.items.find(item => item.id === key.locationId);
  if (!location) throw fail(billingContract, 'billing.unknown_location', { locationId: key.locationId });
  const payerIds = [...new Set(patient.coverages.map(coverage => coverage.payerId))];
  const payers = await Promise.all(payerIds.map(payerId => administration.getPayer({ payerId })));
  return {
    practice,
    provider,
    location,
    schedules,
    patient,
    payers: new Map(payers.map(payer => [payer.id, payer])),
  };
}
