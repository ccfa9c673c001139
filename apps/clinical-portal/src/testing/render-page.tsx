import { UiProvider } from '@spark-den/ui';
import { createPortalStore, createQueryClient, TestSession, type PortalSession } from '@spark-den/ui/portal';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { Provider } from 'react-redux';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router-dom';

export const OSEI = '01900000-0000-7000-8002-000000000001';
const PERMISSIONS = [
  'clinical.encounter.read',
  'clinical.encounter.write',
  'clinical.encounter.sign',
  'patients.patient.read',
];

/** Dr. Osei at her screen; a nurse is the same without the right to sign. */
export function physicianSession(without: readonly string[] = []): PortalSession {
  const permissions = PERMISSIONS.filter(permission => !without.includes(permission));
  return {
    user: { id: 'u7', displayName: 'Amara Osei, MD', providerId: OSEI },
    practice: { id: 'p1', name: 'Harbor Point Family Medicine', zone: 'America/Chicago' },
    roles: [{ key: 'physician', name: 'Physician' }],
    permissions,
    portals: ['clinical', 'pms'],
    permissionSet: new Set(permissions),
    can: permission => permissions.includes(permission),
    lock: () => undefined,
    signOut: async () => undefined,
  };
}

/** Shows routes at an address, as the portal would. */
export function renderAt(address: string, routes: RouteObject[], session = physicianSession()) {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const view = render(
    <Provider store={createPortalStore()}>
      <QueryClientProvider client={createQueryClient()}>
        <UiProvider>
          <TestSession session={session}>
            <RouterProvider router={router} future={{ v7_startTransition: true }} />
          </TestSession>
        </UiProvider>
      </QueryClientProvider>
    </Provider>,
  );
  return { ...view, router };
}
