import type { Appointment } from '@spark-den/contracts/scheduling/types';
import { AppError, weekday } from '@spark-den/kernel';
import { at } from '../calendar.ts';
import { contentOf, finish, roomPatient, see } from '../care-team.ts';
import { VISIT_TYPES } from '../case-mix.ts';
import { demoIds } from '../demo-practice.ts';
import { book, checkIn, collectCopay, takeStep, type Wish } from '../front-desk.ts';
import { locationOn, loginOf } from '../grown-practice.ts';
import { CAST, type Part } from './cast.ts';
import { expectThat, type Figures, type Scene } from './scene.ts';
import type { Patients } from './register-and-verify.ts';

export type Visits = ReadonlyMap<string, Appointment>;

const COPAY = 25_00;

/** Step 3: search, hold, book, move, cancel; and of many who want one slot, one gets it. */
export async function bookVisits(
  scene: Scene,
  patients: Patients,
): Promise<{ readonly visits: Visits; readonly figures: Figures }> {
  const { frontDesk, date } = scene;
  const visits = new Map<string, Appointment>();
  for (const part of CAST)
    visits.set(part.key, await book(frontDesk, patientOf(patients, part.key), wishOf(scene, part)));
  const { items: slots } = await frontDesk.scheduling.findSlots({
    appointmentTypeId: demoIds.appointmentType(2),
    from: date,
    to: date,
    providerIds: [demoIds.provider(1)],
  });
  const slot = slots.at(-1);
  if (!slot) throw new Error('there is a free time today');
  const { appointmentTypeId, providerId, locationId, start } = {
    ...slot,
    appointmentTypeId: demoIds.appointmentType(2),
  };
  const wish = { appointmentTypeId, providerId, locationId, start };
  const hold = await frontDesk.scheduling.holdSlot(wish);
  const held = await frontDesk.scheduling.bookAppointment({
    ...wish,
    holdId: hold.holdId,
    patientId: patientOf(patients, 'lapsed'),
  });
  const moved = await frontDesk.scheduling.moveAppointment(
    { appointmentId: held.appointmentId, start: at(date, 15 * 60) },
    { version: held.version },
  );
  const winners = await race(scene, patients, { ...wish });
  await frontDesk.scheduling.cancelAppointment(
    { appointmentId: moved.appointmentId, by: 'patient', reason: 'Cannot come' },
    { version: moved.version },
  );
  expectThat(winners === 1, 'one slot goes to one patient', { winners });
  return {
    visits,
    figures: {
      freeSlots: slots.length,
      booked: visits.size + 1,
      moved: 1,
      cancelled: 1,
      racers: RACERS,
      winners,
    },
  };
}

const RACERS = 12;

/** Many want the time that the moved visit left; @returns how many got it, which it gives back again */
async function race({ frontDesk }: Scene, patients: Patients, wish: Wish): Promise<number> {
  const patientId = patientOf(patients, 'selfPay');
  const answers = await Promise.all(
    Array.from({ length: RACERS }, () =>
      frontDesk.scheduling
        .bookAppointment({ ...wish, patientId, acceptPatientOverlap: true })
        .catch((error: unknown) => {
          if (error instanceof AppError && error.kind === 'conflict') return undefined;
          throw error;
        }),
    ),
  );
  const booked = answers.filter(answer => answer !== undefined);
  for (const { appointmentId, version } of booked) {
    await frontDesk.scheduling.cancelAppointment(
      { appointmentId, by: 'practice', reason: 'Only a trial' },
      { version },
    );
  }
  return booked.length;
}

/** Step 4: arrival, copay in cash and by card, gates, and later the way out (with step 5 between). */
export async function checkInAll(
  scene: Scene,
  visits: Visits,
): Promise<{ readonly visits: Visits; readonly figures: Figures }> {
  const { frontDesk, outside } = scene;
  const present = new Map<string, Appointment>();
  const copays = { cash: 0, card: 0 };
  for (const part of inOrder()) {
    await scene.clock(part.start - 10);
    const arrived = await takeStep(frontDesk, visitOf(visits, part.key), { action: 'arrive' });
    const receipt = part.copay && (await collectCopay(frontDesk, outside, arrived, COPAY, part.copay));
    if (part.copay) copays[part.copay] += COPAY;
    present.set(part.key, await checkIn(frontDesk, arrived, receipt));
  }
  return {
    visits: present,
    figures: { checkedIn: present.size, cashCopayCents: copays.cash, cardCopayCents: copays.card },
  };
}

export interface Seen {
  readonly encounterIds: readonly string[];
  readonly figures: Figures;
}

/** Step 5: the physician writes and signs; one encounter is amended afterwards. */
export async function seeAll(scene: Scene, visits: Visits): Promise<Seen> {
  const { frontDesk, nurse, staff } = scene;
  const encounterIds: string[] = [];
  await scene.clock(11 * 60 + 40);
  for (const part of inOrder()) {
    const physician = await staff.physician(loginOf(part.provider));
    const roomed = await roomPatient(nurse, visitOf(visits, part.key));
    encounterIds.push(await see(physician, roomed, part.findings));
    await finish(nurse, frontDesk, roomed);
  }
  const [amended] = encounterIds;
  const first = inOrder()[0];
  if (amended && first) {
    const physician = await staff.physician(loginOf(first.provider));
    const encounter = await physician.clinical.getEncounter({ encounterId: amended });
    const services = [...first.findings.services, { code: '81002', pointers: [1] }];
    await physician.clinical.amendEncounter(
      {
        encounterId: amended,
        content: contentOf({ ...first.findings, services }),
        reason: 'The dipstick was forgotten',
      },
      { version: encounter.version },
    );
  }
  return { encounterIds, figures: { encountersSigned: encounterIds.length, amended: 1 } };
}

function inOrder(): readonly Part[] {
  return [...CAST].sort((a, b) => a.start - b.start);
}

function wishOf({ date }: Scene, part: Part): Wish {
  return {
    appointmentTypeId: VISIT_TYPES[part.kind].typeId,
    providerId: demoIds.provider(part.provider),
    locationId: locationOn(part.provider, weekday(date)),
    start: at(date, part.start),
  };
}

export function patientOf(patients: Patients, key: string): string {
  const found = patients.get(key);
  if (!found) throw new Error(`nobody is registered as ${key}`);
  return found.patientId;
}

function visitOf(visits: Visits, key: string): Appointment {
  const found = visits.get(key);
  if (!found) throw new Error(`${key} has no visit`);
  return found;
}
