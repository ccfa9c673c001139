import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const DenialsPage = lazy(async () => ({ default: (await import('./pages/denials-page.tsx')).DenialsPage }));
const DenialPage = lazy(async () => ({ default: (await import('./pages/denial-page.tsx')).DenialPage }));

export const routes: RouteObject[] = [
  { index: true, element: <DenialsPage /> },
  { path: ':denialId', element: <DenialPage /> },
];
