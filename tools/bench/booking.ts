import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { randomUUID } from 'node:crypto';
import { addDays, localDate, localDateAt, type Instant } from '@spark-den/kernel';
import { demoIds } from '@spark-den/practice-simulator/demo-practice';
import type { Bench } from '../bench.ts';
import { until } from '@spark-den/practice-simulator/wait';
import { startBenchSystem, type BenchSystem } from './bench-system.ts';
import { ms, percentile, perSecond } from './measure.ts';

const LANES = 8;
const DAYS = 60;
const PATIENTS = 50;

/** Bookings with hold-free conflict check, room assignment, audit and event, several clients at once. */
export const benchBooking: Bench = async () => {
  const bench = await startBenchSystem();
  try {
    const desk = bench.as(schedulingContract, 'front-desk-coordinator');
    const patientIds = await registerPatients(bench);
    const today = localDateAt(bench.system.ports.clock.now(), 'America/Chicago');
    const searches: number[] = [];
    const starts: { start: Instant; providerId: string; locationId: string }[] = [];
    let cursor: string | undefined;
    do {
      const before = performance.now();
      const page = await desk.findSlots({
        appointmentTypeId: demoIds.appointmentType(2),
        from: addDays(today, 1),
        to: addDays(today, DAYS),
        limit: 100,
        ...(cursor ? { cursor } : {}),
      });
      searches.push(performance.now() - before);
      for (const slot of page.items)
        starts.push({ start: slot.start, providerId: slot.providerId, locationId: slot.locationId });
      cursor = page.nextCursor ?? undefined;
    } while (cursor && starts.length < 2_000);
    const queue = [...starts];
    const book = (slot: (typeof starts)[number], patientId: string) =>
      desk
        .bookAppointment({
          patientId,
          appointmentTypeId: demoIds.appointmentType(2),
          ...slot,
          acceptPatientOverlap: true,
        })
        .then(
          () => true,
          () => false,
        );
    const [last = '', first] = [patientIds.at(-1), queue.shift()];
    await until('scheduling knows the patients', () => Promise.resolve(first && book(first, last)));
    const attempt = async (clients: number, attempts: number) => {
      const times: number[] = [];
      let booked = 0;
      const started = performance.now();
      const mine = queue.splice(0, attempts);
      await Promise.all(
        Array.from({ length: clients }, async () => {
          for (let slot = mine.shift(); slot; slot = mine.shift()) {
            const before = performance.now();
            if (await book(slot, patientIds[times.length % patientIds.length] as string)) booked += 1;
            times.push(performance.now() - before);
          }
        }),
      );
      return { times, booked, seconds: (performance.now() - started) / 1000 };
    };
    const alone = await attempt(1, 200);
    const together = await attempt(LANES, queue.length);
    return [
      {
        what: 'slot search, a page of 100 over 60 days, p95',
        ours: ms(percentile(searches, 0.95)),
        peer: 'limit 200 ms',
        kept: percentile(searches, 0.95) < 200,
      },
      {
        what: `booking with no-overlap and audit, p95 (${alone.booked} of ${alone.times.length} booked)`,
        ours: ms(percentile(alone.times, 0.95)),
        peer: 'screens answer in 200 ms',
        kept: percentile(alone.times, 0.95) < 200,
      },
      {
        what: `${LANES} clients without a pause, for the same times (${together.booked} booked)`,
        ours: perSecond(together.times.length / together.seconds),
        peer: `p95 ${ms(percentile(together.times, 0.95))}`,
      },
    ];
  } finally {
    await bench.stop();
  }
};

async function registerPatients(bench: BenchSystem): Promise<string[]> {
  const registry = bench.as(patientsContract, 'front-desk-coordinator');
  const patientIds: string[] = [];
  for (let number = 0; number < PATIENTS; number += 1) {
    const { patientId } = await registry.registerPatient({
      demographics: {
        name: { family: someName(), given: someName() },
        birthDate: localDate(`19${40 + number}-02-03`),
        sex: 'male',
        phones: [{ use: 'mobile', number: `31255${String(11_111 + number * 1_009).padStart(5, '0')}` }],
      },
    });
    patientIds.push(patientId);
  }
  return patientIds;
}

/** A name that nobody else has, in letters: the registry reads names of digits as no names at all. */
function someName(): string {
  return randomUUID()
    .replace(/[^a-f\d]/g, '')
    .replace(/\d/g, digit => 'ghijklmnop'[Number(digit)] ?? '')
    .slice(0, 9);
}
