import '@spark-den/ui/styles.css';
import { UiProvider } from '@spark-den/ui';
import {
  ScheduleGrid,
  type GridBlock,
  type GridColumn,
  type GridEvent,
} from '@spark-den/ui/schedule-grid/schedule-grid';
import { useEffect, useState } from 'react';
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
    <div style={{ height: '100vh', display: 'flex' }}>
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
    </div>
  );
}

/** Mounts the calendar anew and moves one appointment ten times; milliseconds of each. */
async function run(): Promise<{ mount: number; moves: number[] }> {
  const host = document.getElementById('root');
  if (!host) throw new Error('no root');
  const root = createRoot(host);
  const begin = performance.now();
  root.render(
    <UiProvider>
      <Calendar />
    </UiProvider>,
  );
  while (host.querySelectorAll('[data-event]').length < APPOINTMENTS) await painted();
  const mount = (await painted()) - begin;
  const moves: number[] = [];
  for (let step = 0; step < 10; step += 1) {
    await painted();
    const at = performance.now();
    moveOne(step);
    moves.push((await painted()) - at);
  }
  root.unmount();
  return { mount, moves };
}

(window as unknown as { runBench: typeof run }).runBench = run;
