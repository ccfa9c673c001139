import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { TestSystem } from '@spark-den/testkit';
import {
  as,
  book,
  CLASS_ROOM,
  doubleBookings,
  EXAM_1,
  EXAM_2,
  FOLLOW_UP,
  GROUP_CLASS,
  LAKESIDE,
  NOW,
  OSEI,
  patientId,
  PROCEDURE,
  PROCEDURE_ROOM,
  REYES,
  startClinic,
  TEACHER,
  TOMORROW_9,
  ULTRASOUND,
} from './clinic.ts';

const desk = as('front-desk-coordinator');

describe('booking', () => {
  let test: TestSystem;
  const scheduling = () => test.as(schedulingContract, desk);
  beforeAll(async () => {
    test = await startClinic();
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    test.clock.set(NOW);
    await test.withRoot('business', client =>
      client.query(`truncate scheduling.appointment, scheduling.hold, scheduling.resource_claim,
        scheduling.appointment_step, scheduling.appointment_move, scheduling.check_in_gate cascade`),
    );
  });
  afterEach(async () => expect(await doubleBookings(test)).toBe(0));

  const emitted = (type: string) =>
    test.withRoot('business', async client => {
      const { rows } = await client.query<{ payload: Record<string, unknown> }>(
        'select payload from scheduling.outbox where type = $1 order by sequence desc limit 1',
        [type],
      );
      return rows[0]?.payload;
    });

  it('SCH-02 NAV-09 a booking takes provider and room, keeps the wall clock, and announces itself', async () => {
    const visit = await book(test);
    expect(visit).toMatchObject({
      status: 'booked',
      version: 1,
      date: '2026-11-17',
      localStart: '09:00',
      zone: 'America/Chicago',
      durationMinutes: 20,
      patientName: 'Patient001, Test',
      roomId: EXAM_1,
    });
    expect(visit.resources.map(resource => resource.resourceId).sort()).toEqual([OSEI, EXAM_1].sort());
    expect(visit.steps).toMatchObject([{ action: 'book', to: 'booked', actorId: desk.id, source: 'portal' }]);
    expect(await emitted('AppointmentBooked')).toMatchObject({
      appointmentId: visit.appointmentId,
      date: '2026-11-17',
    });
  });

  it('SCH-03 SCH-04 NAV-09 a procedure takes its room, the turnover and the only ultrasound, or nothing at all', async () => {
    const first = await book(test, { appointmentTypeId: PROCEDURE });
    expect(first).toMatchObject({ roomId: PROCEDURE_ROOM, equipmentIds: [ULTRASOUND] });
    const second = book(test, { appointmentTypeId: PROCEDURE, providerId: REYES, patientId: patientId(2) });
    await expect(second).rejects.toMatchObject({ kind: 'conflict', code: 'scheduling.no_resource_free' });
    const inTurnover = { appointmentTypeId: PROCEDURE, providerId: REYES, patientId: patientId(2) };
    await expect(book(test, { ...inTurnover, start: '2026-11-17T16:10:00.000Z' })).rejects.toMatchObject({
      code: 'scheduling.no_resource_free',
    });
    await expect(book(test, { ...inTurnover, start: '2026-11-17T16:15:00.000Z' })).resolves.toMatchObject({
      roomId: PROCEDURE_ROOM,
    });
    const { rows } = await test.withRoot('business', client =>
      client.query('select 1 from scheduling.resource_claim where live and resource_id = $1', [REYES]),
    );
    expect(rows).toHaveLength(1);
  });

  it('SCH-06 a taken time is refused with the reason and ranked alternatives', async () => {
    await book(test);
    await expect(book(test, { patientId: patientId(2) })).rejects.toMatchObject({
      code: 'scheduling.slot_taken',
      fields: {
        reasons: [expect.objectContaining({ code: 'provider-busy', resourceId: OSEI })],
        alternatives: expect.arrayContaining([
          expect.objectContaining({ why: 'same-provider-nearest' }),
          expect.objectContaining({ why: 'other-provider-same-time' }),
        ]),
      },
    });
  });

  it('SCH-06 explains a time before anything is booked, and finds the visit that moves not in its own way', async () => {
    const visit = await book(test);
    const wish = { appointmentTypeId: FOLLOW_UP, providerId: OSEI, locationId: LAKESIDE, start: TOMORROW_9 };
    await expect(scheduling().explainSlot(wish)).resolves.toMatchObject({
      bookable: false,
      reasons: [{ code: 'provider-busy', appointmentId: visit.appointmentId }],
    });
    const moving = { ...wish, start: '2026-11-17T15:10:00.000Z', movingAppointmentId: visit.appointmentId };
    await expect(scheduling().explainSlot(moving)).resolves.toMatchObject({ bookable: true, reasons: [] });
    await expect(
      scheduling().explainSlot({ ...wish, start: '2026-11-17T18:00:00.000Z' }),
    ).resolves.toMatchObject({
      reasons: [{ code: 'provider-not-working' }],
    });
  });

  it('SCH-02 a visit with two providers is in both calendars, each for an own stretch', async () => {
    const part = { providerId: REYES, offsetMinutes: 10, durationMinutes: 10 };
    await book(test, { participants: [part] });
    const withReyes = (start: string, number: number) =>
      book(test, { providerId: REYES, patientId: patientId(number), start });
    await expect(withReyes('2026-11-17T15:00:00.000Z', 2)).rejects.toMatchObject({
      code: 'scheduling.slot_taken',
    });
    await expect(withReyes('2026-11-17T14:50:00.000Z', 2)).resolves.toMatchObject({ providerId: REYES });
    await expect(withReyes('2026-11-17T15:20:00.000Z', 3)).resolves.toMatchObject({ providerId: REYES });
  });

  it('NAV-09 a class has three seats and no fourth', async () => {
    const seat = (number: number) =>
      book(test, { appointmentTypeId: GROUP_CLASS, providerId: TEACHER, patientId: patientId(number) });
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(seat));
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(3);
    const { rows } = await test.withRoot('business', client =>
      client.query('select 1 from scheduling.resource_claim where live and resource_id = $1', [CLASS_ROOM]),
    );
    expect(rows).toHaveLength(3);
  });

  it('outside working time needs a reason and the right to book exceptions', async () => {
    const noon = { start: '2026-11-17T18:20:00.000Z' };
    await expect(book(test, noon)).rejects.toMatchObject({ code: 'scheduling.outside_availability' });
    const exception = { ...noon, exceptionReason: 'acute pain' };
    await expect(book(test, exception)).rejects.toMatchObject({ code: 'scheduling.override_forbidden' });
    await expect(book(test, exception, 'practice-manager')).resolves.toMatchObject({
      exceptionReason: 'acute pain',
    });
  });

  it('an exception goes over a booking, and the time stays closed to everybody else when that is cancelled', async () => {
    const first = await book(test);
    const over = await book(
      test,
      { patientId: patientId(2), exceptionReason: 'twins together' },
      'practice-manager',
    );
    expect(over.roomId).toBe(EXAM_2);
    await scheduling().cancelAppointment(
      { appointmentId: first.appointmentId, by: 'patient', reason: 'ill' },
      { version: 1 },
    );
    await expect(book(test, { patientId: patientId(3) })).rejects.toMatchObject({
      code: 'scheduling.slot_taken',
    });
  });

  it('a patient in two places at once is a question, not an error', async () => {
    await book(test);
    const again = { providerId: REYES, start: '2026-11-17T15:10:00.000Z' };
    await expect(book(test, again)).rejects.toMatchObject({ code: 'scheduling.patient_overlap' });
    await expect(book(test, { ...again, acceptPatientOverlap: true })).resolves.toMatchObject({
      status: 'booked',
    });
  });

  it('neither the past nor an unknown patient can be booked', async () => {
    await expect(book(test, { start: '2026-11-16T14:00:00.000Z' })).rejects.toMatchObject({
      code: 'scheduling.in_the_past',
    });
    await expect(book(test, { patientId: '01900000-0000-7000-8099-000000000001' })).rejects.toMatchObject({
      code: 'scheduling.patient_not_found',
    });
  });

  it('the same key books once', async () => {
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => book(test, {}, 'front-desk-coordinator', { idempotencyKey: 'desk-1' })),
    );
    expect(new Set(replies.map(reply => reply.appointmentId)).size).toBe(1);
  });

  describe('holds', () => {
    const wish = { appointmentTypeId: FOLLOW_UP, providerId: OSEI, locationId: LAKESIDE, start: TOMORROW_9 };

    it('SCH-06 a hold keeps the time from others and becomes the appointment', async () => {
      const hold = await scheduling().holdSlot(wish);
      await expect(book(test, { patientId: patientId(2) })).rejects.toMatchObject({
        code: 'scheduling.slot_taken',
      });
      const { items } = await scheduling().findSlots({
        appointmentTypeId: FOLLOW_UP,
        from: '2026-11-17',
        to: '2026-11-17',
        providerIds: [OSEI],
      });
      expect(items.map(slot => slot.start)).not.toContain(TOMORROW_9);
      await expect(book(test, { holdId: hold.holdId })).resolves.toMatchObject({ roomId: hold.slot.roomId });
      await expect(book(test, { holdId: hold.holdId })).rejects.toMatchObject({
        code: 'scheduling.hold_not_found',
      });
    });

    it('an expired hold is no hold: its time is given to the next, and it cannot be used', async () => {
      const hold = await scheduling().holdSlot({ ...wish, seconds: 60 });
      test.clock.set('2026-11-16T15:01:00Z');
      await expect(book(test, { holdId: hold.holdId })).rejects.toMatchObject({
        code: 'scheduling.hold_not_found',
      });
      await expect(book(test, { patientId: patientId(2) })).resolves.toMatchObject({ status: 'booked' });
    });

    it('only who held can use or release it', async () => {
      const hold = await scheduling().holdSlot(wish);
      const nurse = test.as(schedulingContract, as('nurse'));
      await expect(nurse.releaseHold({ holdId: hold.holdId })).resolves.toEqual({ released: false });
      await expect(scheduling().releaseHold({ holdId: hold.holdId })).resolves.toEqual({ released: true });
      await expect(book(test)).resolves.toMatchObject({ status: 'booked' });
    });
  });

  describe('moving and cancelling', () => {
    it('NAV-07 (narrow: the server side) a move swaps the time, keeps its lineage, and only the version that was read', async () => {
      const visit = await book(test);
      const { appointmentId } = visit;
      const move = (start: string, version: number) =>
        scheduling().moveAppointment(
          { appointmentId, start, providerId: REYES, reason: 'patient asked' },
          { version },
        );
      const moved = await move('2026-11-17T16:00:00.000Z', 1);
      expect(moved).toMatchObject({
        version: 2,
        providerId: REYES,
        localStart: '10:00',
        moves: [{ fromStart: TOMORROW_9, toStart: '2026-11-17T16:00:00.000Z', fromProviderId: OSEI }],
      });
      await expect(move('2026-11-17T17:00:00.000Z', 1)).rejects.toMatchObject({
        code: 'scheduling.version_conflict',
      });
      await expect(book(test, { patientId: patientId(2) })).resolves.toMatchObject({ providerId: OSEI });
      expect(await emitted('AppointmentMoved')).toMatchObject({
        appointmentId,
        fromProviderId: OSEI,
        providerId: REYES,
      });
    });

    it('a move that does not fit changes nothing', async () => {
      const visit = await book(test);
      await book(test, { patientId: patientId(2), start: '2026-11-17T16:00:00.000Z' });
      await expect(
        scheduling().moveAppointment(
          { appointmentId: visit.appointmentId, start: '2026-11-17T16:10:00.000Z' },
          { version: 1 },
        ),
      ).rejects.toMatchObject({ code: 'scheduling.slot_taken' });
      await expect(
        scheduling().getAppointment({ appointmentId: visit.appointmentId }),
      ).resolves.toMatchObject({
        start: TOMORROW_9,
        version: 1,
      });
      await expect(book(test, { patientId: patientId(3) })).rejects.toMatchObject({
        code: 'scheduling.slot_taken',
      });
    });

    it('a cancelled visit frees its time and says who, why and how late', async () => {
      const { appointmentId } = await book(test);
      const cancelled = await scheduling().cancelAppointment(
        { appointmentId, by: 'patient', reason: 'no transport' },
        { version: 1 },
      );
      expect(cancelled).toMatchObject({
        status: 'cancelled',
        cancellation: { by: 'patient', noticeMinutes: 1440, late: false },
      });
      await expect(book(test, { patientId: patientId(2) })).resolves.toMatchObject({ status: 'booked' });
      await expect(
        scheduling().cancelAppointment({ appointmentId, by: 'patient', reason: 'again' }, { version: 2 }),
      ).rejects.toMatchObject({ code: 'scheduling.not_cancellable' });
    });

    it('PMS-13 (narrow: duration by provider, buffers, rooms) a type that is changed is used by the next search', async () => {
      const { items } = await scheduling().listAppointmentTypes({});
      const { version: _version, ...type } = items.find(entry => entry.appointmentTypeId === FOLLOW_UP)!;
      const manager = test.as(schedulingContract, as('practice-manager'));
      await manager.putAppointmentType({ ...type, providerDurations: [{ providerId: REYES, minutes: 30 }] });
      const search = { appointmentTypeId: FOLLOW_UP, from: '2026-11-17', to: '2026-11-17', limit: 1 };
      const minutes = async (providerId: string) => {
        const { items: slots } = await scheduling().findSlots({ ...search, providerIds: [providerId] });
        return (Date.parse(slots[0]!.end) - Date.parse(slots[0]!.start)) / 60_000;
      };
      expect([await minutes(OSEI), await minutes(REYES)]).toEqual([20, 30]);
      await manager.putAppointmentType({ ...type, roomPool: null, bufferAfterMinutes: 15 });
      expect(await book(test)).toMatchObject({ roomId: null });
      const { items: after } = await scheduling().findSlots({
        ...search,
        providerIds: [OSEI],
        stepMinutes: 5,
        limit: 20,
      });
      const starts = after.map(slot => slot.localStart);
      expect(starts).toEqual(expect.arrayContaining(['08:25', '09:35']));
      for (const inBuffer of ['08:30', '08:40', '09:20', '09:30']) expect(starts).not.toContain(inBuffer);
      await manager.putAppointmentType({ ...type, providerDurations: [] });
    });
  });
});
