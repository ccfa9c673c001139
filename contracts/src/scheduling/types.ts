import { z } from 'zod';
import { Id, InstantField, LocalDateField, LocalTimeField, Text, ZoneField } from '../fields.ts';

/** The life of a visit (DOMAIN A.1); whether the patient confirmed is a dimension of its own. */
export const APPOINTMENT_STATUSES = [
  'booked',
  'arrived',
  'checked-in',
  'in-room',
  'with-provider',
  'ready-checkout',
  'checked-out',
  'cancelled',
  'no-show',
  'left-without-being-seen',
  'entered-in-error',
] as const;
export const AppointmentStatus = z.enum(APPOINTMENT_STATUSES);
export type AppointmentStatus = z.infer<typeof AppointmentStatus>;

export const Confirmation = z.enum(['unconfirmed', 'left-message', 'confirmed', 'declined']);
export const ResourceKind = z.enum(['provider', 'room', 'equipment']);
export type ResourceKind = z.infer<typeof ResourceKind>;

/** Where the change came from; stored with every step. */
export const StepSource = z.enum(['portal', 'api', 'simulator', 'system']);

// --- what can be booked -----------------------------------------------------------------------------------

export const SchedulingLocation = z.object({ locationId: Id, name: z.string(), zone: ZoneField });

/** A provider, a room or a piece of equipment. A pool names what it can stand for: `exam`, `ultrasound`. */
export const Resource = z.object({
  resourceId: Id,
  kind: ResourceKind,
  name: z.string(),
  locationId: Id.nullable(),
  pools: z.array(z.string()),
  capacity: z.int().min(1),
  turnoverMinutes: z.int().min(0),
  active: z.boolean(),
});
export type Resource = z.infer<typeof Resource>;

const appointmentTypeFields = {
  name: Text(80),
  durationMinutes: z.int().min(5).max(600),
  /** Providers who take longer or shorter for it. */
  providerDurations: z
    .array(z.strictObject({ providerId: Id, minutes: z.int().min(5).max(600) }))
    .default([]),
  bufferBeforeMinutes: z.int().min(0).max(120).default(0),
  bufferAfterMinutes: z.int().min(0).max(120).default(0),
  /** A room of this pool is taken with the provider; `null` for a visit without a room. */
  roomPool: Text(40).nullable(),
  /** One piece of each of these pools is taken too. */
  equipmentPools: z.array(Text(40)).max(5).default([]),
  modality: z.enum(['in-person', 'telehealth']).default('in-person'),
  preparation: z.array(Text(200)).max(20).default([]),
  /** One of the theme's category colours; the grid shows it beside the text. */
  color: z.enum(['teal', 'blue', 'violet', 'amber', 'rose', 'slate']).default('slate'),
  active: z.boolean().default(true),
};
export const AppointmentTypeInput = z.strictObject(appointmentTypeFields);
export const AppointmentType = z.object({
  appointmentTypeId: Id,
  ...appointmentTypeFields,
  version: z.int(),
});
export type AppointmentType = z.output<typeof AppointmentType>;

// --- when providers work ------------------------------------------------------------------------------------

/** A stretch of a wall clock at a location; `end` is not part of it. */
export const WorkingWindow = z.strictObject({
  start: LocalTimeField,
  end: LocalTimeField,
  locationId: Id,
  /** Only these visit types; empty means all. */
  appointmentTypeIds: z.array(Id).default([]),
  /** At most so many visits of these types start in the window on one date. */
  quotas: z
    .array(z.strictObject({ appointmentTypeIds: z.array(Id).min(1), most: z.int().min(0).max(200) }))
    .max(10)
    .default([]),
});

/** One line of a template: on this weekday, in every nth week or in the nth week of the month. */
export const TemplateRule = z.strictObject({
  ...WorkingWindow.shape,
  /** 0 Sunday … 6 Saturday */
  weekday: z.int().min(0).max(6),
  everyWeeks: z.int().min(1).max(8).default(1),
  /** 1–5: only the nth such weekday of a month; -1: the last. */
  nthOfMonth: z
    .union([z.int().min(1).max(5), z.literal(-1)])
    .nullable()
    .default(null),
});

/** A version of a provider's working week; the newest one that has begun applies. */
export const AvailabilityTemplate = z.object({
  templateId: Id,
  providerId: Id,
  effectiveFrom: LocalDateField,
  effectiveTo: LocalDateField.nullable(),
  rules: z.array(TemplateRule),
});
/** Replaces the template on one date; no windows means not working. */
export const AvailabilityOverride = z.object({
  overrideId: Id,
  providerId: Id,
  date: LocalDateField,
  windows: z.array(WorkingWindow),
  reason: z.string(),
});
/** Time that a provider, a room or equipment is away (holiday, maintenance); beats template and override. */
export const TimeOff = z.object({
  timeOffId: Id,
  resourceId: Id,
  start: InstantField,
  end: InstantField,
  reason: z.string(),
});
/** A location, or the whole practice, shut on a date: all day or between two times. */
export const Closure = z.object({
  closureId: Id,
  locationId: Id.nullable(),
  date: LocalDateField,
  start: LocalTimeField.nullable(),
  end: LocalTimeField.nullable(),
  reason: z.string(),
});

export const ProviderSchedule = z.object({
  providerId: Id,
  templates: z.array(AvailabilityTemplate),
  overrides: z.array(AvailabilityOverride),
  timeOff: z.array(TimeOff),
});
export type ProviderSchedule = z.output<typeof ProviderSchedule>;

