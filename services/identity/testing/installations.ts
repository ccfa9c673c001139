import type { installUsers } from '@spark-den/contracts/identity/internal-operations';
import type { InputOf, RoleKey } from '@spark-den/contracts/operation';
import { OTHER_PRACTICE_ID, PRACTICE_ID } from '@spark-den/testkit';

export const PASSWORD = 'harbor-point-demo';

const user = (number: number, email: string, displayName: string, ...roles: RoleKey[]) => ({
  id: `01900000-0000-7000-8009-${String(number).padStart(12, '0')}`,
  email,
  displayName,
  password: PASSWORD,
  roles,
});

export const ADMIN = user(1, 'admin@harborpoint.example', 'Nadia Petrov', 'practice-administrator');
export const MANAGER = user(2, 'manager@harborpoint.example', 'Luis Ortega', 'practice-manager');
export const BILLING = user(3, 'billing@harborpoint.example', 'Priya Raman', 'billing-manager');
export const FRONT_DESK = user(4, 'frontdesk@harborpoint.example', 'Grace Kim', 'front-desk-coordinator');
export const PHYSICIAN = user(7, 'osei@harborpoint.example', 'Amara Osei', 'physician');
export const NORTHFIELD_ADMIN = user(21, 'admin@northfield.example', 'Ada Holm', 'practice-administrator');

const policy = { secondFactor: 'optional', idleMinutes: 15, absoluteHours: 12 } as const;

/** Two practices with the users that the tests of identity need. */
export const installations: Readonly<Record<string, InputOf<typeof installUsers>>> = {
  [PRACTICE_ID]: {
    practiceName: 'Harbor Point Family Medicine',
    zone: 'America/Chicago',
    policy,
    users: [ADMIN, MANAGER, BILLING, FRONT_DESK, PHYSICIAN],
  },
  [OTHER_PRACTICE_ID]: {
    practiceName: 'Northfield Pediatrics',
    zone: 'America/Phoenix',
    policy,
    users: [NORTHFIELD_ADMIN],
  },
};
