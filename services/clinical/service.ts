import { administrationContract } from '@spark-den/contracts/administration/operations';
import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { defineService } from '@spark-den/service-kit';
import { searchDiagnoses, searchServices } from './codes/search-codes.ts';
import { ServiceCatalogue } from './codes/service-catalogue.ts';
import type { Database } from './database.ts';
import { amendEncounter } from './encounters/amend-encounter.ts';
import { getEncounter } from './encounters/get-encounter.ts';
import { listPatientEncounters } from './encounters/list-patient-encounters.ts';
import { openEncounter } from './encounters/open-encounter.ts';
import { recordEncounter } from './encounters/record-encounter.ts';
import { signEncounter } from './encounters/sign-encounter.ts';
import { followAppointments } from './visits/follow-appointments.ts';
import { listVisits } from './visits/list-visits.ts';

/** The clinical side: visits of the day and encounters, in a database of its own. */
export const clinicalService = defineService<Database>()({
  contract: clinicalContract,
  migrations: new URL('./migrations/', import.meta.url),
  uses: [patientsContract, administrationContract],
  handlers: ({ systemClock }) => {
    const catalogue = new ServiceCatalogue(systemClock);
    return {
      listVisits,
      openEncounter: openEncounter(catalogue),
      getEncounter: getEncounter(catalogue),
      listPatientEncounters: listPatientEncounters(catalogue),
      recordEncounter: recordEncounter(catalogue),
      signEncounter: signEncounter(catalogue),
      amendEncounter: amendEncounter(catalogue),
      searchDiagnoses,
      searchServices: searchServices(catalogue),
    };
  },
  subscriptions: () => followAppointments,
});
