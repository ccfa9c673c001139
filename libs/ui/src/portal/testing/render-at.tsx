import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { Provider } from 'react-redux';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router-dom';
import { UiProvider } from '../../ui-provider.tsx';
import { createQueryClient } from '../query-client.ts';
import { TestSession, type PortalSession } from '../session-provider.tsx';
import { createPortalStore } from '../store.ts';

/** Who is signed in, unless a test says otherwise. */
export const USER = '01900000-0000-7000-8ffd-000000000001';

/** A signed-in person of the demo practice with just these permissions. */
export function sessionOf(
  permissions: readonly string[],
  user: Partial<PortalSession['user']> = {},
): PortalSession {
  return {
    user: { id: USER, displayName: 'Dana Whitfield', providerId: null, ...user },
    practice: { id: 'p1', name: 'Harbor Point Family Medicine', zone: 'America/Chicago' },
    roles: [],
    permissions,
    portals: ['clinical', 'pms'],
    permissionSet: new Set(permissions),
    can: permission => permissions.includes(permission),
    lock: () => undefined,
    signOut: async () => undefined,
  };
}

/** Shows routes at an address, as a portal would. */
export function renderAt(address: string, routes: RouteObject[], session: PortalSession) {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const view = render(
    <Provider store={createPortalStore()}>
      <QueryClientProvider client={createQueryClient()}>
        <UiProvider>
          <TestSession session={session}>
            <main>
              <RouterProvider router={router} future={{ v7_startTransition: true }} />
            </main>
          </TestSession>
        </UiProvider>
      </QueryClientProvider>
    </Provider>,
  );
  return { ...view, router };
}
