import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jest } from '@jest/globals';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { renderUi } from '../test-support.tsx';
import { ScheduleGrid, type GridEvent, type GridMove, type ScheduleGridProps } from './schedule-grid.tsx';

const columns = [
  { id: 'osei', title: 'Amara Osei, MD', subtitle: 'Lakeside Clinic' },
  { id: 'reyes', title: 'Daniel Reyes, MD' },
];
const visit = (id: string, columnId: string, start: number, title: string): GridEvent => ({
  id,
  columnId,
  start,
  end: start + 30,
  title,
  detail: 'Follow-up',
  color: 'teal',
  tone: 'neutral',
  status: 'Booked',
  look: 'plain',
  movable: true,
});
const visits = [visit('a', 'osei', 540, 'Lee, Ann'), visit('b', 'osei', 600, 'Okafor, Peter')];
const label = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

function setUp(more: Partial<ScheduleGridProps> = {}) {
  const spies = {
    onMove: jest.fn<(move: GridMove) => void>(),
    onOpen: jest.fn<(id: string) => void>(),
    onCreate: jest.fn<ScheduleGridProps['onCreate']>(),
  };
  function Day() {
    const [events, setEvents] = useState<readonly GridEvent[]>(visits);
    const move = (to: GridMove) => {
      spies.onMove(to);
      setEvents(before => before.map(event => (event.id === to.id ? { ...event, ...to } : event)));
    };
    return (
      <ScheduleGrid
        label="Day by provider"
        columns={columns}
        events={events}
        blocks={[{ columnId: 'osei', start: 480, end: 720, kind: 'open' }]}
        from={450}
        to={900}
        timeLabel={label}
        judge={({ columnId }) => (columnId === 'reyes' ? 'The provider does not work then.' : undefined)}
        {...spies}
        onMove={move}
        {...more}
      />
    );
  }
  return { ...renderUi(<Day />), ...spies };
}
const lee = () => screen.getByRole('button', { name: /Lee, Ann/ });

describe('ScheduleGrid', () => {
  it('NAV-07 (narrow: the component) names each visit by what is seen: time, name, status, kind', async () => {
    const { container } = setUp();
    expect(lee()).toHaveTextContent('9:00 Lee, Ann Booked · Follow-up');
    expect(screen.getByRole('group', { name: /Amara Osei, MD/ })).toContainElement(lee());
    expect((await axe(container)).violations).toEqual([]);
  });

  it('NAV-07 is walked by arrows with one stop for Tab; Enter opens a visit or begins a new one', async () => {
    const { onOpen, onCreate } = setUp();
    await userEvent.tab();
    expect(document.activeElement).toHaveTextContent('8:00, new');
    await userEvent.keyboard('{Enter}');
    expect(onCreate).toHaveBeenCalledWith({ columnId: 'osei', start: 480 });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(lee());
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith('a');
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveTextContent('9:30, new');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.closest('[data-column]')).toHaveAttribute('data-column', 'reyes');
    expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('NAV-07 Alt+arrows show a move with its conflict; letting Alt go does it, Esc gives it up', async () => {
    const { onMove } = setUp();
    lee().focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}');
    expect(screen.getByRole('status')).toHaveTextContent(
      '9:00 to 9:30, Daniel Reyes, MD. The provider does not work then.',
    );
    expect(document.querySelector('.sd-grid-ghost')).toHaveAttribute('data-problem', 'true');
    await userEvent.keyboard('{Escape}{/Alt}');
    expect(onMove).not.toHaveBeenCalled();
    await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
    expect(screen.getByRole('status')).toHaveTextContent('9:30 to 10:00, Amara Osei, MD. Fits.');
    expect(onMove).toHaveBeenCalledWith({ id: 'a', columnId: 'osei', start: 570, end: 600 });
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(onMove).toHaveBeenLastCalledWith({ id: 'a', columnId: 'osei', start: 570, end: 615 });
  });

  it('NAV-07 a drag begins after five pixels and Esc gives it up; without a drag it is a click', () => {
    const { onMove, onOpen } = setUp();
    const point = (target: Element | Window, type: string, clientY: number) =>
      fireEvent(
        target,
        Object.assign(new MouseEvent(type, { bubbles: true, button: 0, clientX: 100, clientY }), {
          pointerType: 'mouse',
        }),
      );
    point(lee(), 'pointerdown', 200);
    point(window, 'pointermove', 203);
    expect(document.querySelector('.sd-grid-ghost')).toBeNull();
    point(window, 'pointermove', 260);
    expect(document.querySelector('.sd-grid-ghost')).not.toBeNull();
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(document.querySelector('.sd-grid-ghost')).toBeNull();
    point(window, 'pointerup', 260);
    expect(onMove).not.toHaveBeenCalled();
    point(lee(), 'pointerdown', 200);
    point(window, 'pointerup', 200);
    fireEvent.click(lee());
    expect(onOpen).toHaveBeenCalledWith('a');
  });

  it('draws only the columns again that a move touches', async () => {
    setUp();
    const other = screen.getByRole('button', { name: /Okafor/ });
    const reyes = document.querySelector('[data-column="reyes"]')!;
    const drawn: MutationRecord[] = [];
    const observer = new MutationObserver(records => drawn.push(...records));
    observer.observe(reyes, { childList: true, subtree: true, attributes: true });
    lee().focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    drawn.push(...observer.takeRecords());
    observer.disconnect();
    expect(drawn).toEqual([]);
    expect(screen.getByRole('button', { name: /Okafor/ })).toBe(other);
  });

  it('draws at once what a window can show, and the columns out of sight right after', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ id: `c${index}`, title: `Room ${index}` }));
    setUp({
      columns: many,
      events: [visit('near', 'c0', 540, 'Near, Nora'), visit('far', 'c19', 540, 'Far, Frank')],
    });
    expect(screen.getByRole('button', { name: /Near, Nora/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Far, Frank/ })).toBeNull();
    expect(await screen.findByRole('button', { name: /Far, Frank/ })).toBeInTheDocument();
  });

  it('a visit that has begun is not moved', async () => {
    const { onMove } = setUp({ events: visits.map(event => ({ ...event, movable: false })) });
    lee().focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(onMove).not.toHaveBeenCalled();
  });
});
