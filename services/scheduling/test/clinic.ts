import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { CallOptions } from '@spark-den/contracts/client';
import type { InputOf } from '@spark-den/contracts/operation';
import type { RoleKey } from '@spark-den/contracts/operation';
import {
  fakeService,
  person,
  PRACTICE_ID,
  startTestSystem,
  type Fake,
  type TestSystem,
} from '@spark-den/testkit';
import { schedulingService } from '../service.ts';

const uuid = (group: string, number: number) =>
  `01900000-0000-7000-80${group}-${String(number).padStart(12, '0')}`;

export const LAKESIDE = uuid('01', 1);
export const HILLCREST = uuid('01', 2);
export const OSEI = uuid('02', 1);
export const REYES = uuid('02', 2);
export const FOLLOW_UP = uuid('05', 2);
export const PROCEDURE = uuid('05', 4);
export const GROUP_CLASS = uuid('05', 5);
export const EXAM_1 = uuid('06', 1);
export const EXAM_2 = uuid('06', 2);
export const PROCEDURE_ROOM = uuid('06', 3);
export const CLASS_ROOM = uuid('06', 6);
export const ULTRASOUND = uuid('07', 1);
export const patientId = (number: number) => uuid('10', number);

const windows = (locationId: string, weekdays: number[]) =>
  weekdays.flatMap(weekday => [
    { weekday, start: '08:00', end: '12:00', locationId },
    { weekday, start: '13:00', end: '17:00', locationId },
  ]);
const asset = (
  resourceId: string,
  kind: 'room' | 'equipment',
  name: string,
  pools: string[],
  capacity = 1,
) => ({
  resourceId,
  kind,
  name,
  locationId: LAKESIDE,
  pools,
  capacity,
  turnoverMinutes: kind === 'room' && name === 'Procedure' ? 15 : 0,
  active: true,
});
const provider = (resourceId: string, name: string, capacity = 1) => ({
  resourceId,
  kind: 'provider' as const,
  name,
  locationId: null,
  pools: [],
  capacity,
  turnoverMinutes: 0,
  active: true,
});

export const TEACHER = uuid('02', 3);

/** Two physicians, a class for three, two exam rooms, one procedure room, one ultrasound. */
export const clinic: InputOf<typeof schedulingContract.operations.installSchedule> = {
  practiceId: PRACTICE_ID,
  locations: [
    { locationId: LAKESIDE, name: 'Lakeside Clinic', zone: 'America/Chicago' },
    { locationId: HILLCREST, name: 'Hillcrest Clinic', zone: 'America/Chicago' },
  ],
  resources: [
    provider(OSEI, 'Amara Osei, MD'),
    provider(REYES, 'Daniel Reyes, MD'),
    provider(TEACHER, 'Class', 3),
    asset(EXAM_1, 'room', 'Exam 1', ['exam']),
    asset(EXAM_2, 'room', 'Exam 2', ['exam']),
    asset(PROCEDURE_ROOM, 'room', 'Procedure', ['procedure']),
    asset(CLASS_ROOM, 'room', 'Class room', ['class'], 3),
    asset(ULTRASOUND, 'equipment', 'Ultrasound', ['ultrasound']),
  ],
  appointmentTypes: [
    { appointmentTypeId: FOLLOW_UP, name: 'Follow-up', durationMinutes: 20, roomPool: 'exam' },
    {
      appointmentTypeId: PROCEDURE,
      name: 'Procedure with ultrasound',
      durationMinutes: 60,
      roomPool: 'procedure',
      equipmentPools: ['ultrasound'],
    },
    { appointmentTypeId: GROUP_CLASS, name: 'Class', durationMinutes: 60, roomPool: 'class' },
  ],
  templates: [
    { providerId: OSEI, effectiveFrom: '2026-01-01', rules: windows(LAKESIDE, [1, 2, 3, 4, 5]) },
    { providerId: REYES, effectiveFrom: '2026-01-01', rules: windows(LAKESIDE, [1, 2, 3, 4, 5]) },
    { providerId: TEACHER, effectiveFrom: '2026-01-01', rules: windows(LAKESIDE, [1, 2, 3, 4, 5]) },
  ],
  travelMinutes: [],
};

/** A patients service that knows everybody whose id is one of ours. */
export function fakePatients(names: Map<string, string> = new Map()): Fake {
  return fakeService(patientsContract, {
    getPatientSummaries: ({ patientIds }) => ({
      items: patientIds
        .filter(id => id.startsWith('01900000-0000-7000-8010-'))
        .map(id => ({
          requestedId: id,
          id,
          mrn: `MRN-${id.slice(-4)}`,
          name: {
            family: names.get(id) ?? `Patient${id.slice(-3)}`,
            given: 'Test',
            middle: null,
            suffix: null,
          },
          nameUsed: null,
          birthDate: '1980-05-17',
          sex: 'female' as const,
          phone: null,
          city: null,
          state: null,
          ssnLast4: null,
          status: 'active' as const,
          restricted: false,
          primaryPayerId: null,
          primaryMemberId: null,
        })),
    }),
  });
}

/** Monday 16 November 2026, nine in the morning in Chicago. */
export const NOW = '2026-11-16T15:00:00Z';
/** The next day at nine in Chicago. */
export const TOMORROW_9 = '2026-11-17T15:00:00.000Z';

export const as = (role: RoleKey) => person(role, [schedulingContract, patientsContract]);

export async function startClinic(options: { background?: boolean; names?: Map<string, string> } = {}) {
  const test = await startTestSystem({
    services: [schedulingService],
    fakes: [fakePatients(options.names)],
    now: NOW,
    background: options.background,
  });
  await test.as(schedulingContract).installSchedule(clinic);
  return test;
}

type BookInput = Partial<InputOf<typeof schedulingContract.operations.bookAppointment>>;

/** Books a follow-up with Osei tomorrow at nine unless told otherwise. */
export function book(
  test: TestSystem,
  input: BookInput = {},
  role: RoleKey = 'front-desk-coordinator',
  options?: CallOptions,
) {
  return test.as(schedulingContract, as(role)).bookAppointment(
    {
      patientId: patientId(1),
      appointmentTypeId: FOLLOW_UP,
      providerId: OSEI,
      locationId: LAKESIDE,
      start: TOMORROW_9,
      ...input,
    },
    options,
  );
}

/** Every pair of live, exclusive claims that overlap: must always be empty. */
export async function doubleBookings(test: TestSystem): Promise<number> {
  return test.withRoot('business', async client => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from scheduling.resource_claim a join scheduling.resource_claim b
       on a.practice_id = b.practice_id and a.resource_id = b.resource_id and a.id < b.id
       and a.during && b.during where a.live and b.live and a.blocks and b.blocks`,
    );
    return rows[0]!.n;
  });
}
