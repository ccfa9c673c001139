import { z } from 'zod';
import { Id, LocalDateField, Page, PageInput, QueryBool } from '../fields.ts';
import { operation, serviceContract } from '../operation.ts';
import { administrationErrors } from './errors.ts';
import { administrationEvents } from './events.ts';
import { administrationPermissions } from './permissions.ts';
import {
  Equipment,
  FeeSchedule,
  Location,
  Payer,
  Plan,
  Practice,
  PracticeDocument,
  Provider,
  Room,
} from './types.ts';

const readsMasterData = {
  method: 'GET',
  permission: 'administration.practice.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
} as const;

const ActiveFilter = { ...PageInput, includeInactive: QueryBool.default(false) };

export const getPractice = operation({
  ...readsMasterData,
  summary: 'The practice with its identifiers, clearinghouse and policies',
  path: '/practice',
  input: z.strictObject({}),
  output: Practice,
  errors: ['administration.practice_not_found'],
});

export const listProviders = operation({
  ...readsMasterData,
  summary: 'Providers of the practice, by last name',
  path: '/providers',
  input: z.strictObject(ActiveFilter),
  output: Page(Provider),
});

export const listLocations = operation({
  ...readsMasterData,
  summary: 'Locations of the practice, by name',
  path: '/locations',
  input: z.strictObject(ActiveFilter),
  output: Page(Location),
});

export const listRooms = operation({
  ...readsMasterData,
  summary: 'Rooms of the practice or of one location, by name',
  path: '/rooms',
  input: z.strictObject({ ...ActiveFilter, locationId: Id.optional() }),
  output: Page(Room),
});

export const listEquipment = operation({
  ...readsMasterData,
  summary: 'Bookable equipment of the practice or of one location, by name',
  path: '/equipment',
  input: z.strictObject({ ...ActiveFilter, locationId: Id.optional() }),
  output: Page(Equipment),
});

export const listPayers = operation({
  ...readsMasterData,
  summary: 'Payers with their profiles, by name',
  path: '/payers',
  input: z.strictObject(ActiveFilter),
  output: Page(Payer),
});

export const getPayer = operation({
  ...readsMasterData,
  summary: 'A payer with its profile: frequencies, deadlines, crossover, secondary handling',
  path: '/payers/:payerId',
  input: z.strictObject({ payerId: Id }),
  output: Payer,
  errors: ['administration.payer_not_found'],
});

export const listPlans = operation({
  ...readsMasterData,
  summary: 'Plans of the practice or of one payer, by name',
  path: '/plans',
  input: z.strictObject({ ...ActiveFilter, payerId: Id.optional() }),
  output: Page(Plan),
});

export const listFeeSchedules = operation({
  ...readsMasterData,
  summary: 'Fee schedules with their items; with `on` only those in force on that date',
  path: '/fee-schedules',
  permission: 'administration.fee-schedule.read',
  input: z.strictObject({ ...PageInput, on: LocalDateField.optional(), payerId: Id.optional() }),
  output: Page(FeeSchedule),
});

export const getFeeSchedule = operation({
  ...readsMasterData,
  summary: 'A fee schedule with its items',
  path: '/fee-schedules/:feeScheduleId',
  permission: 'administration.fee-schedule.read',
  input: z.strictObject({ feeScheduleId: Id }),
  output: FeeSchedule,
  errors: ['administration.fee_schedule_not_found'],
});

/** Services price charges with it whatever the user behind the call may see. */
export const getFeeSchedulesInForce = operation({
  ...readsMasterData,
  summary: 'Every charge and contract schedule in force on a date',
  path: '/internal/fee-schedules/in-force',
  permission: 'internal',
  input: z.strictObject({ on: LocalDateField }),
  output: z.object({ items: z.array(FeeSchedule) }),
});

export const installPractice = operation({
  summary: 'Installs or updates a whole practice from one document; installing it again changes nothing',
  method: 'PUT',
  path: '/internal/practice',
  input: PracticeDocument,
  output: z.object({ practiceId: Id, written: z.int() }),
  permission: 'internal',
  phi: 'none',
  audit: 'practice.installed',
  rateClass: 'expensive',
  idempotent: false,
  errors: ['administration.practice_mismatch', 'administration.dangling_reference'],
});

export const administrationContract = serviceContract({
  name: 'administration',
  port: 3014,
  database: 'business',
  operations: {
    getPractice,
    listProviders,
    listLocations,
    listRooms,
    listEquipment,
    listPayers,
    getPayer,
    listPlans,
    listFeeSchedules,
    getFeeSchedule,
    getFeeSchedulesInForce,
    installPractice,
  },
  events: administrationEvents,
  errors: administrationErrors,
  permissions: administrationPermissions,
});
