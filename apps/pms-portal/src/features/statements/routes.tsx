import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const StatementsPage = lazy(async () => ({
  default: (await import('./pages/statements-page.tsx')).StatementsPage,
}));

export const routes: RouteObject[] = [{ index: true, element: <StatementsPage /> }];
