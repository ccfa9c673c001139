import type { Visit, VisitPatient } from '@spark-den/contracts/clinical/types';
import type { Tone } from '@spark-den/ui';
import { ageOn, type Instant, type LocalDate } from '@spark-den/kernel';

const STATES: Partial<Record<Visit['status'], readonly [Tone, string]>> = {
  arrived: ['info', 'Arrived'],
  'checked-in': ['info', 'Checked in'],
  'in-room': ['progress', 'In room'],
  'with-provider': ['progress', 'With provider'],
  'ready-checkout': ['success', 'Ready to check out'],
  'checked-out': ['success', 'Checked out'],
};

export function visitState(status: Visit['status']): readonly [Tone, string] {
  return STATES[status] ?? ['neutral', status];
}

export function encounterState(visit: Pick<Visit, 'encounterStatus'>): readonly [Tone, string] {
  if (visit.encounterStatus === 'signed') return ['success', 'Signed'];
  return visit.encounterStatus === 'open' ? ['progress', 'Open'] : ['neutral', 'Not started'];
}

/** `Marsh, Elena “Ellie”`, or a plain word where the chart is closed. */
export function patientName(patient: VisitPatient | null): string {
  if (!patient) return 'Chart closed to you';
  const used = patient.nameUsed ? ` “${patient.nameUsed}”` : '';
  return `${patient.familyName}, ${patient.givenName}${used}`;
}

/** `58 F` */
export function ageAndSex(patient: VisitPatient, on: LocalDate): string {
  const letter = { female: 'F', male: 'M', unknown: 'U' }[patient.sex];
  return `${ageOn(patient.birthDate, on)} ${letter}`;
}

/** Whole minutes that somebody has been in a state. */
export function minutesSince(since: Instant, now: Instant): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
}
