import type { installUsers } from '@spark-den/contracts/identity/internal-operations';
import type { InputOf, RoleKey } from '@spark-den/contracts/operation';
import { demoIds } from './demo-practice.ts';

/** All demo users have this one; it is printed at start. */
export const DEMO_PASSWORD = 'harbor-point-demo';

type Installation = InputOf<typeof installUsers>;

function user(number: number, email: string, displayName: string, role: RoleKey, provider?: number) {
  return {
    id: demoIds.user(number),
    email,
    displayName,
    password: DEMO_PASSWORD,
    roles: [role],
    providerId: provider === undefined ? null : demoIds.provider(provider),
  };
}

/** The demo's policy: no second factor is asked for, and the sign-in page says so. */
const policy: Installation['policy'] = { secondFactor: 'optional', idleMinutes: 15, absoluteHours: 12 };

/** The people of both demo practices, by practice. */
export const DEMO_USERS: Readonly<Record<string, Installation>> = {
  [demoIds.practice(1)]: {
    practiceName: 'Harbor Point Family Medicine',
    zone: 'America/Chicago',
    policy,
    users: [
      user(1, 'admin@harborpoint.example', 'Nadia Petrov', 'practice-administrator'),
      user(2, 'manager@harborpoint.example', 'Luis Ortega', 'practice-manager'),
      user(3, 'billing@harborpoint.example', 'Priya Raman', 'billing-manager'),
      user(4, 'frontdesk@harborpoint.example', 'Grace Kim', 'front-desk-coordinator'),
      user(5, 'counselor@harborpoint.example', 'Tom Becker', 'financial-counselor'),
      user(6, 'analyst@harborpoint.example', 'Mei Lin', 'business-analyst'),
      user(7, 'osei@harborpoint.example', 'Amara Osei', 'physician', 1),
      user(8, 'reyes@harborpoint.example', 'Daniel Reyes', 'physician', 2),
      user(9, 'nurse@harborpoint.example', 'Ines Duarte', 'nurse'),
    ],
  },
  [demoIds.practice(2)]: {
    practiceName: 'Northfield Pediatrics',
    zone: 'America/Phoenix',
    policy,
    users: [
      user(21, 'admin@northfield.example', 'Ada Holm', 'practice-administrator'),
      user(22, 'frontdesk@northfield.example', 'Sam Whitfield', 'front-desk-coordinator'),
    ],
  },
};
