import type { InputOf, RoleKey } from '@spark-den/contracts/operation';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { Appointment } from '@spark-den/contracts/scheduling/types';
import type { TestSystem } from '@spark-den/testkit';
import { as, book, EXAM_2, patientId, REYES, startClinic, TOMORROW_9 } from './clinic.ts';

type Step = InputOf<typeof schedulingContract.operations.transitionAppointment>['step'];

const satisfied = (gate: 'identity' | 'coverage' | 'consent' | 'copay') =>
  ({ gate, outcome: 'satisfied', evidence: `${gate} seen` }) as const;
const allGates = [satisfied('identity'), satisfied('coverage'), satisfied('consent'), satisfied('copay')];
const checkOut = {
  action: 'check-out',
  chargesReviewed: true,
  nextVisit: 'booked',
  balanceReviewed: true,
} as const;

describe('the day of a visit', () => {
  let test: TestSystem;
  let number = 0;
  beforeAll(async () => {
    test = await startClinic({ background: true });
  });
  afterAll(() => test.stop());

  /** A visit tomorrow at a time of its own, the clock at `minutes` from its start. */
  const visitAt = async (minutes: number): Promise<Appointment> => {
    test.clock.set('2026-11-16T15:00:00Z');
    number += 1;
    const start = new Date(
      Date.parse(TOMORROW_9) + number * 86_400_000 * (number % 5 < 3 ? 7 : 0) + (number % 9) * 20 * 60_000,
    );
    const visit = await book(test, {
      patientId: patientId(number),
      start: start.toISOString(),
      acceptPatientOverlap: true,
    });
    test.clock.set(new Date(start.getTime() + minutes * 60_000).toISOString());
    return visit;
  };
  const step = (visit: Appointment, taken: Step, role: RoleKey = 'front-desk-coordinator') =>
    test
      .as(schedulingContract, as(role))
      .transitionAppointment({ appointmentId: visit.appointmentId, step: taken }, { version: visit.version });

  it('SCH-18 goes from arrival to check-out with the server’s time, the actor and the source of each step', async () => {
    let visit = await visitAt(-10);
    visit = await step(visit, { action: 'arrive' });
    visit = await step(visit, { action: 'check-in', gates: allGates });
    test.clock.set(new Date(Date.parse(visit.start) + 7 * 60_000).toISOString());
    visit = await step(visit, { action: 'room', roomId: EXAM_2 }, 'nurse');
    expect(visit).toMatchObject({ status: 'in-room', roomId: EXAM_2, waitMinutes: 7 });
    visit = await step(visit, { action: 'start-visit' }, 'physician');
    visit = await step(visit, { action: 'finish-visit' }, 'physician');
    await expect(
      step(visit, {
        ...checkOut,
        chargesReviewed: false,
        nextVisit: 'not-asked',
        balanceReviewed: false,
      }),
    ).rejects.toMatchObject({
      code: 'scheduling.checkout_incomplete',
      fields: { missing: ['charges', 'next-visit', 'balance'] },
    });
    visit = await step(visit, checkOut);
    expect(visit.status).toBe('checked-out');
    expect(visit.steps.map(taken => [taken.action, taken.actorName])).toEqual([
      ['book', 'Test front-desk-coordinator'],
      ['arrive', 'Test front-desk-coordinator'],
      ['check-in', 'Test front-desk-coordinator'],
      ['room', 'Test nurse'],
      ['start-visit', 'Test physician'],
      ['finish-visit', 'Test physician'],
      ['check-out', 'Test front-desk-coordinator'],
    ]);
    expect(visit.flow.arrivedAt).toBe(new Date(Date.parse(visit.start) - 600_000).toISOString());
    expect(visit.steps.every(taken => taken.source === 'portal')).toBe(true);
  });

  it('SCH-18 checks nobody in while a gate is open, and lets a gate be overridden only with a reason and the right', async () => {
    const visit = await step(await visitAt(0), { action: 'arrive' });
    const three = allGates.slice(0, 3);
    await expect(step(visit, { action: 'check-in', gates: three })).rejects.toMatchObject({
      code: 'scheduling.checkin_gates_open',
      fields: { open: ['copay'] },
    });
    const gates = [
      ...three,
      { gate: 'copay', outcome: 'overridden', reason: 'card declined, will pay after' } as const,
    ];
    await expect(step(visit, { action: 'check-in', gates }, 'nurse')).rejects.toMatchObject({
      code: 'scheduling.override_forbidden',
    });
    const checkedIn = await step(visit, { action: 'check-in', gates });
    expect(checkedIn.gates).toContainEqual(gates[3]);
    const board = await test
      .as(schedulingContract, as('front-desk-coordinator'))
      .flowBoard({ date: checkedIn.date });
    expect(board.visits.find(entry => entry.appointmentId === visit.appointmentId)).toMatchObject({
      status: 'checked-in',
      minutesInState: 0,
      overriddenGates: ['copay'],
    });
  });

  it('an undone arrival is voided, not overwritten', async () => {
    let visit = await step(await visitAt(0), { action: 'arrive' });
    const first = visit.flow.arrivedAt;
    visit = await step(visit, { action: 'undo', reason: 'wrong patient' });
    expect(visit).toMatchObject({ status: 'booked', flow: { arrivedAt: null } });
    test.clock.set(new Date(Date.parse(visit.start) + 300_000).toISOString());
    visit = await step(visit, { action: 'arrive' });
    const arrivals = visit.steps.filter(taken => taken.action === 'arrive');
    expect(arrivals).toMatchObject([{ at: first, voidedBy: expect.any(String) }, { voidedAt: null }]);
    expect(visit.flow.arrivedAt).toBe(arrivals[1]!.at);
    await expect(
      test.withRole('svc_scheduling', 'business', client =>
        client.query("update scheduling.appointment_step set at = now() where action = 'arrive'"),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('a no-show needs the grace to pass, can be taken back the same day, and never the next', async () => {
    const visit = await visitAt(14);
    await expect(step(visit, { action: 'no-show' })).rejects.toMatchObject({
      code: 'scheduling.too_early_for_no_show',
    });
    test.clock.set(new Date(Date.parse(visit.start) + 15 * 60_000).toISOString());
    const missed = await step(visit, { action: 'no-show' });
    const back = await step(missed, { action: 'undo', reason: 'was in the wrong clinic' });
    expect(back.status).toBe('booked');
    const again = await step(back, { action: 'no-show' });
    test.clock.set(new Date(Date.parse(visit.start) + 86_400_000).toISOString());
    await expect(step(again, { action: 'undo', reason: 'too late' })).rejects.toMatchObject({
      code: 'scheduling.undo_not_possible',
    });
  });

  it('after check-in there is no cancelling, only leaving without being seen', async () => {
    let visit = await step(await visitAt(0), { action: 'arrive' });
    visit = await step(visit, { action: 'check-in', gates: allGates });
    const desk = test.as(schedulingContract, as('front-desk-coordinator'));
    const { appointmentId, version } = visit;
    await expect(
      desk.cancelAppointment({ appointmentId, by: 'patient', reason: 'left' }, { version }),
    ).rejects.toMatchObject({ code: 'scheduling.not_cancellable' });
    visit = await step(visit, { action: 'leave-unseen', reason: 'waited too long' });
    expect(visit.status).toBe('left-without-being-seen');
  });

  it('tells the others of check-in and check-out, by id', async () => {
    let visit = await step(await visitAt(0), { action: 'arrive' });
    visit = await step(visit, { action: 'check-in', gates: allGates });
    await test.settled();
    const { rows } = await test.withRoot('shared', client =>
      client.query<{ type: string; payload: { to?: string } }>(
        `select type, payload from bus.event where key = $1 order by sequence`,
        [visit.appointmentId],
      ),
    );
    expect(rows.map(row => [row.type, row.payload.to ?? null])).toEqual([
      ['AppointmentBooked', null],
      ['AppointmentStatusChanged', 'arrived'],
      ['AppointmentStatusChanged', 'checked-in'],
      ['AppointmentCheckedIn', null],
    ]);
    expect(JSON.stringify(rows)).not.toContain('Patient0');
  });

  it('whether a patient confirmed is kept beside the state, and is asked again after a move', async () => {
    const visit = await visitAt(-3_000);
    const desk = test.as(schedulingContract, as('front-desk-coordinator'));
    const { appointmentId } = visit;
    const confirmed = await desk.confirmAppointment(
      { appointmentId, confirmation: 'confirmed', channel: 'phone' },
      { version: 1 },
    );
    expect(confirmed).toMatchObject({ status: 'booked', confirmation: 'confirmed' });
    const moved = await desk.moveAppointment(
      { appointmentId, start: visit.start, providerId: REYES },
      { version: 2 },
    );
    expect(moved.confirmation).toBe('confirmed');
    const start = new Date(Date.parse(visit.start) + 1_200_000).toISOString();
    await expect(desk.moveAppointment({ appointmentId, start }, { version: 3 })).resolves.toMatchObject({
      confirmation: 'unconfirmed',
    });
  });

  it('every read of a visit is audited with its patient', async () => {
    const visit = await visitAt(-60);
    await test
      .as(schedulingContract, as('billing-manager'))
      .getAppointment({ appointmentId: visit.appointmentId });
    await test.settled();
    expect(test.audited).toContainEqual(
      expect.objectContaining({
        action: 'appointment.viewed',
        patientId: visit.patientId,
        outcome: 'success',
      }),
    );
  });
});
