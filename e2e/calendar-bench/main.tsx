import '@spark-den/ui/styles.css';
import { UiProvider } from '@spark-den/ui';
import {
  ScheduleGrid,
  type GridBlock,
  type GridColumn,
  type GridEvent,
} from '@spark-den/ui/schedule-grid/schedule-grid';
import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** The case of UI.md: 20 providers × 60 slots of 15 minutes from 07:00, 600 appointments, some of them overlapping. */
const PROVIDERS = 20;
const SLOTS = 60;
const APPOINTMENTS = 600;
const MOVED = 37;
const FROM = 7 * 60;
const COLORS = ['teal', 'blue', 'violet', 'amber', 'rose', 'slate'] as const;
const TONES = ['neutral', 'info', 'progress', 'success', 'warning'] as const;

const columns: GridColumn[] = Array.from({ length: PROVIDERS }, (_, index) => ({
  id: `p${index}`,
  title: `Provider ${index + 1}`,
  subtitle: 'Lakeside Clinic',
}));
const blocks: GridBlock[] = columns.flatMap(({ id }) => [
  { columnId: id, start: 8 * 60, end: 12 * 60, kind: 'open' as const },
  { columnId: id, start: 13 * 60, end: 21 * 60, kind: 'open' as const },
]);
const perColumn = APPOINTMENTS / PROVIDERS;
const initial: GridEvent[] = Array.from({ length: APPOINTMENTS }, (_, index) => {
  const inColumn = index % perColumn;
  const start = FROM + Math.floor((inColumn * SLOTS) / perColumn) * 15;
  return {
    id: `a${index}`,
    columnId: `p${Math.floor(index / perColumn)}`,
    start,
    end: start + (index % 7 === 0 ? 45 : 30),
    title: `Patient ${index}, Test`,
    detail: 'Follow-up',
    color: COLORS[index % COLORS.length] ?? 'slate',
    tone: TONES[index % TONES.length] ?? 'neutral',
    status: 'Booked',
    look: 'plain',
    movable: true,
  };
});

const label = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const nothing = () => undefined;

/** Resolves when what was just changed has been painted. */
function painted(): Promise<number> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(undefined);
    });
  });
}

let moveOne: (step: number) => void = nothing;

function Calendar() {
  const [events, setEvents] = useState(initial);
  useEffect(() => {
    moveOne = step =>
      setEvents(before =>
        before.map((event, index) =>
          index === MOVED
            ? {
                ...event,
                columnId: `p${(step + 2) % PROVIDERS}`,
                start: event.start + 15,
                end: event.end + 15,
              }
            : event,
        ),
      );
  }, []);
  return (
    <ScheduleGrid
      label="Day by provider"
      columns={columns}
      events={events}
      blocks={blocks}
      from={FROM}
      to={FROM + SLOTS * 15}
      timeLabel={label}
      judge={nothing}
      onMove={nothing}
      onOpen={nothing}
      onCreate={nothing}
    />
  );
}

const host = document.getElementById('root') ?? document.body;
const root = createRoot(host);
const show = (content?: ReactNode) =>
  flushSync(() =>
    root.render(
      <UiProvider>
        <div style={{ height: '100vh', display: 'flex' }}>{content}</div>
      </UiProvider>,
    ),
  );

/** Milliseconds until something that is done at once has been painted. */
async function timed(action: () => void): Promise<number> {
  await painted();
  const begin = performance.now();
  action();
  return (await painted()) - begin;
}

/** What the bench calls: a portal that stands with its font, the calendar opened in it, a drop. */
const calendarBench = {
  async prepare() {
    show();
    await document.fonts.load("13px 'Inter Variable'");
    await painted();
  },
  async mount() {
    return timed(() => show(<Calendar />));
  },
  /** Milliseconds from the first paint until all appointments, those out of sight too, are there. */
  async fill() {
    const begin = performance.now();
    while (host.querySelectorAll('[data-event]').length < APPOINTMENTS) await painted();
    return performance.now() - begin;
  },
  // a drop is a pointer's event, which React answers at once
  move: (step: number) => timed(() => flushSync(() => moveOne(step))),
};
export type CalendarBench = typeof calendarBench;

(window as unknown as { calendarBench: CalendarBench }).calendarBench = calendarBench;
