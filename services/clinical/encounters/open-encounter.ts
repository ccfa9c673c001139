import { clinicalContract, type openEncounter as operation } from '@spark-den/contracts/clinical/operations';
import { EncounterStarted } from '@spark-den/contracts/clinical/events';
import { fail, type Handler } from '@spark-den/service-kit';
import type { ServiceCatalogue } from '../codes/service-catalogue.ts';
import type { Database } from '../database.ts';
import { findVisit } from '../visits/visit-repository.ts';
import { hasArrived } from '../visits/visit.ts';
import { openOrFind } from './encounter-repository.ts';
import { showEncounter } from './show-encounter.ts';

export const openEncounter =
  (catalogue: ServiceCatalogue): Handler<typeof operation, Database> =>
  async (context, { appointmentId }) => {
    const visit = await findVisit(context, appointmentId);
    if (!visit) throw fail(clinicalContract, 'clinical.visit_not_found', { appointmentId });
    if (!hasArrived(visit.status)) {
      throw fail(clinicalContract, 'clinical.visit_not_arrived', { appointmentId, status: visit.status });
    }
    const { encounter, opened } = await openOrFind(context, visit);
    if (opened) {
      const { id: encounterId, patientId, providerId, locationId, dateOfService } = encounter;
      await context.emit(
        EncounterStarted,
        { encounterId, appointmentId, patientId, providerId, locationId, dateOfService },
        appointmentId,
      );
    }
    return showEncounter(context, encounter, catalogue);
  };
