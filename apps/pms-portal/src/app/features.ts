import type { Feature } from '@spark-den/ui/portal';

/** The features of the portal, one line each: the first part of the address and where its routes are. */
export const features: readonly Feature[] = [
  { path: 'patients', load: () => import('../features/patients/routes.tsx') },
  { path: 'calendar', load: () => import('../features/scheduling/calendar-routes.tsx') },
  { path: 'schedules', load: () => import('../features/scheduling/schedules-routes.tsx') },
  { path: 'charges', load: () => import('../features/charges/routes.tsx') },
  { path: 'claims', load: () => import('../features/claims/routes.tsx') },
  { path: 'payments', load: () => import('../features/payments/routes.tsx') },
  { path: 'denials', load: () => import('../features/denials/routes.tsx') },
  { path: 'statements', load: () => import('../features/statements/routes.tsx') },
  { path: 'accounts', load: () => import('../features/accounts/routes.tsx') },
  { path: 'admin', load: () => import('../features/admin/routes.tsx') },
  { path: 'dashboard', load: () => import('../features/dashboard/routes.tsx') },
  { path: 'account', load: () => import('../features/account/routes.tsx') },
];
