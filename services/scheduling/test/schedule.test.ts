import { PatientUpdated } from '@spark-den/contracts/patients/events';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { OTHER_PRACTICE_ID, person, type TestSystem } from '@spark-den/testkit';
import {
  as,
  book,
  clinic,
  FOLLOW_UP,
  HILLCREST,
  LAKESIDE,
  OSEI,
  patientId,
  startClinic,
  ULTRASOUND,
} from './clinic.ts';

const entry = (number: number) => `01900000-0000-7000-80ff-${String(number).padStart(12, '0')}`;

describe('schedules', () => {
  let test: TestSystem;
  const names = new Map<string, string>();
  beforeAll(async () => {
    test = await startClinic({ background: true, names });
  });
  afterAll(() => test.stop());
  const manager = () => test.as(schedulingContract, as('practice-manager'));
  const minutesOpen = async (from: string, days: number) =>
    (await manager().previewAvailability({ providerId: OSEI, from, days })).minutesThen;

  it('SCH-07 NAV-08 a new template is previewed with the visits that it would leave outside, then applies from its date', async () => {
    const visit = await book(test, { start: '2026-12-01T15:00:00.000Z' });
    const rules = [{ weekday: 1, start: '08:00', end: '12:00', locationId: LAKESIDE }];
    const change = { kind: 'template' as const, effectiveFrom: '2026-11-30', rules };
    const preview = await manager().previewAvailability({
      providerId: OSEI,
      from: '2026-11-30',
      days: 7,
      change,
    });
    expect(preview).toMatchObject({ minutesNow: 5 * 480, minutesThen: 240 });
    expect(preview.affected.map(row => row.appointmentId)).toEqual([visit.appointmentId]);
    expect(await minutesOpen('2026-11-30', 7)).toBe(5 * 480);
    await manager().putAvailabilityTemplate({ providerId: OSEI, effectiveFrom: '2026-11-30', rules });
    expect(await minutesOpen('2026-11-30', 7)).toBe(240);
    expect(await minutesOpen('2026-11-23', 7)).toBe(5 * 480);
    const { templates } = await manager().getProviderSchedule({ providerId: OSEI });
    expect(templates).toMatchObject([
      { effectiveTo: '2026-11-29' },
      { effectiveFrom: '2026-11-30', effectiveTo: null },
    ]);
  });

  it('SCH-07 NAV-08 a preview lists the visits beyond a new quota, the last booked first to go, and those of a type no longer offered', async () => {
    const date = '2026-11-25';
    const at = (time: string, patient: number) =>
      book(test, { patientId: patientId(patient), start: `${date}T${time}:00.000Z` });
    const late = await at('17:00', 11);
    test.clock.set(new Date(Date.parse(test.clock.now()) + 60_000).toISOString());
    const early = await at('15:00', 12);
    const affectedBy = async (window: object) => {
      const whole = { start: '08:00', end: '17:00', locationId: LAKESIDE, ...window };
      const change = { kind: 'override' as const, date, windows: [whole] };
      const preview = { providerId: OSEI, from: date, days: 1, change };
      const { affected, windows } = await manager().previewAvailability(preview);
      expect(windows).toHaveLength(1);
      return affected.map(row => row.appointmentId);
    };
    const quota = (most: number) => ({ quotas: [{ appointmentTypeIds: [FOLLOW_UP], most }] });
    expect(await affectedBy(quota(2))).toEqual([]);
    expect(await affectedBy(quota(1))).toEqual([early.appointmentId]);
    expect(await affectedBy(quota(0))).toEqual([early.appointmentId, late.appointmentId]);
    const other = clinic.appointmentTypes[1]!.appointmentTypeId;
    expect(await affectedBy({ appointmentTypeIds: [other] })).toHaveLength(2);
  });

  it('NAV-08 override, time off and closure change the search by precedence, and can be taken back', async () => {
    const date = '2026-11-19';
    const desk = test.as(schedulingContract, as('front-desk-coordinator'));
    const starts = async () => {
      const { items } = await desk.findSlots({
        appointmentTypeId: FOLLOW_UP,
        from: date,
        to: date,
        providerIds: [OSEI],
        stepMinutes: 60,
      });
      return items.map(slot => slot.localStart);
    };
    expect(await starts()).toHaveLength(8);
    const windows = [{ start: '09:00', end: '12:00', locationId: LAKESIDE }];
    const override = await manager().putAvailabilityOverride({
      providerId: OSEI,
      date,
      windows,
      reason: 'meeting',
    });
    expect(await starts()).toEqual(['09:00', '10:00', '11:00']);
    await manager().putTimeOff({
      timeOffId: entry(1),
      resourceId: OSEI,
      start: '2026-11-19T16:00:00.000Z',
      end: '2026-11-19T17:00:00.000Z',
      reason: 'dentist',
    });
    expect(await starts()).toEqual(['09:00', '11:00']);
    await manager().putClosure({
      closureId: entry(2),
      locationId: LAKESIDE,
      date,
      start: '11:00',
      reason: 'no power',
    });
    expect(await starts()).toEqual(['09:00']);
    for (const entryId of [entry(1), entry(2), override.overrideId])
      await manager().removeScheduleEntry({ entryId });
    expect(await starts()).toHaveLength(8);
  });

  it('SCH-07 SCH-06 a window takes no more visits of a type than its quota, whoever books at once', async () => {
    const date = '2026-11-24';
    const quotas = [{ appointmentTypeIds: [FOLLOW_UP], most: 2 }];
    const windows = [
      { start: '08:00', end: '12:00', locationId: LAKESIDE, quotas },
      { start: '13:00', end: '14:00', locationId: LAKESIDE },
    ];
    await manager().putAvailabilityOverride({ providerId: OSEI, date, windows, reason: 'few follow-ups' });
    const bookings = await Promise.allSettled(
      ['14:00', '15:00', '16:00', '17:00'].map((time, at) =>
        book(test, { patientId: patientId(at + 1), start: `${date}T${time}:00.000Z` }),
      ),
    );
    expect(bookings.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    const refused = bookings.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({
      reason: {
        code: 'scheduling.outside_availability',
        fields: { reasons: [expect.objectContaining({ code: 'quota-reached', resourceId: OSEI })] },
      },
    });
    const day = { from: date, to: date, providerIds: [OSEI], stepMinutes: 60 };
    const { items } = await test
      .as(schedulingContract, as('front-desk-coordinator'))
      .findSlots({ ...day, appointmentTypeId: FOLLOW_UP });
    expect(items.map(slot => slot.localStart)).toEqual(['13:00']);
  });

  it('SCH-04 equipment in maintenance is not bookable, and who is booked on it is listed', async () => {
    const procedure = { appointmentTypeId: clinic.appointmentTypes[1]!.appointmentTypeId };
    const visit = await book(test, { ...procedure, start: '2026-11-20T15:00:00.000Z' });
    const { affected } = await manager().putTimeOff({
      timeOffId: entry(3),
      resourceId: ULTRASOUND,
      start: '2026-11-20T14:00:00.000Z',
      end: '2026-11-20T23:00:00.000Z',
      reason: 'maintenance',
    });
    expect(affected.map(row => row.appointmentId)).toEqual([visit.appointmentId]);
    const { items } = await test
      .as(schedulingContract, as('front-desk-coordinator'))
      .findSlots({ ...procedure, from: '2026-11-20', to: '2026-11-20' });
    expect(items).toEqual([]);
  });

  it('refuses a working week in which two windows of a day overlap', async () => {
    const rules = [
      { weekday: 2, start: '08:00', end: '12:00', locationId: LAKESIDE },
      { weekday: 2, start: '11:30', end: '15:00', locationId: HILLCREST },
    ];
    await expect(
      manager().putAvailabilityTemplate({ providerId: OSEI, effectiveFrom: '2027-01-04', rules }),
    ).rejects.toMatchObject({
      code: 'scheduling.windows_overlap',
      fields: { windows: ['08:00–12:00', '11:30–15:00'] },
    });
  });

  it('NAV-07 (narrow: the data) one call brings the whole day for the grid', async () => {
    const date = '2026-11-18';
    await book(test, { start: '2026-11-18T15:00:00.000Z', patientId: patientId(4) });
    const desk = test.as(schedulingContract, as('front-desk-coordinator'));
    await desk.holdSlot({
      appointmentTypeId: FOLLOW_UP,
      providerId: OSEI,
      locationId: LAKESIDE,
      start: '2026-11-18T16:00:00.000Z',
    });
    const day = await desk.calendarDay({ date });
    expect(day.appointments).toMatchObject([
      { patientName: 'Patient004, Test', localStart: '09:00', roomName: 'Exam 1' },
    ]);
    expect(day.openWindows.filter(window => window.providerId === OSEI)).toHaveLength(2);
    expect(day.holds.map(hold => hold.resourceId)).toContain(OSEI);
    await expect(desk.calendarDay({ date, locationId: HILLCREST })).resolves.toMatchObject({
      appointments: [],
    });
  });

  it('names in the calendar follow the patients service', async () => {
    await book(test, { start: '2026-11-18T17:00:00.000Z', patientId: patientId(5) });
    names.set(patientId(5), 'Nguyen');
    await test.publish({
      type: PatientUpdated.name,
      key: patientId(5),
      payload: { patientId: patientId(5), version: 2, fields: ['name'] },
      practiceId: clinic.practiceId,
    });
    await test.settled();
    const desk = test.as(schedulingContract, as('front-desk-coordinator'));
    const { items } = await desk.listAppointments({ patientId: patientId(5) });
    expect(items).toMatchObject([{ patientName: 'Nguyen, Test' }]);
  });

  it('SEC-02 (narrow: scheduling) another practice sees none of it', async () => {
    const stranger = person('practice-administrator', [schedulingContract], OTHER_PRACTICE_ID);
    const other = test.as(schedulingContract, stranger);
    await expect(other.listSchedulingResources({})).resolves.toEqual({ locations: [], resources: [] });
    await expect(other.calendarDay({ date: '2026-11-18' })).resolves.toMatchObject({
      appointments: [],
      openWindows: [],
    });
  });
});
