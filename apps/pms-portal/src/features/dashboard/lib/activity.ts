import type { Activity, ActivityKind } from '@spark-den/contracts/analytics/types';
import type { Tone } from '@spark-den/ui';

const WORDS: Readonly<Record<ActivityKind, readonly [Tone, string]>> = {
  'patient-registered': ['info', 'Patient registered'],
  'appointment-booked': ['info', 'Appointment booked'],
  'appointment-moved': ['info', 'Appointment moved'],
  'appointment-cancelled': ['neutral', 'Appointment cancelled'],
  'checked-in': ['progress', 'Checked in'],
  'checked-out': ['success', 'Checked out'],
  'insurance-verified': ['success', 'Insurance verified'],
  'insurance-not-verified': ['warning', 'Insurance not verified'],
  'charges-posted': ['info', 'Charges posted'],
  'claim-submitted': ['info', 'Claim submitted'],
  'payment-posted': ['success', 'Payment posted'],
  'remittance-posted': ['success', 'Remittance posted'],
  'remittance-held': ['warning', 'Remittance held'],
  'denial-opened': ['danger', 'Denial opened'],
  'denial-closed': ['success', 'Denial closed'],
  'statement-issued': ['info', 'Statement issued'],
  'written-off': ['neutral', 'Written off'],
};

export function activityWords(kind: ActivityKind): readonly [Tone, string] {
  return WORDS[kind];
}

/** Where the record behind a line is. */
export function linkTo({
  entityType,
  entityId,
  patientId,
}: Pick<Activity, 'entityType' | 'entityId' | 'patientId'>): string | undefined {
  switch (entityType) {
    case 'appointment':
      return `/calendar?appointment=${entityId}`;
    case 'patient':
      return `/patients/${entityId}`;
    case 'coverage':
      return `/patients/${patientId}/insurance`;
    case 'charge':
      return `/charges/${entityId}`;
    case 'claim':
      return `/claims/${entityId}`;
    case 'denial':
      return `/denials/${entityId}`;
    case 'remittance':
      return `/payments/remittances/${entityId}`;
    case 'statement':
      return '/statements';
    default:
      return patientId === null ? undefined : `/patients/${patientId}`;
  }
}
