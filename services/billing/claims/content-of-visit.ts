import type { PatientForClaim } from '@spark-den/contracts/patients/coverage-types';
import type { Sex } from '@spark-den/contracts/patients/types';
import type { VisitFacts } from '../charges/billing-facts.ts';
import type { ClaimContent, ContentCoverage, ContentPerson } from './claim-content.ts';
import { inPayingOrder } from './next-payer.ts';

const SEX: Record<Sex, 'F' | 'M' | 'U'> = { female: 'F', male: 'M', unknown: 'U' };

/** The people, places and coverages of a claim, as they are known now. */
export function contentOfVisit(
  facts: VisitFacts,
): Omit<ClaimContent, 'destination' | 'dateOfService' | 'diagnoses' | 'lines' | 'priorDecisions'> {
  const { practice, provider, location, patient } = facts;
  return {
    practice: {
      name: practice.name,
      npi: practice.billingNpi,
      taxId: practice.taxId,
      taxonomyCode: practice.taxonomyCode,
      address: practice.address,
      phone: practice.phone,
    },
    rendering: {
      providerId: provider.id,
      npi: provider.npi,
      firstName: provider.firstName,
      lastName: provider.lastName,
      taxonomyCode: provider.taxonomyCode,
    },
    location: {
      locationId: location.id,
      name: location.name,
      address: location.address,
      placeOfService: location.placeOfService,
    },
    patient: patientPerson(patient),
    consents: patient.consents,
    coverages: coveragesOf(facts),
  };
}

/** The patient's coverages on the date, in the order in which they pay. */
export function coveragesOf({ patient, payers }: Pick<VisitFacts, 'patient' | 'payers'>): ContentCoverage[] {
  return inPayingOrder(
    patient.coverages.flatMap(coverage => {
      const payer = payers.get(coverage.payerId);
      if (!payer) return [];
      return [
        {
          coverageId: coverage.id,
          payer,
          memberId: coverage.memberId,
          groupNumber: coverage.groupNumber,
          planId: coverage.planId,
          relationship: coverage.relationship,
          subscriber: coverage.subscriber
            ? {
                firstName: coverage.subscriber.name.given,
                lastName: coverage.subscriber.name.family,
                middleName: coverage.subscriber.name.middle,
                birthDate: coverage.subscriber.birthDate,
                sex: SEX[coverage.subscriber.sex],
                address: coverage.subscriber.address ?? patient.address,
              }
            : patientPerson(patient),
        },
      ];
    }),
  );
}

function patientPerson(patient: PatientForClaim): ContentPerson {
  return {
    firstName: patient.name.given,
    lastName: patient.name.family,
    middleName: patient.name.middle,
    birthDate: patient.birthDate,
    sex: SEX[patient.sex],
    address: patient.address,
  };
}
