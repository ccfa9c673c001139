import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import { summaryById } from '../appointments/appointment-repository.ts';
import type { SchedulingDatabase } from '../database.ts';
import { consentGate, copayOf, coverageGate, identityGate } from './gates.ts';

type CheckInStatus = Handler<typeof schedulingContract.operations.checkInStatus, SchedulingDatabase>;

export const checkInStatus: CheckInStatus = async (context, { appointmentId }) => {
  const row = await summaryById(context.db, appointmentId);
  if (!row) throw fail(schedulingContract, 'scheduling.appointment_not_found', { appointmentId });
  context.audit({ patientId: row.patientId, entityType: 'appointment', entityId: row.id });
  const patients = context.call(patientsContract);
  const patient = await patients.getPatient({ patientId: row.patientId });
  const { items: coverages } = await patients.listCoverages({ patientId: row.patientId, on: row.localDate });
  const [primary] = coverages;
  const checks = primary
    ? await patients.listEligibilityChecks({ patientId: row.patientId, coverageId: primary.id, limit: 20 })
    : { items: [] };
  const copay = copayOf(checks.items);
  return {
    gates: [
      identityGate(patient),
      coverageGate(coverages, row.localDate),
      consentGate(patient),
      {
        gate: 'copay' as const,
        state: primary === undefined || copay === 0 ? ('satisfied' as const) : ('open' as const),
        finding:
          primary === undefined
            ? 'self-pay'
            : copay === 0
              ? 'none-due'
              : copay === null
                ? 'not-stated'
                : 'due',
        checkedAt: null,
      },
    ],
    copayCents: copay,
  };
};
