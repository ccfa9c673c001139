import type { EncounterContent, EncounterStatus } from '@spark-den/contracts/clinical/types';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import type { Instant, LocalDate } from '@spark-den/kernel';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;

export interface VisitTable {
  appointmentId: string;
  practiceId: string;
  patientId: string;
  providerId: string;
  locationId: string;
  date: LocalDate;
  startAt: Instant;
  endAt: Instant;
  status: AppointmentStatus;
  since: Instant;
}

export interface EncounterTable {
  id: string;
  practiceId: string;
  appointmentId: string;
  patientId: string;
  providerId: string;
  locationId: string;
  dateOfService: LocalDate;
  status: EncounterStatus;
  content: Json<EncounterContent>;
  openedAt: Instant;
  openedBy: string;
  version: Generated<number>;
}

export interface EncounterRevisionTable {
  practiceId: string;
  encounterId: string;
  revision: number;
  content: Json<EncounterContent>;
  reason: string;
  signedAt: Instant;
  signedBy: string;
  signedByName: string;
}

export interface Database {
  visit: VisitTable;
  encounter: EncounterTable;
  encounterRevision: EncounterRevisionTable;
}
