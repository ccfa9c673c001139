import type { AppointmentStatus, ResourceKind } from '@spark-den/contracts/scheduling/types';
import type { Instant, LocalDate, LocalTime, Zone } from '@spark-den/kernel';
import type { ColumnType, Generated } from 'kysely';

/** JSON that is written as text and read as a value. */
export type Json<T> = ColumnType<T, string, string>;

export interface LocationTable {
  practiceId: string;
  id: string;
  name: string;
  zone: Zone;
}

export interface ResourceTable {
  practiceId: string;
  id: string;
  kind: ResourceKind;
  name: string;
  locationId: string | null;
  pools: Json<string[]>;
  capacity: number;
  turnoverMinutes: number;
  active: boolean;
}

export interface TravelTable {
  practiceId: string;
  fromLocationId: string;
  toLocationId: string;
  minutes: number;
}

export interface AppointmentTypeTable {
  practiceId: string;
  id: string;
  name: string;
  durationMinutes: number;
  providerDurations: Json<{ providerId: string; minutes: number }[]>;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  roomPool: string | null;
  equipmentPools: Json<string[]>;
  modality: 'in-person' | 'telehealth';
  preparation: Json<string[]>;
  color: 'teal' | 'blue' | 'violet' | 'amber' | 'rose' | 'slate';
  active: boolean;
  version: Generated<number>;
}

export interface StoredWindow {
  start: LocalTime;
  end: LocalTime;
  locationId: string;
  appointmentTypeIds: string[];
  /** Missing in what was stored before there were quotas. */
  quotas?: { appointmentTypeIds: string[]; most: number }[];
}

export interface StoredRule extends StoredWindow {
  weekday: number;
  everyWeeks: number;
  nthOfMonth: number | null;
}

export interface AvailabilityTemplateTable {
  id: string;
  practiceId: string;
  providerId: string;
  effectiveFrom: LocalDate;
  rules: Json<StoredRule[]>;
}

export interface AvailabilityOverrideTable {
  id: string;
  practiceId: string;
  providerId: string;
  date: LocalDate;
  windows: Json<StoredWindow[]>;
  reason: string;
}

export interface TimeOffTable {
  id: string;
  practiceId: string;
  resourceId: string;
  startAt: Instant;
  endAt: Instant;
  reason: string;
}

export interface ClosureTable {
  id: string;
  practiceId: string;
  locationId: string | null;
  date: LocalDate;
  startTime: LocalTime | null;
  endTime: LocalTime | null;
  reason: string;
}

export interface PatientCopyTable {
  practiceId: string;
  patientId: string;
  survivingId: string;
  name: string;
  mrn: string;
  born: LocalDate;
  restricted: boolean;
}

export interface AppointmentTable {
  id: string;
  practiceId: string;
  version: Generated<number>;
  patientId: string;
  appointmentTypeId: string;
  providerId: string;
  locationId: string;
  roomId: string | null;
  equipmentIds: Json<string[]>;
  startAt: Instant;
  endAt: Instant;
  zone: Zone;
  localDate: LocalDate;
  localStart: LocalTime;
  durationMinutes: number;
  status: AppointmentStatus;
  confirmation: Generated<'unconfirmed' | 'left-message' | 'confirmed' | 'declined'>;
  confirmationChannel: string | null;
  confirmedAt: Instant | null;
  visitReason: string | null;
  exceptionReason: string | null;
  bookedAt: Instant;
  bookedBy: string;
  cancelledAt: Instant | null;
  cancelledBy: 'patient' | 'practice' | 'provider' | null;
  cancelReason: string | null;
  noticeMinutes: number | null;
  lateCancel: boolean | null;
  arrivedAt: Instant | null;
  checkedInAt: Instant | null;
  roomedAt: Instant | null;
  withProviderAt: Instant | null;
  readyCheckoutAt: Instant | null;
  checkedOutAt: Instant | null;
}

export interface HoldTable {
  id: string;
  practiceId: string;
  heldBy: string;
  appointmentTypeId: string;
  providerId: string;
  locationId: string;
  roomId: string | null;
  equipmentIds: Json<string[]>;
  startAt: Instant;
  endAt: Instant;
  expiresAt: Instant;
}

export interface ResourceClaimTable {
  id: string;
  practiceId: string;
  resourceId: string;
  kind: ResourceKind;
  locationId: string;
  appointmentId: string | null;
  holdId: string | null;
  expiresAt: Instant | null;
  /** `tstzrange`; written and compared in SQL. */
  during: string;
  startAt: Instant;
  endAt: Instant;
  live: Generated<boolean>;
  blocks: boolean;
}

export interface AppointmentStepTable {
  id: string;
  practiceId: string;
  appointmentId: string;
  sequence: number;
  action: string;
  fromStatus: AppointmentStatus | null;
  toStatus: AppointmentStatus;
  at: Instant;
  actorId: string;
  actorName: string;
  source: 'portal' | 'api' | 'simulator' | 'system';
  reason: string | null;
  voidedAt: Instant | null;
  voidedBy: string | null;
}

export interface AppointmentMoveTable {
  id: string;
  practiceId: string;
  appointmentId: string;
  fromStart: Instant;
  toStart: Instant;
  fromProviderId: string;
  toProviderId: string;
  fromLocationId: string;
  toLocationId: string;
  at: Instant;
  actorId: string;
  actorName: string;
  reason: string | null;
}

export interface CheckInGateTable {
  practiceId: string;
  stepId: string;
  appointmentId: string;
  gate: 'identity' | 'coverage' | 'consent' | 'copay';
  outcome: 'satisfied' | 'overridden';
  evidence: string | null;
  reason: string | null;
}

export interface SchedulingDatabase {
  location: LocationTable;
  resource: ResourceTable;
  travel: TravelTable;
  appointmentType: AppointmentTypeTable;
  availabilityTemplate: AvailabilityTemplateTable;
  availabilityOverride: AvailabilityOverrideTable;
  timeOff: TimeOffTable;
  closure: ClosureTable;
  patientCopy: PatientCopyTable;
  appointment: AppointmentTable;
  hold: HoldTable;
  resourceClaim: ResourceClaimTable;
  appointmentStep: AppointmentStepTable;
  appointmentMove: AppointmentMoveTable;
  checkInGate: CheckInGateTable;
}
