import type { Permissions } from '@spark-den/contracts/operation';

const FRONT_OFFICE = [
  'practice-administrator',
  'practice-manager',
  'front-desk-coordinator',
  'financial-counselor',
] as const;

export const permissions = {
  'patients.patient.read': {
    label: 'Find patients and see their records',
    roles: [...FRONT_OFFICE, 'billing-manager', 'physician', 'nurse'],
  },
  'patients.patient.register': { label: 'Register patients', roles: [...FRONT_OFFICE] },
  'patients.patient.update': {
    label: 'Change demographics, contacts, preferences and consents',
    roles: [...FRONT_OFFICE, 'billing-manager'],
  },
  'patients.patient.merge': {
    label: 'Merge duplicate records and undo a merge',
    roles: ['practice-administrator', 'practice-manager'],
  },
  'patients.restricted.access': {
    label: 'See restricted charts, restrict a chart and lift it',
    roles: ['practice-administrator', 'physician'],
  },
  'patients.ssn.reveal': {
    label: 'See a whole Social Security number',
    roles: ['practice-administrator', 'practice-manager', 'billing-manager'],
  },
  'patients.coverage.read': {
    label: 'See insurance and eligibility',
    roles: [...FRONT_OFFICE, 'billing-manager', 'physician', 'nurse'],
  },
  'patients.coverage.update': {
    label: 'Add, change and end insurance',
    roles: [...FRONT_OFFICE, 'billing-manager'],
  },
  'patients.eligibility.check': {
    label: 'Ask payers for eligibility',
    roles: [...FRONT_OFFICE, 'billing-manager'],
  },
} as const satisfies Permissions;
