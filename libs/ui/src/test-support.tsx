import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { UiProvider } from './ui-provider.tsx';

/** Renders a component as a portal would: themed, with toasts and a router. */
export function renderUi(element: ReactElement, at = '/'): RenderResult {
  return render(
    <MemoryRouter initialEntries={[at]} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <UiProvider>{element}</UiProvider>
    </MemoryRouter>,
  );
}
