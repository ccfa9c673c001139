import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const SchedulesPage = lazy(async () => ({
  default: (await import('./pages/schedules-page.tsx')).SchedulesPage,
}));

export const routes: RouteObject[] = [{ index: true, element: <SchedulesPage /> }];
