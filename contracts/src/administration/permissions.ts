import { ROLE_KEYS, type Permissions } from '../operation.ts';

export const administrationPermissions = {
  'administration.practice.read': {
    label: 'See the practice, its providers, locations, rooms, equipment, payers and plans',
    roles: ROLE_KEYS,
  },
  'administration.fee-schedule.read': {
    label: 'See fee schedules and contract rates',
    roles: [
      'practice-administrator',
      'practice-manager',
      'billing-manager',
      'financial-counselor',
      'business-analyst',
    ],
  },
} satisfies Permissions;
