import { identityContract } from '@spark-den/contracts/identity/operations';
import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';
import { api } from '../../app/api.ts';

const AccountPage = lazy(async () => ({
  default: (await import('@spark-den/ui/portal/account/account-page')).AccountPage,
}));

export const routes: RouteObject[] = [{ index: true, element: <AccountPage api={api(identityContract)} /> }];
