import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { addDays, localDateAt, type Instant } from '@spark-den/kernel';
import { demoIds } from '@spark-den/practice-simulator/demo-practice';
import type { Bench } from '../bench.ts';
import { startBenchSystem } from './bench-system.ts';
import { ms, percentile, perSecond } from './measure.ts';

const LANES = 8;
const DAYS = 60;

/** Bookings with hold-free conflict check, room assignment, audit and event, several clients at once. */
export const benchBooking: Bench = async () => {
  const bench = await startBenchSystem();
  try {
    const desk = bench.as(schedulingContract, 'front-desk-coordinator');
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
    const times: number[] = [];
    let booked = 0;
    const queue = [...starts];
    const started = performance.now();
    await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        for (let slot = queue.shift(); slot; slot = queue.shift()) {
          const before = performance.now();
          const done = await desk
            .bookAppointment({
              patientId: `01900000-0000-7000-8fff-${String(lane * 100_000 + times.length).padStart(12, '0')}`,
              appointmentTypeId: demoIds.appointmentType(2),
              ...slot,
              acceptPatientOverlap: true,
            })
            .then(
              () => true,
              () => false,
            );
          times.push(performance.now() - before);
          if (done) booked += 1;
        }
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    return [
      {
        what: 'slot search, a page of 100 over 60 days, p95',
        ours: ms(percentile(searches, 0.95)),
        peer: 'limit 200 ms',
        kept: percentile(searches, 0.95) < 200,
      },
      {
        what: `booking attempts by ${LANES} clients (${booked} booked)`,
        ours: perSecond(times.length / seconds),
        peer: '',
      },
      {
        what: 'booking with no-overlap and audit, p95',
        ours: ms(percentile(times, 0.95)),
        peer: 'screens answer in 200 ms',
        kept: percentile(times, 0.95) < 200,
      },
    ];
  } finally {
    await bench.stop();
  }
};
