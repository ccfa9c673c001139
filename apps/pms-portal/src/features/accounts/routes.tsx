import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const AccountsPage = lazy(async () => ({
  default: (await import('./pages/accounts-page.tsx')).AccountsPage,
}));
const AccountPage = lazy(async () => ({ default: (await import('./pages/account-page.tsx')).AccountPage }));
const EntryPage = lazy(async () => ({ default: (await import('./pages/entry-page.tsx')).EntryPage }));
const TrialBalancePage = lazy(async () => ({
  default: (await import('./pages/trial-balance-page.tsx')).TrialBalancePage,
}));
const WriteOffsPage = lazy(async () => ({
  default: (await import('./pages/write-offs-page.tsx')).WriteOffsPage,
}));

export const routes: RouteObject[] = [
  { index: true, element: <AccountsPage /> },
  { path: 'trial-balance', element: <TrialBalancePage /> },
  { path: 'write-offs', element: <WriteOffsPage /> },
  { path: 'entries/:entryId', element: <EntryPage /> },
  { path: ':patientId', element: <AccountPage /> },
];
