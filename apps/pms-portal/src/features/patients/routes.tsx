import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';
import { recordTabs } from './record-tabs.tsx';

const RegistryPage = lazy(async () => ({
  default: (await import('./pages/registry-page.tsx')).RegistryPage,
}));
const StartRegistration = lazy(async () => ({
  default: (await import('./pages/registration-page.tsx')).StartRegistration,
}));
const RegistrationPage = lazy(async () => ({
  default: (await import('./pages/registration-page.tsx')).RegistrationPage,
}));
const DuplicatesPage = lazy(async () => ({
  default: (await import('./pages/duplicates-page.tsx')).DuplicatesPage,
}));
const RecordPage = lazy(async () => ({ default: (await import('./pages/record-page.tsx')).RecordPage }));

export const routes: RouteObject[] = [
  { index: true, element: <RegistryPage /> },
  { path: 'new', element: <StartRegistration /> },
  { path: 'new/:draftId/:step', element: <RegistrationPage /> },
  { path: 'duplicates', element: <DuplicatesPage /> },
  {
    path: ':patientId',
    element: <RecordPage />,
    children: recordTabs.map(({ path, element }) =>
      path === '' ? { index: true, element } : { path, element },
    ),
  },
];
