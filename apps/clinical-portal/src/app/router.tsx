import {
  featureRoutes,
  NotFound,
  ROUTER_FUTURE,
  RouteError,
  SignedOutPage,
  UnlockedPage,
} from '@spark-den/ui/portal';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router-dom';
import { features } from './features.ts';
import { Portal } from './portal.tsx';

export const createRouter = () => createBrowserRouter(routes, { future: ROUTER_FUTURE });

export const routes: RouteObject[] = [
  { path: '/signed-out', element: <SignedOutPage /> },
  { path: '/unlocked', element: <UnlockedPage /> },
  {
    path: '/',
    element: <Portal />,
    errorElement: <RouteError />,
    children: [
      { index: true, element: <Navigate to="/today" replace /> },
      ...featureRoutes(features),
      { path: '*', element: <NotFound /> },
    ],
  },
];
