import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const FindPatientPage = lazy(async () => ({
  default: (await import('./pages/find-patient-page.tsx')).FindPatientPage,
}));
const PatientPage = lazy(async () => ({ default: (await import('./pages/patient-page.tsx')).PatientPage }));

export const routes: RouteObject[] = [
  { index: true, element: <FindPatientPage /> },
  { path: ':patientId', element: <PatientPage /> },
];
