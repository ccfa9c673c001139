import { act, render, screen } from '@testing-library/react';
import { UiProvider } from '../ui-provider.tsx';
import { useOnline } from './use-online.ts';

function Line() {
  return <p>{useOnline() ? 'connected' : 'cut off'}</p>;
}

describe('the connection of this computer', () => {
  let onLine = true;
  beforeAll(() => Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => onLine }));

  it('is said to be gone, with what happens to what is saved meanwhile, and to be back', () => {
    render(
      <UiProvider>
        <Line />
      </UiProvider>,
    );
    expect(screen.getByText('connected')).toBeInTheDocument();
    onLine = false;
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.getByText('cut off')).toBeInTheDocument();
    expect(screen.getByText('No connection. What you save is sent when it is back.')).toBeInTheDocument();
    onLine = true;
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.getByText('connected')).toBeInTheDocument();
    expect(screen.getByText('Connected again')).toBeInTheDocument();
  });
});
