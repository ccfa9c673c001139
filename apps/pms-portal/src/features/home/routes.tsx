import { FeatureBoundary } from '@spark-den/ui/portal';
import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const HomePage = lazy(async () => ({ default: (await import('./pages/home-page.tsx')).HomePage }));

/** The dashboard, at the root of the portal. */
export const homeRoute: RouteObject = {
  index: true,
  element: (
    <FeatureBoundary>
      <HomePage />
    </FeatureBoundary>
  ),
};
