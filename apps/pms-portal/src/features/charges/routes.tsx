import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const ChargesPage = lazy(async () => ({ default: (await import('./pages/charges-page.tsx')).ChargesPage }));
const NewChargePage = lazy(async () => ({
  default: (await import('./pages/new-charge-page.tsx')).NewChargePage,
}));
const ChargePage = lazy(async () => ({ default: (await import('./pages/charge-page.tsx')).ChargePage }));

export const routes: RouteObject[] = [
  { index: true, element: <ChargesPage /> },
  { path: 'new', element: <NewChargePage /> },
  { path: ':chargeId', element: <ChargePage /> },
];
