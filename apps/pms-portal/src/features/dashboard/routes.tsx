import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const MetricRowsPage = lazy(async () => ({
  default: (await import('./pages/metric-rows-page.tsx')).MetricRowsPage,
}));

export const routes: RouteObject[] = [{ path: ':metric', element: <MetricRowsPage /> }];
