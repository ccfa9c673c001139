import { z } from 'zod';
import { CentsField, Id, LocalDateField, Npi, Text, ZoneField } from '../fields.ts';

export const Address = z.strictObject({
  line1: Text(55),
  line2: Text(55).nullable().default(null),
  city: Text(30),
  state: z.string().regex(/^[A-Z]{2}$/),
  /** Nine digits where it goes on a claim. */
  postalCode: z.string().regex(/^\d{5}(\d{4})?$/),
});

export const PhoneNumber = z.string().regex(/^\d{10}$/, 'must have 10 digits');
export const TaxonomyCode = z.string().regex(/^[0-9A-Z]{9}X$/, 'must be a provider taxonomy code');

/** How the practice is known to its clearinghouse. */
export const TradingPartner = z.strictObject({
  submitterId: z.string().regex(/^[A-Z0-9]{2,15}$/),
  receiverId: z.string().regex(/^[A-Z0-9]{2,15}$/),
  receiverName: Text(60),
  contactName: Text(60),
  contactPhone: PhoneNumber,
});

export const PracticePolicies = z.strictObject({
  /** A kept visit without charges becomes an exception after this many hours. */
  missingChargeHours: z.int().min(1).max(720),
  /** Claims wait this many days after the service for late charges. */
  billHoldDays: z.int().min(0).max(30),
});

export const Practice = z.strictObject({
  id: Id,
  name: Text(60),
  zone: ZoneField,
  billingNpi: Npi,
  /** `12-3456789` */
  taxId: z.string().regex(/^\d{2}-\d{7}$/),
  taxonomyCode: TaxonomyCode,
  address: Address,
  phone: PhoneNumber,
  tradingPartner: TradingPartner,
  policies: PracticePolicies,
});
export type Practice = z.output<typeof Practice>;

export const Provider = z.strictObject({
  id: Id,
  firstName: Text(35),
  lastName: Text(60),
  credential: Text(20),
  npi: Npi,
  taxonomyCode: TaxonomyCode,
  specialty: Text(60),
  active: z.boolean(),
});
export type Provider = z.output<typeof Provider>;

export const Location = z.strictObject({
  id: Id,
  name: Text(60),
  address: Address,
  phone: PhoneNumber,
  zone: ZoneField,
  /** CMS place of service of visits here, such as 11 office. */
  placeOfService: z.string().regex(/^\d{2}$/),
  active: z.boolean(),
});
export type Location = z.output<typeof Location>;

export const Room = z.strictObject({
  id: Id,
  locationId: Id,
  name: Text(60),
  kind: z.enum(['exam', 'procedure']),
  active: z.boolean(),
});
export type Room = z.output<typeof Room>;

export const Equipment = z.strictObject({ id: Id, locationId: Id, name: Text(60), active: z.boolean() });
export type Equipment = z.output<typeof Equipment>;

/** What a clock on a claim starts from. */
export const DeadlineStart = z.enum(['service-date', 'primary-remittance-date', 'remittance-date']);

/** A window that a payer grants; always with the source that says so and the date from which it holds. */
export const PayerDeadline = z.strictObject({
  kind: z.enum(['original-claim', 'corrected-claim', 'secondary-claim', 'appeal']),
  starts: DeadlineStart,
  /** Calendar days; `months` where the source counts months. */
  length: z.int().min(1).max(1100),
  unit: z.enum(['days', 'months']),
  source: Text(200),
  effectiveFrom: LocalDateField,
});
export type PayerDeadline = z.output<typeof PayerDeadline>;

/** CLM05-3: 1 original, 7 replacement, 8 void. */
export const ClaimFrequency = z.enum(['1', '7', '8']);
export type ClaimFrequency = z.output<typeof ClaimFrequency>;

/** How a payer wants to be billed. Rules about payers are read from here, never from code. */
export const PayerProfile = z.strictObject({
  /** What the payer takes in CLM05-3; where 7 and 8 are missing, an adjudicated claim is reopened or appealed. */
  acceptedFrequencies: z.array(ClaimFrequency).min(1),
  deadlines: z.array(PayerDeadline),
  /** The payer to whom this one forwards its claims itself; such a claim is never billed there by us. */
  crossoverPayerId: Id.nullable(),
  /** Days within which the payer's 277CA normally comes; before that a missing claim is not lost. */
  acknowledgmentLagDays: z.int().min(0).max(60),
  secondary: z.strictObject({
    acceptsElectronic: z.boolean(),
    /** Pays after every other payer, whatever the order of coverages says. */
    alwaysLast: z.boolean(),
    /** What is left after this payer may not be asked of the patient. */
    patientOwesNothingAfter: z.boolean(),
  }),
  /** Two-character modifiers that this payer does not take. */
  refusedModifiers: z.array(z.string().regex(/^[A-Z0-9]{2}$/)).default([]),
  maxLinesPerClaim: z.int().min(1).max(50).default(50),
});
export type PayerProfile = z.output<typeof PayerProfile>;

export const Payer = z.strictObject({
  id: Id,
  name: Text(60),
  kind: z.enum(['commercial', 'medicare', 'medicaid']),
  ediId: z.string().regex(/^[A-Z0-9]{2,20}$/),
  /** SBR09 claim filing indicator, such as CI, MB, MC. */
  filingIndicator: z.string().regex(/^[A-Z0-9]{1,2}$/),
  address: Address,
  active: z.boolean(),
  profile: PayerProfile,
});
export type Payer = z.output<typeof Payer>;

export const Plan = z.strictObject({
  id: Id,
  payerId: Id,
  name: Text(60),
  product: z.enum(['ppo', 'hmo', 'medicare-part-b', 'medicaid']),
  /** What the plan's card says of a visit; an eligibility answer goes before it. */
  visitCopayCents: CentsField.nullable(),
  active: z.boolean(),
});
export type Plan = z.output<typeof Plan>;

export const FeeItem = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{5}$/),
  modifiers: z
    .array(z.string().regex(/^[A-Z0-9]{2}$/))
    .max(4)
    .default([]),
  /** The practice's own words for the service. */
  label: Text(80),
  amountCents: CentsField,
});
export type FeeItem = z.output<typeof FeeItem>;

/** How a schedule comes to an amount where no item names the code. */
export const FeeMethod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed') }),
  z.strictObject({ kind: z.literal('percent-of-charge'), basisPoints: z.int().min(0).max(100_000) }),
]);

/** A `charge` schedule holds what the practice asks; a `contract` schedule what a payer allows. */
export const FeeSchedule = z.strictObject({
  id: Id,
  name: Text(80),
  kind: z.enum(['charge', 'contract']),
  payerId: Id.nullable(),
  planId: Id.nullable(),
  locationId: Id.nullable(),
  effectiveFrom: LocalDateField,
  /** Last day on which it holds; null while it is open. */
  effectiveTo: LocalDateField.nullable(),
  method: FeeMethod,
  source: Text(200),
  items: z.array(FeeItem).max(20_000),
});
export type FeeSchedule = z.output<typeof FeeSchedule>;

/** All of a practice's master data in one document: what `installPractice` takes. */
export const PracticeDocument = z.strictObject({
  practice: Practice,
  locations: z.array(Location),
  providers: z.array(Provider),
  rooms: z.array(Room),
  equipment: z.array(Equipment),
  payers: z.array(Payer),
  plans: z.array(Plan),
  feeSchedules: z.array(FeeSchedule),
});
export type PracticeDocument = z.input<typeof PracticeDocument>;
