import { lazy } from 'react';
import { Navigate, type RouteObject } from 'react-router-dom';

const UsersPage = lazy(async () => ({ default: (await import('./pages/users-page.tsx')).UsersPage }));
const SessionsPage = lazy(async () => ({
  default: (await import('./pages/sessions-page.tsx')).SessionsPage,
}));
const RolesPage = lazy(async () => ({ default: (await import('./pages/roles-page.tsx')).RolesPage }));
const AuditPage = lazy(async () => ({ default: (await import('./pages/audit-page.tsx')).AuditPage }));

export const routes: RouteObject[] = [
  { index: true, element: <Navigate to="users" replace /> },
  { path: 'users', element: <UsersPage /> },
  { path: 'sessions', element: <SessionsPage /> },
  { path: 'roles', element: <RolesPage /> },
  { path: 'audit', element: <AuditPage /> },
];
