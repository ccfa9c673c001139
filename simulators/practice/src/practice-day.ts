import type { Appointment } from '@spark-den/contracts/scheduling/types';
import { addCents, cents, type Cents, type LocalDate } from '@spark-den/kernel';
import { PAYER_IDS, type Member } from '@spark-den/payers-simulator/roster';
import { at } from './calendar.ts';
import { finish, roomPatient, see } from './care-team.ts';
import { VISIT_TYPES } from './case-mix.ts';
import type { PlannedVisit } from './day-plan.ts';
import { demoIds } from './demo-practice.ts';
import {
  book,
  checkIn,
  collectCopay,
  register,
  takeStep,
  verifyCoverages,
  type RegisteredPatient,
} from './front-desk.ts';
import { examRoomOf, loginOf } from './grown-practice.ts';
import type { LateCards } from './late-cards.ts';
import type { Outside } from './outside.ts';
import type { Staff } from './staff.ts';
import type { SimulatedSystem } from './system.ts';
import { inParallel } from './wait.ts';

const WIDTH = 6;
const COPAY = cents(25_00);
const NO_SHOW_AFTER = 30;
const ARRIVES_BEFORE = 10;

export interface DayFigures {
  visits: number;
  noShows: number;
  cancelled: number;
  newPatients: number;
  copaysCents: Cents;
  readonly encounterIds: string[];
}

interface BookedVisit {
  readonly planned: PlannedVisit;
  visit: Appointment;
}

/** The practice's floor: books and lives a day's visits, minute by minute on the system's clock. */
export class PracticeDay {
  readonly #system: SimulatedSystem;
  readonly #staff: Staff;
  readonly #outside: Outside;
  readonly #patients: Map<number, RegisteredPatient>;
  readonly #cards: LateCards;
  readonly #figures: DayFigures = {
    visits: 0,
    noShows: 0,
    cancelled: 0,
    newPatients: 0,
    copaysCents: cents(0),
    encounterIds: [],
  };

  constructor(
    system: SimulatedSystem,
    staff: Staff,
    outside: Outside,
    patients: Map<number, RegisteredPatient>,
    cards: LateCards,
  ) {
    this.#system = system;
    this.#staff = staff;
    this.#outside = outside;
    this.#patients = patients;
    this.#cards = cards;
  }

  /** Books the day's visits at seven in the morning, then lets them happen. */
  async live(date: LocalDate, plan: readonly PlannedVisit[]): Promise<DayFigures> {
    await this.#system.setClock(at(date, 7 * 60));
    const booked = await this.book(date, plan);
    for (const [minute, work] of timeline(booked)) {
      await this.#system.setClock(at(date, minute));
      await inParallel(work, WIDTH, ({ what, booking }) => this.#do(what, booking));
    }
    return this.#figures;
  }

  /** Registers who is new, asks their plans, and books the visits of `date`, on that day or an earlier one. */
  async book(date: LocalDate, plan: readonly PlannedVisit[], today = date): Promise<BookedVisit[]> {
    const desk = await this.#staff.frontDesk();
    await inParallel(unknown(plan, this.#patients), WIDTH, async member => {
      const patient = await register(desk, this.#cards.atTheDesk(member, today), today);
      this.#patients.set(member.number, patient);
      this.#figures.newPatients += 1;
      await verifyCoverages(desk, patient, date);
    });
    return inParallel(plan, WIDTH, async planned => {
      const patient = this.#patients.get(planned.member.number) as RegisteredPatient;
      const visit = await book(desk, patient.patientId, {
        appointmentTypeId: VISIT_TYPES[planned.kind].typeId,
        providerId: demoIds.provider(planned.provider),
        locationId: planned.locationId,
        start: at(date, planned.start),
        ...(planned.kind === 'ultrasound'
          ? {}
          : { roomId: examRoomOf(planned.provider, planned.locationId) }),
      });
      return { planned, visit };
    });
  }

  async #do(what: Happening, booking: BookedVisit): Promise<void> {
    const [desk, nurse] = await Promise.all([this.#staff.frontDesk(), this.#staff.nurse()]);
    switch (what) {
      case 'cancel': {
        const { appointmentId, version } = booking.visit;
        await desk.scheduling.cancelAppointment(
          { appointmentId, by: 'patient', reason: 'Feels better' },
          { version },
        );
        this.#figures.cancelled += 1;
        return;
      }
      case 'no-show':
        await takeStep(desk, booking.visit, { action: 'no-show' });
        this.#figures.noShows += 1;
        return;
      case 'arrive':
        booking.visit = await this.#arrive(booking);
        return;
      case 'room':
        booking.visit = await roomPatient(nurse, booking.visit);
        return;
      case 'leave': {
        const physician = await this.#staff.physician(loginOf(booking.planned.provider));
        this.#figures.encounterIds.push(await see(physician, booking.visit, booking.planned.findings));
        booking.visit = await finish(nurse, desk, booking.visit);
        this.#figures.visits += 1;
      }
    }
  }

  async #arrive({ planned, visit }: BookedVisit): Promise<Appointment> {
    const desk = await this.#staff.frontDesk();
    const arrived = await takeStep(desk, visit, { action: 'arrive' });
    let receipt: string | undefined;
    if (this.#isCovered(planned) && owesCopay(planned)) {
      receipt = await collectCopay(desk, this.#outside, arrived, COPAY, planned.paysByCard ? 'card' : 'cash');
      this.#figures.copaysCents = addCents(this.#figures.copaysCents, COPAY);
    }
    return checkIn(desk, arrived, receipt);
  }

  #isCovered({ member }: PlannedVisit): boolean {
    return this.#patients.get(member.number)?.coverageIds.length !== 0;
  }
}

type Happening = 'cancel' | 'no-show' | 'arrive' | 'room' | 'leave';

/** What happens when, in order of time; things of one minute together, as visits begin at full ten minutes. */
function timeline(booked: readonly BookedVisit[]): [number, { what: Happening; booking: BookedVisit }[]][] {
  const minutes = new Map<number, { what: Happening; booking: BookedVisit }[]>();
  const add = (minute: number, what: Happening, booking: BookedVisit) => {
    minutes.set(minute, [...(minutes.get(minute) ?? []), { what, booking }]);
  };
  for (const booking of booked) {
    const { start, minutes: length, outcome } = booking.planned;
    if (outcome === 'cancelled') add(7 * 60 + 15, 'cancel', booking);
    else if (outcome === 'no-show') add(start + NO_SHOW_AFTER, 'no-show', booking);
    else {
      add(start - ARRIVES_BEFORE, 'arrive', booking);
      add(start, 'room', booking);
      add(start + length, 'leave', booking);
    }
  }
  return [...minutes].sort(([a], [b]) => a - b);
}

function unknown(plan: readonly PlannedVisit[], known: ReadonlyMap<number, RegisteredPatient>): Member[] {
  const found = new Map(plan.map(({ member }) => [member.number, member]));
  return [...found.values()].filter(member => !known.has(member.number));
}

/** Commercial members pay a copay for an office visit; preventive visits have none. */
function owesCopay({ member, kind }: PlannedVisit): boolean {
  return member.coverages[0]?.payerId === PAYER_IDS.cascade && (kind === 'new' || kind === 'follow-up');
}
