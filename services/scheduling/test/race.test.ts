import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { AppError } from '@spark-den/kernel';
import type { TestSystem } from '@spark-den/testkit';
import fc from 'fast-check';
import {
  as,
  book,
  doubleBookings,
  FOLLOW_UP,
  LAKESIDE,
  OSEI,
  patientId,
  REYES,
  startClinic,
} from './clinic.ts';

const CLIENTS = process.env.ASSURE ? 200 : 20;
const ROUNDS = process.env.ASSURE ? 50 : 5;
const RUNS = process.env.ASSURE ? 200 : 12;

const slot = (round: number) => {
  const day = 17 + (Math.floor(round / 24) % 4);
  const minutes = (round % 12) * 20;
  const hour = (round % 24 < 12 ? 14 : 19) + Math.floor(minutes / 60);
  return `2026-11-${day}T${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00.000Z`;
};

describe('many clients at once', () => {
  let test: TestSystem;
  beforeAll(async () => {
    test = await startClinic();
  });
  afterAll(() => test.stop());

  it(`F28 G24 SCH-06 of ${CLIENTS} clients that want one time exactly one gets it, in each of ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = slot(round);
      const results = await Promise.allSettled(
        Array.from({ length: CLIENTS }, (_, client) =>
          book(test, { patientId: patientId(client + 1), start }),
        ),
      );
      const won = results.filter(result => result.status === 'fulfilled');
      const lost = results.flatMap(result =>
        result.status === 'rejected' ? [result.reason as AppError] : [],
      );
      expect(won).toHaveLength(1);
      expect(new Set(lost.map(error => error.code))).toEqual(new Set(['scheduling.slot_taken']));
    }
    expect(await doubleBookings(test)).toBe(0);
  }, 600_000);

  it('F29 (narrow: book, hold, move, cancel) no interleaving of commands books anybody twice', async () => {
    const scheduling = test.as(schedulingContract, as('front-desk-coordinator'));
    const starts = ['14:00', '14:10', '14:20', '14:30', '14:40'].map(time => `2026-11-23T${time}:00.000Z`);
    const command = fc.record({
      kind: fc.constantFrom('book' as const, 'hold' as const, 'move' as const, 'cancel' as const),
      providerId: fc.constantFrom(OSEI, REYES),
      start: fc.constantFrom(...starts),
      patient: fc.integer({ min: 1, max: 9 }),
      pick: fc.nat(5),
    });
    const wish = { appointmentTypeId: FOLLOW_UP, locationId: LAKESIDE };
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 16 }), async commands => {
        const { items } = await scheduling.listAppointments({
          from: '2026-11-23',
          to: '2026-11-23',
          status: ['booked'],
        });
        const one = (pick: number) => items[pick % Math.max(1, items.length)];
        const results = await Promise.allSettled(
          commands.map(({ kind, providerId, start, patient, pick }) => {
            const target = one(pick);
            if (kind === 'hold') return scheduling.holdSlot({ ...wish, providerId, start, seconds: 15 });
            if (kind === 'book' || !target) {
              return book(test, {
                providerId,
                start,
                patientId: patientId(patient),
                acceptPatientOverlap: true,
              });
            }
            const { appointmentId, version } = target;
            return kind === 'move'
              ? scheduling.moveAppointment({ appointmentId, start, providerId }, { version })
              : scheduling.cancelAppointment({ appointmentId, by: 'patient', reason: 'test' }, { version });
          }),
        );
        expect(await doubleBookings(test)).toBe(0);
        const odd = results.flatMap(result =>
          result.status === 'rejected' && (result.reason as AppError).kind === 'internal'
            ? [result.reason]
            : [],
        );
        expect(odd).toEqual([]);
        // the next round finds expired holds in its way
        test.clock.set(new Date(Date.parse(test.clock.now()) + 20_000).toISOString());
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
