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

/** First part of an address, and the address itself. */
type Place = readonly [feature: string, address: string];

function placeOf(entityType: string, entityId: string, patientId: string | null): Place | undefined {
  switch (entityType) {
    case 'appointment':
      return ['calendar', `/calendar?appointment=${entityId}`];
    case 'patient':
      return ['patients', `/patients/${entityId}`];
    case 'coverage':
      return ['patients', `/patients/${patientId}/insurance`];
    case 'charge':
      return ['charges', `/charges/${entityId}`];
    case 'claim':
      return ['claims', `/claims/${entityId}`];
    case 'denial':
      return ['denials', `/denials/${entityId}`];
    case 'remittance':
      return ['payments', `/payments/remittances/${entityId}`];
    case 'statement':
      return ['statements', '/statements'];
    default:
      return patientId === null ? undefined : ['patients', `/patients/${patientId}`];
  }
}

/** Where the record behind a line is, if this build has its page. */
export function linkTo(
  item: Pick<Activity, 'entityType' | 'entityId' | 'patientId'>,
  features: ReadonlySet<string>,
): string | undefined {
  const place = placeOf(item.entityType, item.entityId, item.patientId);
  return place && features.has(place[0]) ? place[1] : undefined;
}
