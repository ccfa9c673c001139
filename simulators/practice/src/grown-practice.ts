import type { PracticeDocument, Provider } from '@spark-den/contracts/administration/types';
import { hasNpiCheckDigit } from '@spark-den/contracts/fields';
import { DEMO_PASSWORD, DEMO_USERS } from './demo-users.ts';
import { demoIds, harborPoint } from './demo-practice.ts';
import { demoSchedule, type ScheduleDocument } from './demo-schedule.ts';

export interface PracticeInstallation {
  readonly document: PracticeDocument;
  readonly schedule: ScheduleDocument;
  readonly users: (typeof DEMO_USERS)[string];
}

/** Harbor Point with `providers` physicians: the two that it has, and more who each bring an exam room. */
export function grownPractice(providers: number): PracticeInstallation {
  const users = DEMO_USERS[demoIds.practice(1)] as (typeof DEMO_USERS)[string];
  const numbers = Array.from({ length: Math.max(0, providers - 2) }, (_, index) => index + 3);
  const rooms = numbers.map(number => ({
    id: demoIds.room(number + 3),
    locationId: homeOf(number),
    name: `Exam ${number}`,
    kind: 'exam' as const,
    active: true,
  }));
  return {
    document: {
      ...harborPoint,
      providers: [...harborPoint.providers, ...numbers.map(providerNumber)],
      rooms: [...harborPoint.rooms, ...rooms],
    },
    schedule: grownSchedule(numbers),
    users: {
      ...users,
      users: [
        ...users.users,
        ...numbers.map(number => ({
          id: demoIds.user(number + 97),
          email: `${loginOf(number)}@harborpoint.example`,
          displayName: `Provider ${number}`,
          password: DEMO_PASSWORD,
          roles: ['physician' as const],
          providerId: demoIds.provider(number),
        })),
      ],
    },
  };
}

/** The first part of a physician's address for signing in. */
export function loginOf(provider: number): string {
  return provider === 1 ? 'osei' : provider === 2 ? 'reyes' : `provider${provider}`;
}

/** Where a provider works on a weekday (1 Monday … 5 Friday), as the demo's templates have it. */
export function locationOn(provider: number, weekday: number): string {
  const [lakeside, hillcrest] = [demoIds.location(1), demoIds.location(2)];
  if (provider === 1) return weekday === 3 ? hillcrest : lakeside;
  if (provider === 2) return weekday === 3 || weekday === 5 ? lakeside : hillcrest;
  return homeOf(provider);
}

/** The exam room that a provider keeps for a day at a location. */
export function examRoomOf(provider: number, locationId: string): string {
  if (provider > 2) return demoIds.room(provider + 3);
  return demoIds.room(locationId === demoIds.location(1) ? provider : provider + 3);
}

function homeOf(provider: number): string {
  return demoIds.location(provider % 2 === 0 ? 1 : 2);
}

function providerNumber(number: number): Provider {
  return {
    id: demoIds.provider(number),
    firstName: 'Provider',
    lastName: `Number ${number}`,
    credential: 'MD',
    npi: npiOf(number),
    taxonomyCode: '207Q00000X',
    specialty: 'Family medicine',
    active: true,
  };
}

function npiOf(number: number): string {
  const body = `19900010${number % 10}`;
  for (let digit = 0; digit < 10; digit += 1) {
    if (hasNpiCheckDigit(`${body}${digit}`)) return `${body}${digit}`;
  }
  throw new Error('every body of an NPI has a check digit');
}

function grownSchedule(numbers: readonly number[]): ScheduleDocument {
  const providers = numbers.map(number => ({
    resourceId: demoIds.provider(number),
    kind: 'provider' as const,
    name: `Provider ${number}`,
    locationId: null,
    pools: [],
    capacity: 1,
    turnoverMinutes: 0,
    active: true,
  }));
  const rooms = numbers.map(number => ({
    resourceId: demoIds.room(number + 3),
    kind: 'room' as const,
    name: `Exam ${number}`,
    locationId: homeOf(number),
    pools: ['exam'],
    capacity: 1,
    turnoverMinutes: 0,
    active: true,
  }));
  const templates = numbers.map(number => ({
    providerId: demoIds.provider(number),
    effectiveFrom: '2025-01-01',
    rules: [1, 2, 3, 4, 5].flatMap(weekday => [
      { weekday, start: '08:00', end: '12:00', locationId: homeOf(number) },
      { weekday, start: '13:00', end: '17:00', locationId: homeOf(number) },
    ]),
  }));
  return {
    ...demoSchedule,
    resources: [...demoSchedule.resources, ...providers, ...rooms],
    templates: [...demoSchedule.templates, ...templates],
  };
}
