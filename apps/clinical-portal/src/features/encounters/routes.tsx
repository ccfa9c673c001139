import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const EncounterPage = lazy(async () => ({
  default: (await import('./pages/encounter-page.tsx')).EncounterPage,
}));

export const routes: RouteObject[] = [{ path: ':encounterId', element: <EncounterPage /> }];
