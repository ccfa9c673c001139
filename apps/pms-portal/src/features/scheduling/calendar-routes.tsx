import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const CalendarPage = lazy(async () => ({
  default: (await import('./pages/calendar-page.tsx')).CalendarPage,
}));
const FlowPage = lazy(async () => ({ default: (await import('./pages/flow-page.tsx')).FlowPage }));

export const routes: RouteObject[] = [
  { index: true, element: <CalendarPage /> },
  { path: 'flow', element: <FlowPage /> },
];
