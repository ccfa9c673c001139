import { useRef, type KeyboardEvent } from 'react';
import { changed, eventAt } from './geometry.ts';
import type { GridEvent, GridMove, GridPlace, GridScale, Minute } from './types.ts';

/** Where Tab comes to in the grid: an event, or an empty slot of a column. */
export interface GridStop {
  readonly columnId: string;
  /** An event's id, or the minute at which the empty slot begins. */
  readonly at: string | Minute;
}

export interface GridKeysOptions {
  readonly scale: GridScale;
  readonly columnIds: readonly string[];
  readonly eventsOf: (columnId: string) => readonly GridEvent[];
  readonly eventById: (id: string) => GridEvent | undefined;
  readonly stop: GridStop;
  readonly goTo: (stop: GridStop) => void;
  readonly onPreview: (move: GridMove | undefined) => void;
  readonly onDrop: (move: GridMove) => void;
  readonly onOpen: (id: string) => void;
  readonly onCreate: (place: GridPlace) => void;
}

const STEPS: Readonly<Record<string, readonly [columns: number, slots: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * Arrows walk, Enter opens or begins a new visit, Alt+arrows move, Alt+Shift+↑/↓ change the length.
 * A move is shown while Alt is held, done when it is let go, given up with Esc.
 */
export function useGridKeys(options: GridKeysOptions) {
  const pending = useRef<GridMove>();
  const { scale, columnIds, eventsOf, eventById, stop, goTo } = options;

  const preview = (move: GridMove | undefined) => {
    pending.current = move;
    options.onPreview(move);
  };
  const settle = () => {
    const move = pending.current;
    if (!move) return;
    preview(undefined);
    const event = eventById(move.id);
    const differs =
      event && (event.columnId !== move.columnId || event.start !== move.start || event.end !== move.end);
    if (differs) options.onDrop(move);
  };

  const walk = ([columns, slots]: readonly [number, number]) => {
    const event = typeof stop.at === 'string' ? eventById(stop.at) : undefined;
    const columnId = columnIds[columnIds.indexOf(stop.columnId) + columns];
    if (columnId === undefined) return;
    const here = event?.start ?? Number(stop.at);
    if (slots > 0) return goTo(stopFrom(columnId, event?.end ?? here + scale.slotMinutes, 'later'));
    if (slots < 0) return goTo(stopFrom(columnId, (event ? event.start : here) - 1));
    return goTo(stopFrom(columnId, here));
  };
  /** The event at or next after a minute within its slot, else the empty slot itself. */
  const stopFrom = (columnId: string, wanted: Minute, towards: 'earlier' | 'later' = 'earlier'): GridStop => {
    const minute = Math.min(Math.max(wanted, scale.from), scale.to - 1);
    const slot = scale.from + Math.floor((minute - scale.from) / scale.slotMinutes) * scale.slotMinutes;
    const events = eventsOf(columnId);
    const found =
      eventAt(events, minute) ??
      events.find(event => event.start >= minute && event.start < slot + scale.slotMinutes);
    if (found) return { columnId, at: found.id };
    const next = towards === 'later' && slot < minute ? slot + scale.slotMinutes : slot;
    return { columnId, at: Math.min(next, scale.to - scale.slotMinutes) };
  };
  const shift = (event: GridEvent, key: string, resize: boolean) => {
    const step = STEPS[key];
    if (!step || (resize && step[1] === 0)) return;
    const { id, columnId, start, end } = event;
    const from = pending.current?.id === id ? pending.current : { id, columnId, start, end };
    const [columns, slots] = step;
    const target = columnIds[columnIds.indexOf(from.columnId) + columns];
    if (target === undefined) return;
    preview(changed({ ...from, columnId: target }, slots * scale.slotMinutes, resize, scale));
  };

  const onKeyDown = (key: KeyboardEvent) => {
    const element = (key.target as Element).closest<HTMLElement>('[data-event]');
    const event = element ? eventById(element.dataset.event!) : undefined;
    if (key.key === 'Escape' && pending.current) {
      key.preventDefault();
      key.stopPropagation();
      preview(undefined);
    } else if (key.altKey && event && key.key in STEPS) {
      key.preventDefault();
      if (event.movable) shift(event, key.key, key.shiftKey);
    } else if (key.key in STEPS && !key.ctrlKey && !key.metaKey && !key.altKey) {
      key.preventDefault();
      walk(STEPS[key.key]!);
    } else if (key.key === 'Home' || key.key === 'End') {
      key.preventDefault();
      goTo(stopFrom(stop.columnId, key.key === 'Home' ? scale.from : scale.to - 1));
    } else if (key.key === 'Enter' || key.key === ' ') {
      key.preventDefault();
      if (pending.current) settle();
      else if (event) options.onOpen(event.id);
      else if (typeof stop.at === 'number') options.onCreate({ columnId: stop.columnId, start: stop.at });
    }
  };
  const onKeyUp = (key: KeyboardEvent) => {
    if (key.key === 'Alt') settle();
  };
  return { onKeyDown, onKeyUp };
}
