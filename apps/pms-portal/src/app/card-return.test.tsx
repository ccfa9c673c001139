import { UiProvider } from '@spark-den/ui';
import { render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { useCardReturn } from './card-return.ts';

function Desk() {
  useCardReturn();
  return <output>{useLocation().search}</output>;
}

it('says how the page of the card processor ended, and takes it out of the address', async () => {
  render(
    <UiProvider>
      <MemoryRouter initialEntries={['/calendar/flow?date=2026-11-20&card=done']}>
        <Desk />
      </MemoryRouter>
    </UiProvider>,
  );
  expect(await screen.findByText(/The card payment is made/)).toBeInTheDocument();
  expect(screen.getByText('?date=2026-11-20')).toBeInTheDocument();
});
