import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';

/** States in which the patient is in the clinic, or was there today. */
export const PRESENT: readonly AppointmentStatus[] = [
  'arrived',
  'checked-in',
  'in-room',
  'with-provider',
  'ready-checkout',
  'checked-out',
];

/** An encounter can be opened once the patient is there. */
export function hasArrived(status: AppointmentStatus): boolean {
  return PRESENT.includes(status);
}
