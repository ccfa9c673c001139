import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jest } from '@jest/globals';
import { CommandPalette } from './command-palette.tsx';
import { renderUi } from './test-support.tsx';

beforeAll(() => {
  // jsdom lays nothing out; the palette scrolls and measures its list
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
});

describe('the command palette', () => {
  it('DASH-05 (narrow: no reports) starts an action by typing a part of it and Enter', async () => {
    const run = jest.fn();
    const onClose = jest.fn();
    renderUi(
      <CommandPalette
        open
        onClose={onClose}
        commands={[
          { id: '1', label: 'Register new patient', group: 'Actions', run },
          { id: '2', label: 'Claims Management', group: 'Go to', run: () => undefined },
        ]}
      />,
    );
    expect(screen.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('regis{Enter}');
    expect(run).toHaveBeenCalledTimes(1);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('finds people while typing, beside what it knows', async () => {
    const search = jest.fn(async () => [
      { id: 'p1', label: 'Elmsley, Ursula', group: 'Patients', detail: '09/09/1998', run: () => undefined },
    ]);
    renderUi(<CommandPalette open onClose={() => undefined} commands={[]} search={search} />);
    await userEvent.keyboard('el');
    expect(await screen.findByRole('option', { name: /Elmsley, Ursula/ })).toBeInTheDocument();
    expect(search).toHaveBeenCalledTimes(1);
  });

  it('opens with Enter whom it found, although the answer came after the last key', async () => {
    const run = jest.fn();
    const person = (id: string, label: string) => ({ id, label, group: 'Patients', run: () => run(id) });
    const search = async () => [person('p1', 'Elmsley, Ursula'), person('p2', 'Elmsley, Bernard')];
    renderUi(
      <CommandPalette
        open
        onClose={() => undefined}
        commands={[{ id: '1', label: 'Claims Management', group: 'Go to', run: () => run('claims') }]}
        search={search}
      />,
    );
    await userEvent.keyboard('elms');
    const hit = await screen.findByRole('option', { name: /Elmsley, Ursula/ });
    expect(hit).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(run.mock.calls).toEqual([['p2']]);
  });
});
