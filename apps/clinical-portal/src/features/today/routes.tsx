import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const TodayPage = lazy(async () => ({ default: (await import('./pages/today-page.tsx')).TodayPage }));

export const routes: RouteObject[] = [{ index: true, element: <TodayPage /> }];
