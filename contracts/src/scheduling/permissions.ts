import type { Permissions } from '../operation.ts';

const everyone = [
  'practice-administrator',
  'practice-manager',
  'billing-manager',
  'front-desk-coordinator',
  'financial-counselor',
  'physician',
  'nurse',
] as const;

export const schedulingPermissions = {
  'scheduling.appointment.read': { label: 'See the calendar and appointments', roles: everyone },
  'scheduling.appointment.book': {
    label: 'Book, move and cancel appointments',
    roles: ['practice-administrator', 'practice-manager', 'front-desk-coordinator', 'physician', 'nurse'],
  },
  'scheduling.appointment.overbook': {
    label: 'Book outside working time or over another appointment, with a reason',
    roles: ['practice-administrator', 'practice-manager', 'physician'],
  },
  'scheduling.visit.update': {
    label: 'Move visits through the day: arrive, check in, room, check out',
    roles: ['practice-administrator', 'practice-manager', 'front-desk-coordinator', 'physician', 'nurse'],
  },
  'scheduling.visit.override-gate': {
    label: 'Check a patient in although a gate is open, with a reason',
    roles: ['practice-administrator', 'practice-manager', 'front-desk-coordinator'],
  },
  'scheduling.visit.correct': {
    label: 'Mark a visit as entered in error',
    roles: ['practice-administrator', 'practice-manager'],
  },
  'scheduling.schedule.read': {
    label: 'See visit types and provider schedules',
    roles: [...everyone, 'business-analyst'],
  },
  'scheduling.schedule.manage': {
    label: 'Change visit types, provider schedules, time off and closures',
    roles: ['practice-administrator', 'practice-manager'],
  },
} as const satisfies Permissions;
