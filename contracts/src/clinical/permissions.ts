import type { Permissions } from '../operation.ts';

export const clinicalPermissions = {
  'clinical.encounter.read': {
    label: 'See the visits of the day and encounters',
    roles: ['physician', 'nurse'],
  },
  'clinical.encounter.write': {
    label: 'Open encounters and enter diagnoses and services',
    roles: ['physician', 'nurse'],
  },
  'clinical.encounter.sign': { label: 'Sign and amend encounters', roles: ['physician'] },
} as const satisfies Permissions;
