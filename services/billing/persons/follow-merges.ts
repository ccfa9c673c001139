import type { PayloadOf } from '@spark-den/contracts/operation';
import { PatientsMerged, PatientsUnmerged } from '@spark-den/contracts/patients/events';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { on, type Subscription } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { lockFor } from '../lock-repository.ts';
import { storeRecords } from './merged-record-repository.ts';

/** Asks the registry who the two records stand for now, whichever merge this is told of. */
async function followMerge(
  context: BillingContext,
  { survivingPatientId, mergedPatientId }: PayloadOf<typeof PatientsMerged>,
): Promise<void> {
  await lockFor(context, 'merged records');
  for (const id of [survivingPatientId, mergedPatientId]) {
    const { patientId, allIds } = await context.call(patientsContract).resolvePatient({ patientId: id });
    await storeRecords(context, patientId, allIds);
  }
}

export const mergeSubscriptions: readonly Subscription<BillingDatabase>[] = [
  on<typeof PatientsMerged, BillingDatabase>(
    PatientsMerged,
    'billing.follow-merges',
    (context, { payload }) => followMerge(context, payload),
  ),
  on<typeof PatientsUnmerged, BillingDatabase>(
    PatientsUnmerged,
    'billing.follow-unmerges',
    (context, { payload }) => followMerge(context, payload),
  ),
];
