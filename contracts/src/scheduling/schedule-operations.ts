import { z } from 'zod';
import { Id, InstantField, LocalDateField, LocalTimeField, QueryInt, Text } from '../fields.ts';
import { operation } from '../operation.ts';
import {
  AppointmentSummary,
  AppointmentType,
  AppointmentTypeInput,
  AvailabilityOverride,
  AvailabilityTemplate,
  Closure,
  OpenWindow,
  ProviderSchedule,
  Resource,
  SchedulingLocation,
  TemplateRule,
  TimeOff,
  WorkingWindow,
} from './types.ts';

const reading = { phi: 'none', audit: null, rateClass: 'standard', idempotent: false } as const;
const changing = { phi: 'none', audit: null, rateClass: 'standard', idempotent: true } as const;

export const listAppointmentTypes = operation({
  summary: 'Visit types with duration, buffers, rooms and equipment',
  method: 'GET',
  path: '/scheduling/appointment-types',
  input: z.strictObject({}),
  output: z.object({ items: z.array(AppointmentType) }),
  permission: 'scheduling.schedule.read',
  ...reading,
});

export const putAppointmentType = operation({
  summary: 'Add or change a visit type',
  method: 'PUT',
  path: '/scheduling/appointment-types/:appointmentTypeId',
  input: z.strictObject({ appointmentTypeId: Id, ...AppointmentTypeInput.shape }),
  output: AppointmentType,
  permission: 'scheduling.schedule.manage',
  ...changing,
  errors: ['scheduling.provider_not_found'],
});

export const listSchedulingResources = operation({
  summary: 'Locations, providers, rooms and equipment that can be booked',
  method: 'GET',
  path: '/scheduling/resources',
  input: z.strictObject({}),
  output: z.object({ locations: z.array(SchedulingLocation), resources: z.array(Resource) }),
  permission: 'scheduling.schedule.read',
  ...reading,
});

export const getProviderSchedule = operation({
  summary: 'Template versions, overrides and time off of a provider',
  method: 'GET',
  path: '/scheduling/providers/:providerId/schedule',
  input: z.strictObject({ providerId: Id }),
  output: ProviderSchedule,
  permission: 'scheduling.schedule.read',
  ...reading,
  errors: ['scheduling.provider_not_found'],
});

export const putAvailabilityTemplate = operation({
  summary: 'A new version of a provider’s working week, from a date on',
  method: 'PUT',
  path: '/scheduling/providers/:providerId/templates/:effectiveFrom',
  input: z.strictObject({
    providerId: Id,
    effectiveFrom: LocalDateField,
    rules: z.array(TemplateRule).max(60),
  }),
  output: AvailabilityTemplate,
  permission: 'scheduling.schedule.manage',
  ...changing,
  errors: [
    'scheduling.provider_not_found',
    'scheduling.location_not_found',
    'scheduling.appointment_type_not_found',
    'scheduling.windows_overlap',
  ],
});

export const putAvailabilityOverride = operation({
  summary: 'Working times of a provider for one date, in place of the template',
  method: 'PUT',
  path: '/scheduling/providers/:providerId/overrides/:date',
  input: z.strictObject({
    providerId: Id,
    date: LocalDateField,
    windows: z.array(WorkingWindow).max(12),
    reason: Text(200),
  }),
  output: AvailabilityOverride,
  permission: 'scheduling.schedule.manage',
  ...changing,
  errors: [
    'scheduling.provider_not_found',
    'scheduling.location_not_found',
    'scheduling.appointment_type_not_found',
    'scheduling.windows_overlap',
  ],
});

export const putTimeOff = operation({
  summary: 'Time off of a provider, or time in which a room or equipment cannot be used',
  method: 'PUT',
  path: '/scheduling/time-off/:timeOffId',
  input: z.strictObject({
    timeOffId: Id,
    resourceId: Id,
    start: InstantField,
    end: InstantField,
    reason: Text(200),
  }),
  output: z.object({ timeOff: TimeOff, affected: z.array(AppointmentSummary) }),
  permission: 'scheduling.schedule.manage',
  ...changing,
  phi: 'read',
  audit: 'schedule.time_off_set',
  errors: ['scheduling.resource_not_found'],
});

