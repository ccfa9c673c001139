import {
  addCents,
  addDays,
  cents,
  instant,
  localDate,
  localDateAt,
  weekday,
  type Cents,
  type LocalDate,
} from '@spark-den/kernel';
import { BackOffice, type BackOfficeFigures } from './back-office.ts';
import { awaitMailbox, postDrafts, submitClaims } from './billing-office.ts';
import { at, workdaysFrom, workdaysUntil, ZONE } from './calendar.ts';
import { Demand } from './day-plan.ts';
import type { RegisteredPatient } from './front-desk.ts';
import { billCoveredLater, LateCards } from './late-cards.ts';
import { Outside } from './outside.ts';
import { PracticeDay } from './practice-day.ts';
import { Random } from './random.ts';
import { Staff, type Desk } from './staff.ts';
import type { SimulatedSystem } from './system.ts';

export interface SimulationOptions {
  readonly system: SimulatedSystem;
  /** Working days. */
  readonly days: number;
  readonly providers: number;
  readonly seed: number;
  /** The last working day before today, instead of a fixed spring; the clock is not moved past it. */
  readonly endsYesterday?: boolean;
  /** Visits that a provider has on a day, at most. */
  readonly visitsPerProvider?: number;
  readonly progress?: (line: string) => void;
}

export interface SimulationResult extends BackOfficeFigures {
  readonly days: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  patients: number;
  visits: number;
  noShows: number;
  cancelled: number;
  copaysCents: Cents;
  chargesPosted: number;
  chargedCents: Cents;
  claimsSubmitted: number;
  invariants: Readonly<Record<string, boolean>>;
  ok: boolean;
}

/** Every simulation without a date of its own begins here: a Monday, for the same result in any year. */
const FIRST_DAY = localDate('2026-03-02');
/** Days after the last visit in which payers still pay. */
const AFTERMATH_DAYS = 12;
/** Working days from today on that already have visits when a history ends yesterday. */
const BOOKED_AHEAD_DAYS = 3;
const MORNING = 6 * 60 + 45;
const EVENING = 17 * 60 + 30;

/** Runs a practice for some days through its public API, then proves that its books add up. */
export async function simulatePractice(options: SimulationOptions): Promise<SimulationResult> {
  const { system, days, seed, endsYesterday = false, progress = () => {} } = options;
  const staff = new Staff(system);
  const outside = new Outside(system);
  const dates = endsYesterday ? workdaysUntil(addDays(realToday(), -1), days) : workdaysFrom(FIRST_DAY, days);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) throw new RangeError('a simulation needs at least one day');
  await system.setClock(at(first, MORNING));
  const [biller, frontDesk] = await Promise.all([staff.biller(), staff.frontDesk()]);
  const backOffice = new BackOffice(biller, frontDesk, outside, new Random(seed + 1));
  const demand = new Demand(new Random(seed), options.visitsPerProvider ?? 8);
  const patients = new Map<number, RegisteredPatient>();
  const cards = new LateCards(patients);
  const result: SimulationResult = {
    ...backOffice.figures,
    days,
    from: first,
    to: last,
    patients: 0,
    visits: 0,
    noShows: 0,
    cancelled: 0,
    copaysCents: cents(0),
    chargesPosted: 0,
    chargedCents: cents(0),
    claimsSubmitted: 0,
    invariants: {},
    ok: false,
  };
  for (const [index, date] of dates.entries()) {
    await officeMorning(system, biller, outside, backOffice, date);
    await cards.enter(frontDesk, date);
    const figures = await new PracticeDay(system, staff, outside, patients, cards).live(
      date,
      demand.plan(date, options.providers),
    );
    await system.setClock(at(date, EVENING));
    const charges = await postDrafts(biller, figures.encounterIds);
    const covered = await billCoveredLater(biller, date);
    const batch = await submitClaims(biller, [...charges.insuredChargeIds, ...covered]);
    result.visits += figures.visits;
    result.noShows += figures.noShows;
    result.cancelled += figures.cancelled;
    result.copaysCents = addCents(result.copaysCents, figures.copaysCents);
    result.chargesPosted += charges.posted;
    result.chargedCents = cents(result.chargedCents + charges.totalCents);
    result.claimsSubmitted += batch?.claims ?? 0;
    progress(
      `day ${index + 1} of ${days} (${date}): ${figures.visits} visits, ${charges.posted} charges, ${batch?.claims ?? 0} claims`,
    );
  }
  if (!endsYesterday) {
    for (let day = 1; day <= AFTERMATH_DAYS; day += 1) {
      await officeMorning(system, biller, outside, backOffice, addDays(last, day));
      await submitClaims(biller, []);
    }
  } else {
    await system.setClock(at(last, EVENING + 60));
    await awaitMailbox(biller, outside);
    for (const date of workdaysFrom(realToday(), BOOKED_AHEAD_DAYS)) {
      const plan = demand.plan(date, options.providers);
      await new PracticeDay(system, staff, outside, patients, cards).book(date, plan, last);
      progress(`booked ahead: ${plan.length} visits on ${date}`);
    }
  }
  result.patients = patients.size;
  Object.assign(result, backOffice.figures, await proof(biller));
  return result;
}

/** Before the doors open: what came overnight is posted, then worked. */
async function officeMorning(
  system: SimulatedSystem,
  biller: Desk,
  outside: Outside,
  backOffice: BackOffice,
  date: LocalDate,
): Promise<void> {
  await system.setClock(at(date, MORNING));
  await awaitMailbox(biller, outside);
  await backOffice.workDenials(3);
  if (weekday(date) === 2 || weekday(date) === 5) await backOffice.issueStatements(date);
  await backOffice.takePayments(date);
}

/** The books' own proof, by the invariants of the ledger. */
export async function proof(biller: Desk): Promise<{ invariants: Record<string, boolean>; ok: boolean }> {
  const { invariants, ok } = await biller.billing.checkInvariants({});
  return { invariants, ok };
}

function realToday(): LocalDate {
  // eslint-disable-next-line no-restricted-syntax -- the history ends yesterday by the machine's calendar
  return localDateAt(instant(Date.now()), ZONE);
}
