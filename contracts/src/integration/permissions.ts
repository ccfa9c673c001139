import type { Permissions } from '../operation.ts';

export const integrationPermissions = {
  'integration.file.read': {
    label: 'See and open files exchanged with payers',
    roles: ['practice-manager', 'billing-manager'],
  },
  'integration.file.replay': {
    label: 'Read a held file again',
    roles: ['billing-manager'],
  },
  'integration.mailbox.poll': {
    label: 'Send and fetch files now, before their turn',
    roles: ['billing-manager'],
  },
  'integration.file.import': {
    label: 'Take in a file by hand',
    roles: ['billing-manager'],
  },
} as const satisfies Permissions;
