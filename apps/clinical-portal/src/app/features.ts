import type { Feature } from '@spark-den/ui/portal';

/** The features of the portal, one line each: the first part of the address and where its routes are. */
export const features: readonly Feature[] = [
  { path: 'today', load: () => import('../features/today/routes.tsx') },
  { path: 'encounters', load: () => import('../features/encounters/routes.tsx') },
  { path: 'patients', load: () => import('../features/patients/routes.tsx') },
  { path: 'account', load: () => import('../features/account/routes.tsx') },
];
