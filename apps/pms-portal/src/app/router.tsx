import { EmptyState, ErrorState } from '@spark-den/ui';
import { featureRoutes, SignedOutPage, UnlockedPage } from '@spark-den/ui/portal';
import { createBrowserRouter, Link, useRouteError, type RouteObject } from 'react-router-dom';
import { homeRoute } from '../features/home/routes.tsx';
import { features } from './features.ts';
import { Portal } from './portal.tsx';

export function createRouter() {
  return createBrowserRouter(routes, {
    future: {
      v7_relativeSplatPath: true,
      v7_fetcherPersist: true,
      v7_normalizeFormMethod: true,
      v7_partialHydration: true,
      v7_skipActionErrorRevalidation: true,
    },
  });
}

export const routes: RouteObject[] = [
  { path: '/signed-out', element: <SignedOutPage /> },
  { path: '/unlocked', element: <UnlockedPage /> },
  {
    path: '/',
    element: <Portal />,
    errorElement: <RouteError />,
    children: [homeRoute, ...featureRoutes(features), { path: '*', element: <NotFound /> }],
  },
];

function RouteError() {
  return <ErrorState error={useRouteError()} onRetry={() => window.location.reload()} />;
}

function NotFound() {
  return (
    <EmptyState
      kind="no-match"
      title="There is no page at this address"
      action={<Link to="/">Go to the dashboard</Link>}
    >
      The link may be old, or mistyped.
    </EmptyState>
  );
}
