import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Provider } from 'react-redux';
import { RouterProvider, type RouterProviderProps } from 'react-router-dom';
import { UiProvider } from '../ui-provider.tsx';
import { createQueryClient } from './query-client.ts';
import { createPortalStore } from './store.ts';

/** The providers of a portal around its router. */
export function PortalApp({ router }: Pick<RouterProviderProps, 'router'>) {
  const [store] = useState(createPortalStore);
  const [client] = useState(createQueryClient);
  return (
    <Provider store={store}>
      <QueryClientProvider client={client}>
        <UiProvider>
          <RouterProvider router={router} future={{ v7_startTransition: true }} />
        </UiProvider>
      </QueryClientProvider>
    </Provider>
  );
}

/** Behaviour of the router's next major version, so that moving to it changes nothing. */
export const ROUTER_FUTURE = {
  v7_relativeSplatPath: true,
  v7_fetcherPersist: true,
  v7_normalizeFormMethod: true,
  v7_partialHydration: true,
  v7_skipActionErrorRevalidation: true,
} as const;
