import type { InputOf } from '@spark-den/contracts/operation';
import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { demoIds } from './demo-practice.ts';

export type ScheduleDocument = InputOf<typeof schedulingContract.operations.installSchedule>;

const LAKESIDE = demoIds.location(1);
const HILLCREST = demoIds.location(2);
const OSEI = demoIds.provider(1);
const REYES = demoIds.provider(2);

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = [1, 2, 3, 4, 5] as const;

/** Morning and afternoon at a location on some weekdays, by the wall clock. */
function workdays(locationId: string, weekdays: readonly number[]) {
  return weekdays.flatMap(weekday => [
    { weekday, start: '08:00', end: '12:00', locationId },
    { weekday, start: '13:00', end: '17:00', locationId },
  ]);
}

type Resource = ScheduleDocument['resources'][number];

const provider = (resourceId: string, name: string): Resource => ({
  resourceId,
  kind: 'provider',
  name,
  locationId: null,
  pools: [],
  capacity: 1,
  turnoverMinutes: 0,
  active: true,
});

const room = (number: number, name: string, locationId: string, pools: string[]): Resource => ({
  resourceId: demoIds.room(number),
  kind: 'room',
  name,
  locationId,
  pools,
  capacity: 1,
  turnoverMinutes: 0,
  active: true,
});

/** The schedule of Harbor Point Family Medicine as it is when the practice starts. */
export const demoSchedule: ScheduleDocument = {
  practiceId: demoIds.practice(1),
  locations: [
    { locationId: LAKESIDE, name: 'Lakeside Clinic', zone: 'America/Chicago' },
    { locationId: HILLCREST, name: 'Hillcrest Clinic', zone: 'America/Chicago' },
  ],
  resources: [
    provider(OSEI, 'Amara Osei, MD'),
    provider(REYES, 'Daniel Reyes, MD'),
    room(1, 'Exam 1', LAKESIDE, ['exam']),
    room(2, 'Exam 2', LAKESIDE, ['exam']),
    room(3, 'Procedure', LAKESIDE, ['procedure']),
    room(4, 'Exam 1', HILLCREST, ['exam']),
    room(5, 'Exam 2', HILLCREST, ['exam']),
    {
      resourceId: demoIds.equipment(1),
      kind: 'equipment',
      name: 'Ultrasound',
      locationId: LAKESIDE,
      pools: ['ultrasound'],
      capacity: 1,
      turnoverMinutes: 0,
      active: true,
    },
  ],
  appointmentTypes: [
    {
      appointmentTypeId: demoIds.appointmentType(1),
      name: 'New patient',
      durationMinutes: 40,
      roomPool: 'exam',
      color: 'blue',
    },
    {
      appointmentTypeId: demoIds.appointmentType(2),
      name: 'Follow-up',
      durationMinutes: 20,
      roomPool: 'exam',
      color: 'teal',
    },
    {
      appointmentTypeId: demoIds.appointmentType(3),
      name: 'Annual wellness',
      durationMinutes: 40,
      roomPool: 'exam',
      color: 'violet',
      preparation: ['Bring all medicines', 'Health risk questionnaire'],
    },
    {
      appointmentTypeId: demoIds.appointmentType(4),
      name: 'Procedure with ultrasound',
      durationMinutes: 60,
      roomPool: 'procedure',
      equipmentPools: ['ultrasound'],
      color: 'amber',
      preparation: ['No food for six hours before'],
    },
  ],
  templates: [
    {
      providerId: OSEI,
      effectiveFrom: '2025-01-01',
      rules: [
        ...workdays(LAKESIDE, [MONDAY, TUESDAY, THURSDAY, FRIDAY]),
        ...workdays(HILLCREST, [WEDNESDAY]),
      ],
    },
    {
      providerId: REYES,
      effectiveFrom: '2025-01-01',
      rules: [
        ...workdays(HILLCREST, [MONDAY, TUESDAY, THURSDAY]),
        ...workdays(LAKESIDE, [WEDNESDAY, FRIDAY]),
      ],
    },
  ],
  travelMinutes: [
    { fromLocationId: LAKESIDE, toLocationId: HILLCREST, minutes: 25 },
    { fromLocationId: HILLCREST, toLocationId: LAKESIDE, minutes: 25 },
  ],
};
