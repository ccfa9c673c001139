import type { Permissions } from '../operation.ts';

export const identityPermissions = {
  'identity.user.read': {
    label: 'See users, their roles and their sessions',
    roles: ['practice-administrator', 'practice-manager'],
  },
  'identity.user.manage': {
    label: 'Create, disable and reset users and assign roles',
    roles: ['practice-administrator'],
  },
  'identity.role.manage': {
    label: 'Change what roles may do and the sign-in policy',
    roles: ['practice-administrator'],
  },
  'identity.session.revoke': {
    label: 'End the sessions of other people',
    roles: ['practice-administrator'],
  },
} as const satisfies Permissions;
