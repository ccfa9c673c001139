import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField, ZoneField } from '../fields.ts';

/** Every figure has one code, one formula and one place where it is computed. */
export const METRIC_CODES = [
  'appointments-today',
  'payments-posted-today',
  'charges-posted-today',
  'visits-kept-today',
  'clean-claim-rate',
] as const;
export const MetricCode = z.enum(METRIC_CODES);
export type MetricCode = z.infer<typeof MetricCode>;

/** `due` counts what should have begun by now, `day` the whole day. */
export const VisitBasis = z.enum(['due', 'day']);
export type VisitBasis = z.infer<typeof VisitBasis>;

/** How a figure is made, for people who ask. */
export const MetricDefinition = z.object({
  code: MetricCode,
  label: z.string(),
  unit: z.enum(['count', 'cents', 'percent']),
  formula: z.string(),
  /** What the formula leaves out and why. */
  excludes: z.string(),
  /** Where its data comes from. */
  source: z.string(),
  /** The published definition that it follows, where there is one. */
  citation: z.string().nullable(),
  comparedWith: z.string(),
});
export type MetricDefinition = z.output<typeof MetricDefinition>;

export const Figure = z.object({
  /** Whole units, cents, or tenths of a per cent; `null` where there is nothing to divide by. */
  value: z.int().nullable(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  /** The same figure in the time that it is compared with; an average is rounded half to even. */
  baseline: z.int().nullable(),
  /** Value minus baseline. */
  change: z.int().nullable(),
});
export type Figure = z.output<typeof Figure>;

export const DashboardCard = z.object({ definition: MetricDefinition, figure: Figure });

export const Dashboard = z.object({
  asOf: InstantField,
  /** Today at the practice. */
  date: LocalDateField,
  zone: ZoneField,
  visitBasis: VisitBasis,
  cards: z.array(DashboardCard),
  /** The next day after today with visits, for a day without; `null` where there is none or visits are not open to the viewer. */
  nextVisitDay: z.object({ date: LocalDateField, count: z.int() }).nullable(),
});

/** A row behind a figure. The counted rows' contributions sum to its numerator, the others explain what was left out. */
export const MetricRow = z.object({
  rowId: z.string(),
  at: InstantField,
  date: LocalDateField,
  /** A state or a kind: `checked-in`, `insurance_payment`, `clean`. */
  what: z.string(),
  counted: z.boolean(),
  inDenominator: z.boolean(),
  amountCents: CentsField.nullable(),
  patientId: Id.nullable(),
  entityType: z.enum(['appointment', 'posting', 'charge', 'claim']),
  entityId: Id,
});
export type MetricRow = z.output<typeof MetricRow>;

export const ACTIVITY_KINDS = [
  'patient-registered',
  'appointment-booked',
  'appointment-moved',
  'appointment-cancelled',
  'checked-in',
  'checked-out',
  'insurance-verified',
  'insurance-not-verified',
  'charges-posted',
  'claim-submitted',
  'payment-posted',
  'remittance-posted',
  'remittance-held',
  'denial-opened',
  'denial-closed',
  'statement-issued',
  'written-off',
] as const;
export const ActivityKind = z.enum(ACTIVITY_KINDS);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Something that happened: who did what to which record is behind the link, not in the feed. */
export const Activity = z.object({
  activityId: Id,
  kind: ActivityKind,
  at: InstantField,
  patientId: Id.nullable(),
  entityType: z.string(),
  entityId: Id,
  /** A state or a count that makes the line worth reading: `active`, `12`. */
  detail: z.string().nullable(),
});
export type Activity = z.output<typeof Activity>;
