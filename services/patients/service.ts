import { administrationContract } from '@spark-den/contracts/administration/operations';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { defineService } from '@spark-den/service-kit';
import { getPatientForClaim } from './coverage/get-patient-for-claim.ts';
import { addCoverage, changeCoverage, endCoverage, listCoverages } from './coverage/manage-coverages.ts';
import type { PatientsDatabase } from './database.ts';
import { findDuplicates } from './duplicates/find-duplicates.ts';
import { learnWeightsWorker } from './duplicates/learn-weights.ts';
import { renewKeysWorker } from './duplicates/renew-keys.ts';
import { dismissDuplicatePair, listDuplicatePairs } from './duplicates/review-pairs.ts';
import { checkEligibility, listEligibilityChecks } from './eligibility/check-eligibility.ts';
import { listMerges, mergePatients, unmergePatients } from './merging/merge-patients.ts';
import { restrictChart, setContacts, setPreferences, verifyIdentity } from './records/change-details.ts';
import { recordConsent } from './records/consents.ts';
import { getPatient, getPatientSummaries, resolvePatient } from './records/get-patient.ts';
import { listPatientChanges } from './records/list-changes.ts';
import { PracticeCalendar } from './records/practice-calendar.ts';
import { revealSsn } from './records/reveal-ssn.ts';
import { updatePatient } from './records/update-patient.ts';
import {
  discardRegistrationDraft,
  getRegistrationDraft,
  listRegistrationDrafts,
  saveRegistrationDraft,
} from './registration/drafts.ts';
import { registerPatient } from './registration/register-patient.ts';
import { searchPatients } from './search/search-patients.ts';

export const patientsService = defineService<PatientsDatabase>()({
  contract: patientsContract,
  migrations: new URL('./migrations/', import.meta.url),
  uses: [administrationContract, integrationContract],
  handlers(ports) {
    const calendar = new PracticeCalendar(ports.systemClock);
    return {
      saveRegistrationDraft: saveRegistrationDraft(ports),
      getRegistrationDraft: getRegistrationDraft(ports),
      listRegistrationDrafts: listRegistrationDrafts(ports),
      discardRegistrationDraft,
      findDuplicates: findDuplicates(ports),
      registerPatient: registerPatient(ports, calendar),
      searchPatients: searchPatients(calendar),
      getPatient,
      getPatientSummaries: getPatientSummaries(calendar),
      resolvePatient,
      updatePatient: updatePatient(ports, calendar),
      restrictChart,
      setContacts,
      setPreferences,
      recordConsent: recordConsent(calendar),
      verifyIdentity,
      revealSsn: revealSsn(ports),
      listPatientChanges,
      mergePatients,
      unmergePatients,
      listMerges,
      listDuplicatePairs,
      dismissDuplicatePair,
      listCoverages: listCoverages(calendar),
      addCoverage: addCoverage(ports),
      changeCoverage: changeCoverage(ports),
      endCoverage,
      checkEligibility,
      listEligibilityChecks,
      getPatientForClaim,
    };
  },
  workers: ports => [learnWeightsWorker, renewKeysWorker(ports)],
});