export const listClosures = operation({
  summary: 'Closures of locations between two dates',
  method: 'GET',
  path: '/scheduling/closures',
  input: z.strictObject({ from: LocalDateField, to: LocalDateField }),
  output: z.object({ items: z.array(Closure) }),
  permission: 'scheduling.schedule.read',
  ...reading,
});

export const putClosure = operation({
  summary: 'Shut a location or the practice on a date',
  method: 'PUT',
  path: '/scheduling/closures/:closureId',
  input: z.strictObject({
    closureId: Id,
    locationId: Id.nullable(),
    date: LocalDateField,
    start: LocalTimeField.nullable().default(null),
    end: LocalTimeField.nullable().default(null),
    reason: Text(200),
  }),
  output: Closure,
  permission: 'scheduling.schedule.manage',
  ...changing,
  errors: ['scheduling.location_not_found'],
});

export const removeScheduleEntry = operation({
  summary: 'Take back an override, a time off or a closure',
  method: 'DELETE',
  path: '/scheduling/schedule-entries/:entryId',
  input: z.strictObject({ entryId: Id }),
  output: z.object({ removed: z.enum(['override', 'time-off', 'closure']) }),
  permission: 'scheduling.schedule.manage',
  ...changing,
  errors: ['scheduling.entry_not_found'],
});

/** With `rules` or `override` the preview shows what would be, before anything is saved. */
export const previewAvailability = operation({
  summary: 'The open time that results, and the booked visits that would fall outside it',
  method: 'POST',
  path: '/scheduling/providers/:providerId/availability-preview',
  input: z.strictObject({
    providerId: Id,
    from: LocalDateField,
    days: QueryInt(1, 62).default(14),
    change: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('template'),
          effectiveFrom: LocalDateField,
          rules: z.array(TemplateRule).max(60),
        }),
        z.strictObject({
          kind: z.literal('override'),
          date: LocalDateField,
          windows: z.array(WorkingWindow).max(12),
        }),
        z.strictObject({ kind: z.literal('time-off'), start: InstantField, end: InstantField }),
      ])
      .optional(),
  }),
  output: z.object({
    windows: z.array(OpenWindow),
    minutesNow: z.int(),
    minutesThen: z.int(),
    affected: z.array(AppointmentSummary),
  }),
  permission: 'scheduling.schedule.manage',
  phi: 'read',
  audit: 'schedule.previewed',
  rateClass: 'expensive',
  idempotent: false,
  errors: [
    'scheduling.provider_not_found',
    'scheduling.location_not_found',
    'scheduling.appointment_type_not_found',
    'scheduling.windows_overlap',
  ],
});

/** Everything that a practice's schedule starts with; ids are the caller's, so that a repeat changes nothing. */
export const ScheduleDocument = z.strictObject({
  practiceId: Id,
  locations: z.array(z.strictObject(SchedulingLocation.shape)),
  resources: z.array(z.strictObject(Resource.shape)),
  appointmentTypes: z.array(z.strictObject({ appointmentTypeId: Id, ...AppointmentTypeInput.shape })),
  templates: z.array(
    z.strictObject({ providerId: Id, effectiveFrom: LocalDateField, rules: z.array(TemplateRule) }),
  ),
  travelMinutes: z.array(z.strictObject({ fromLocationId: Id, toLocationId: Id, minutes: z.int().min(0) })),
});

export const installSchedule = operation({
  summary: 'Set up the schedule of a practice from a document',
  method: 'POST',
  path: '/internal/scheduling/install',
  input: ScheduleDocument,
  output: z.object({ resources: z.int(), appointmentTypes: z.int(), templates: z.int() }),
  permission: 'internal',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'scheduling.other_practice',
    'scheduling.location_not_found',
    'scheduling.appointment_type_not_found',
    'scheduling.windows_overlap',
  ],
});
