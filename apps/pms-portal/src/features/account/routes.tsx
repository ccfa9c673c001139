import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

const AccountPage = lazy(async () => ({ default: (await import('./pages/account-page.tsx')).AccountPage }));

export const routes: RouteObject[] = [{ index: true, element: <AccountPage /> }];
