import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const ClaimsPage = lazy(async () => ({ default: (await import('./pages/claims-page.tsx')).ClaimsPage }));
const ClaimPage = lazy(async () => ({ default: (await import('./pages/claim-page.tsx')).ClaimPage }));
const BatchesPage = lazy(async () => ({ default: (await import('./pages/batches-page.tsx')).BatchesPage }));
const FilesPage = lazy(async () => ({ default: (await import('./pages/files-page.tsx')).FilesPage }));

export const routes: RouteObject[] = [
  { index: true, element: <ClaimsPage /> },
  { path: 'batches', element: <BatchesPage /> },
  { path: 'files', element: <FilesPage /> },
  { path: ':claimId', element: <ClaimPage /> },
];
