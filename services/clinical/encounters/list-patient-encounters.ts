import {
  clinicalContract,
  type listPatientEncounters as operation,
} from '@spark-den/contracts/clinical/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import type { ServiceCatalogue } from '../codes/service-catalogue.ts';
import type { Database } from '../database.ts';
import { listOfPatient } from './encounter-repository.ts';
import { visitPatients } from '../visits/visit-patients.ts';
import { labelled } from './show-encounter.ts';

export const listPatientEncounters =
  (catalogue: ServiceCatalogue): Handler<typeof operation, Database> =>
  async (context, { patientId, limit }) => {
    const chart = await visitPatients(context, [patientId]);
    if (chart.size === 0) throw fail(clinicalContract, 'clinical.patient_not_found', { patientId });
    const { allIds } = await context.call(patientsContract).resolvePatient({ patientId });
    const rows = await listOfPatient(context, allIds, limit);
    return {
      items: await Promise.all(
        rows.map(async row => ({
          encounterId: row.id,
          appointmentId: row.appointmentId,
          providerId: row.providerId,
          dateOfService: row.dateOfService,
          status: row.status,
          ...(await labelled(context, row.content, row.dateOfService, catalogue)),
        })),
      ),
    };
  };
