import { UiProvider } from '@spark-den/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Provider } from 'react-redux';
import { RouterProvider } from 'react-router-dom';
import { createQueryClient } from './query-client.ts';
import { createRouter } from './router.tsx';
import { createStore } from './store.ts';

/** The portal: providers around the router. */
export function App() {
  const [parts] = useState(() => ({
    store: createStore(),
    client: createQueryClient(),
    router: createRouter(),
  }));
  return (
    <Provider store={parts.store}>
      <QueryClientProvider client={parts.client}>
        <UiProvider>
          <RouterProvider router={parts.router} future={{ v7_startTransition: true }} />
        </UiProvider>
      </QueryClientProvider>
    </Provider>
  );
}
