import type { NavGroup } from '@spark-den/ui';

/** The customer's tree, in their words. A leaf shows when its feature is there and the person may open it. */
export const navigation: readonly NavGroup[] = [
  { leaves: [{ label: 'Dashboard', to: '/', end: true }] },
  {
    label: 'Patient Management',
    leaves: [
      { label: 'Patient Registry', to: '/patients', anyOf: ['patients.patient.read'] },
      { label: 'Insurance Management', to: '/insurance', anyOf: ['patients.coverage.read'] },
    ],
  },
  {
    label: 'Scheduling & Appointments',
    leaves: [
      { label: 'Appointment Calendar', to: '/calendar', anyOf: ['scheduling.appointment.read'] },
      { label: 'Provider Schedules', to: '/schedules', anyOf: ['scheduling.schedule.read'] },
    ],
  },
  {
    label: 'Revenue Cycle Management',
    leaves: [
      { label: 'Charge Capture', to: '/charges', anyOf: ['billing.charge.read'] },
      { label: 'Claims Management', to: '/claims', anyOf: ['billing.claim.read'] },
      {
        label: 'Payment Processing',
        to: '/payments',
        anyOf: ['billing.remittance.read', 'billing.payment.collect'],
      },
      { label: 'Denial Management', to: '/denials', anyOf: ['billing.denial.read'] },
      { label: 'Collections', to: '/statements', anyOf: ['billing.statement.read'] },
      { label: 'Financial Reporting', to: '/accounts', anyOf: ['billing.ledger.read'] },
    ],
  },
  {
    label: 'System Administration',
    leaves: [
      { label: 'User Management', to: '/admin/users', anyOf: ['identity.user.read'] },
      {
        label: 'Role & Permissions',
        to: '/admin/roles',
        anyOf: ['identity.role.manage', 'identity.user.read'],
      },
      { label: 'Audit Logs', to: '/admin/audit', anyOf: ['audit.event.read'] },
    ],
  },
];

/** The tree without the leaves whose feature is not part of this build. */
export function reachable(features: readonly { readonly path: string }[]): NavGroup[] {
  const paths = new Set(features.map(feature => feature.path));
  return navigation
    .map(group => ({
      ...group,
      leaves: group.leaves.filter(leaf => leaf.to === '/' || paths.has(leaf.to.split('/')[1] ?? '')),
    }))
    .filter(group => group.leaves.length > 0);
}
