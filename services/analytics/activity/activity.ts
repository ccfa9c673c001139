import type { ActivityKind } from '@spark-den/contracts/analytics/types';

/** What a viewer must hold to be told of each kind: the permission to see the record behind it. */
export const ACTIVITY_PERMISSIONS: Readonly<Record<ActivityKind, string>> = {
  'patient-registered': 'patients.patient.read',
  'appointment-booked': 'scheduling.appointment.read',
  'appointment-moved': 'scheduling.appointment.read',
  'appointment-cancelled': 'scheduling.appointment.read',
  'checked-in': 'scheduling.appointment.read',
  'checked-out': 'scheduling.appointment.read',
  'insurance-verified': 'patients.coverage.read',
  'insurance-not-verified': 'patients.coverage.read',
  'charges-posted': 'billing.charge.read',
  'claim-submitted': 'billing.claim.read',
  'payment-posted': 'billing.balance.read',
  'remittance-posted': 'billing.remittance.read',
  'remittance-held': 'billing.remittance.read',
  'denial-opened': 'billing.denial.read',
  'denial-closed': 'billing.denial.read',
  'statement-issued': 'billing.statement.read',
  'written-off': 'billing.ledger.read',
};