/** An open stretch of a provider's day as it results from template, override, time off and closures. */
export const OpenWindow = z.object({
  providerId: Id,
  locationId: Id,
  date: LocalDateField,
  start: InstantField,
  end: InstantField,
  appointmentTypeIds: z.array(Id),
});

// --- searching and booking ------------------------------------------------------------------------------------

export const Slot = z.object({
  start: InstantField,
  end: InstantField,
  date: LocalDateField,
  localStart: LocalTimeField,
  zone: ZoneField,
  locationId: Id,
  providerId: Id,
  roomId: Id.nullable(),
  equipmentIds: z.array(Id),
});
export type Slot = z.output<typeof Slot>;

export const SLOT_REASONS = [
  'provider-not-working',
  'wrong-location',
  'type-not-offered',
  'quota-reached',
  'provider-time-off',
  'location-closed',
  'provider-busy',
  'no-room-of-pool',
  'room-busy',
  'no-equipment-of-pool',
  'equipment-busy',
  'travel-between-sites',
  'in-the-past',
  'patient-busy',
] as const;
export const SlotReason = z.object({
  code: z.enum(SLOT_REASONS),
  resourceId: Id.nullable(),
  /** The stretch that is in the way, where there is one. */
  from: InstantField.nullable(),
  to: InstantField.nullable(),
  appointmentId: Id.nullable(),
});
export type SlotReason = z.output<typeof SlotReason>;

export const RankedAlternative = z.object({
  slot: Slot,
  why: z.enum([
    'same-provider-nearest',
    'other-provider-same-time',
    'same-provider-next-day',
    'other-provider-nearest',
  ]),
  /** Minutes from the wish, later positive. */
  shiftMinutes: z.int(),
});

export const Hold = z.object({ holdId: Id, slot: Slot, appointmentTypeId: Id, expiresAt: InstantField });

export const BookedResource = z.object({
  resourceId: Id,
  kind: ResourceKind,
  name: z.string(),
  start: InstantField,
  end: InstantField,
});

/** One step of a visit's life. A step that was undone stays, with when and by whom it was voided. */
export const AppointmentStep = z.object({
  stepId: Id,
  action: z.string(),
  from: AppointmentStatus.nullable(),
  to: AppointmentStatus,
  at: InstantField,
  actorId: z.string(),
  actorName: z.string(),
  source: StepSource,
  reason: z.string().nullable(),
  voidedAt: InstantField.nullable(),
  voidedBy: z.string().nullable(),
});

export const CHECK_IN_GATES = ['identity', 'coverage', 'consent', 'copay'] as const;
export const CheckInGate = z.enum(CHECK_IN_GATES);
export type CheckInGate = z.infer<typeof CheckInGate>;

/** How a gate was passed: seen to be right, or let through with a reason. */
export const GateResult = z.discriminatedUnion('outcome', [
  z.strictObject({
    gate: CheckInGate,
    outcome: z.literal('satisfied'),
    /** What was seen: `photo-id`, an eligibility check, a consent, a receipt. */
    evidence: Text(120),
  }),
  z.strictObject({ gate: CheckInGate, outcome: z.literal('overridden'), reason: Text(300) }),
]);
export type GateResult = z.output<typeof GateResult>;

/** When each step happened; `null` for a step that has not, or was undone. */
export const FlowTimes = z.object({
  arrivedAt: InstantField.nullable(),
  checkedInAt: InstantField.nullable(),
  roomedAt: InstantField.nullable(),
  withProviderAt: InstantField.nullable(),
  readyCheckoutAt: InstantField.nullable(),
  checkedOutAt: InstantField.nullable(),
});

export const AppointmentSummary = z.object({
  appointmentId: Id,
  version: z.int(),
  patientId: Id,
  patientName: z.string(),
  patientMrn: z.string().nullable(),
  patientBorn: LocalDateField.nullable(),
  appointmentTypeId: Id,
  appointmentTypeName: z.string(),
  color: z.string(),
  providerId: Id,
  providerName: z.string(),
  locationId: Id,
  zone: ZoneField,
  roomId: Id.nullable(),
  roomName: z.string().nullable(),
  equipmentIds: z.array(Id),
  start: InstantField,
  end: InstantField,
  /** What the patient was told: the wall clock of the location. */
  date: LocalDateField,
  localStart: LocalTimeField,
  durationMinutes: z.int(),
  status: AppointmentStatus,
  confirmation: Confirmation,
  visitReason: z.string().nullable(),
  exceptionReason: z.string().nullable(),
  flow: FlowTimes,
  /** In room minus the later of arrival and start; `null` until roomed. */
  waitMinutes: z.int().nullable(),
});
export type AppointmentSummary = z.output<typeof AppointmentSummary>;

export const Appointment = AppointmentSummary.extend({
  bookedAt: InstantField,
  resources: z.array(BookedResource),
  cancellation: z
    .object({
      by: z.enum(['patient', 'practice', 'provider']),
      reason: z.string(),
      at: InstantField,
      noticeMinutes: z.int(),
      late: z.boolean(),
    })
    .nullable(),
  /** Earlier times of this visit, oldest first. */
  moves: z.array(
    z.object({
      fromStart: InstantField,
      toStart: InstantField,
      fromProviderId: Id,
      toProviderId: Id,
      at: InstantField,
      actorName: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  gates: z.array(GateResult),
  steps: z.array(AppointmentStep),
});
export type Appointment = z.output<typeof Appointment>;
