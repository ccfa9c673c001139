import { cents, shareOfCents, type Cents, type LocalDate } from '@spark-den/kernel';

export interface FeeItem {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly label: string;
  readonly amountCents: Cents;
}

/** What the practice asks (`charge`) or what a payer allows (`contract`). */
export interface FeeSchedule {
  readonly id: string;
  readonly name: string;
  readonly kind: 'charge' | 'contract';
  readonly payerId: string | null;
  readonly planId: string | null;
  readonly locationId: string | null;
  readonly effectiveFrom: LocalDate;
  /** Last day, inclusive; null while it is open. */
  readonly effectiveTo: LocalDate | null;
  readonly method:
    { readonly kind: 'listed' } | { readonly kind: 'percent-of-charge'; readonly basisPoints: number };
  readonly items: readonly FeeItem[];
}

/** Where, for whom and when a price is asked. */
export interface PriceContext {
  readonly payerId: string | null;
  readonly planId: string | null;
  readonly locationId: string;
  readonly on: LocalDate;
}

export interface PricedService {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
}

/** An amount with the schedule and the rule that gave it. */
export interface Price {
  readonly amountCents: Cents;
  readonly unitCents: Cents;
  readonly label: string | null;
  readonly feeScheduleId: string;
  readonly feeScheduleName: string;
  readonly rule: string;
}

/** What the practice charges for a service; undefined where no schedule in force names the code. */
export function chargeFor(
  schedules: readonly FeeSchedule[],
  service: PricedService,
  context: PriceContext,
): Price | undefined {
  for (const schedule of inForce(schedules, 'charge', context)) {
    const item = bestItem(schedule, service);
    if (item) return listed(schedule, item, service);
  }
  return undefined;
}

/** What the payer's contract allows for a service that the practice charges `chargeCents` for. */
export function allowedFor(
  schedules: readonly FeeSchedule[],
  service: PricedService,
  chargeCents: Cents,
  context: PriceContext,
): Price | undefined {
  if (context.payerId === null) return undefined;
  for (const schedule of inForce(schedules, 'contract', context)) {
    if (schedule.payerId === null) continue;
    const item = bestItem(schedule, service);
    if (item) return listed(schedule, item, service);
    if (schedule.method.kind === 'percent-of-charge') {
      const { basisPoints } = schedule.method;
      const amountCents = shareOfCents(chargeCents, basisPoints);
      return {
        amountCents,
        unitCents: shareOfCents(cents(Math.round(chargeCents / service.units)), basisPoints),
        label: null,
        feeScheduleId: schedule.id,
        feeScheduleName: schedule.name,
        rule: `${basisPoints / 100} % of charge`,
      };
    }
  }
  return undefined;
}

/** Schedules that hold here and then, the most specific first: plan, then payer, then location, then the newest. */
function inForce(
  schedules: readonly FeeSchedule[],
  kind: FeeSchedule['kind'],
  context: PriceContext,
): FeeSchedule[] {
  const fits = (asked: string | null, given: string | null) => asked === null || asked === given;
  return schedules
    .filter(
      schedule =>
        schedule.kind === kind &&
        schedule.effectiveFrom <= context.on &&
        (schedule.effectiveTo === null || context.on <= schedule.effectiveTo) &&
        fits(schedule.payerId, context.payerId) &&
        fits(schedule.planId, context.planId) &&
        fits(schedule.locationId, context.locationId),
    )
    .sort((a, b) => specificity(b) - specificity(a) || (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
}

function specificity(schedule: FeeSchedule): number {
  return (
    Number(schedule.planId !== null) * 4 +
    Number(schedule.payerId !== null) * 2 +
    Number(schedule.locationId !== null)
  );
}

/** The item of the code with the most modifiers that the service also has. */
function bestItem(schedule: FeeSchedule, service: PricedService): FeeItem | undefined {
  return schedule.items
    .filter(
      item =>
        item.code === service.code && item.modifiers.every(modifier => service.modifiers.includes(modifier)),
    )
    .sort((a, b) => b.modifiers.length - a.modifiers.length)[0];
}

function listed(schedule: FeeSchedule, item: FeeItem, service: PricedService): Price {
  const withModifiers = item.modifiers.length > 0 ? ` with ${item.modifiers.join(', ')}` : '';
  return {
    amountCents: cents(item.amountCents * service.units),
    unitCents: item.amountCents,
    label: item.label,
    feeScheduleId: schedule.id,
    feeScheduleName: schedule.name,
    rule: `${item.code}${withModifiers} in ${schedule.name}, ${service.units} × the listed amount`,
  };
}
