import './schedule-grid.css';
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type MouseEvent,
} from 'react';
import { heightOf, snap, topOf } from './geometry.ts';
import { GridColumnView } from './grid-column.tsx';
import { NowLine } from './now-line.tsx';
import type { GridBlock, GridColumn, GridEvent, GridMove, GridPlace, GridScale, Minute } from './types.ts';
import { useGridDrag } from './use-grid-drag.ts';
import { useGridKeys, type GridStop } from './use-grid-keys.ts';
import { useGrouped } from './use-grouped.ts';
import { useInSightFirst } from './use-in-sight-first.ts';

export type { GridBlock, GridColor, GridColumn, GridEvent, GridMove, GridPlace, Minute } from './types.ts';

export interface ScheduleGridProps {
  /** Names the calendar for a screen reader. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** Keep the object of an event that has not changed: then its column is not drawn again. */
  readonly events: readonly GridEvent[];
  readonly blocks: readonly GridBlock[];
  readonly from: Minute;
  readonly to: Minute;
  readonly slotMinutes?: number;
  readonly slotHeight?: number;
  readonly snapMinutes?: number;
  /** Minute of the line that shows the time; left out on other days. */
  readonly now?: Minute;
  readonly selectedId?: string;
  readonly timeLabel: (minute: Minute) => string;
  /** Why a move would not fit, or `undefined`; asked on every step, so it must not ask the server. */
  readonly judge: (move: GridMove) => string | undefined;
  readonly onMove: (move: GridMove) => void;
  readonly onOpen: (id: string) => void;
  readonly onCreate: (place: GridPlace) => void;
}

const GUTTER = 56;
const HEADER = 44;

/**
 * The day of many providers, rooms or machines, side by side. Events are dragged, resized and moved by
 * keyboard; a conflict is shown before the drop.
 */
export function ScheduleGrid(props: ScheduleGridProps) {
  const { columns, events, blocks, from, to, timeLabel, now, selectedId } = props;
  const { slotMinutes = 15, slotHeight = 24, snapMinutes = 5 } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const scale = useMemo<GridScale>(
    () => ({ from, to, slotMinutes, slotHeight, snapMinutes }),
    [from, to, slotMinutes, slotHeight, snapMinutes],
  );
  const drawnUntil = useInSightFirst(scale, columns.length);
  const byId = useMemo(() => new Map(events.map(event => [event.id, event])), [events]);
  const eventsOf = useGrouped(events);
  const blocksOf = useGrouped(blocks);
  const columnIds = useMemo(() => columns.map(column => column.id), [columns]);
  const eventById = (id: string) => byId.get(id);
  const [preview, setPreview] = useState<GridMove>();
  const [message, setMessage] = useState('');
  const [chosenStop, setStop] = useState<GridStop>();
  const wantsFocus = useRef(false);

  const known = (stop: GridStop) =>
    columnIds.includes(stop.columnId) &&
    (typeof stop.at === 'number' || byId.get(stop.at)?.columnId === stop.columnId);
  const stop: GridStop =
    chosenStop && known(chosenStop)
      ? chosenStop
      : { columnId: columnIds[0] ?? '', at: openingMinute(blocks, scale) };

  const goTo = (next: GridStop) => {
    wantsFocus.current = true;
    setStop(next);
  };
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"][data-event], [data-cursor]')?.focus();
  }, [stop.columnId, stop.at]);

  const judge = useCallback((move: GridMove) => latest.current.judge(move), []);
  const show = useCallback(
    (move: GridMove | undefined) => {
      setPreview(move);
      if (!move) return;
      const { columns: all, timeLabel: label } = latest.current;
      const title = all.find(column => column.id === move.columnId)?.title ?? '';
      const problem = judge(move);
      setMessage(`${label(move.start)} to ${label(move.end)}, ${title}. ${problem ?? 'Fits.'}`);
    },
    [judge],
  );
  const drop = useCallback((move: GridMove) => {
    setStop({ columnId: move.columnId, at: move.id });
    latest.current.onMove(move);
  }, []);

  const drag = useGridDrag({
    scroller,
    scale,
    columnIds,
    eventById,
    onPreview: show,
    onDrop: drop,
    gutterWidth: GUTTER,
    headerHeight: HEADER,
  });
  const keys = useGridKeys({
    scale,
    columnIds,
    eventsOf,
    eventById,
    stop,
    goTo,
    onPreview: show,
    onDrop: drop,
    onOpen: props.onOpen,
    onCreate: props.onCreate,
  });

  const onClick = (click: MouseEvent) => {
    if (drag.takeClick()) return;
    const target = click.target as Element;
    const columnId = target.closest<HTMLElement>('[data-column]')?.dataset.column;
    const id = target.closest<HTMLElement>('[data-event]')?.dataset.event;
    if (!columnId) return;
    if (id) {
      setStop({ columnId, at: id });
      props.onOpen(id);
      return;
    }
    const column = target.closest<HTMLElement>('[data-column]')!;
    const minute = from + ((click.clientY - column.getBoundingClientRect().top) / slotHeight) * slotMinutes;
    const start = snap(minute - slotMinutes / 2, slotMinutes);
    setStop({ columnId, at: start });
    props.onCreate({ columnId, start });
  };

  const moving = preview && byId.get(preview.id);
  const problem = preview && props.judge(preview);
  const ghost = useMemo(
    () => (preview ? { ...preview, title: moving?.title ?? '', problem } : undefined),
    [preview, moving?.title, problem],
  );
  const style = {
    '--columns': columns.length,
    '--slot': `${slotHeight}px`,
    '--hour': `${(slotHeight * 60) / slotMinutes}px`,
    '--hour-offset': `${topOf(scale, Math.ceil(from / 60) * 60)}px`,
    '--height': `${heightOf(scale)}px`,
  } as CSSProperties;

  return (
    <div className="sd-schedule" style={style}>
      <div
        ref={scroller}
        className="sd-schedule__scroller"
        role="region"
        aria-label={props.label}
        aria-describedby={`${gridId}-help`}
      >
        <div
          role="presentation"
          className="sd-schedule__canvas"
          onPointerDown={drag.onPointerDown}
          onClick={onClick}
          onKeyDown={keys.onKeyDown}
          onKeyUp={keys.onKeyUp}
        >
          <div className="sd-schedule__corner" />
          {columns.map(column => (
            <div key={column.id} className="sd-schedule__head" id={`${gridId}-${column.id}`}>
              <b>{column.title}</b>
              {column.subtitle && <span>{column.subtitle}</span>}
            </div>
          ))}
          <div className="sd-schedule__gutter" aria-hidden="true">
            {hoursOf(scale).map(minute => (
              <span key={minute} style={{ top: topOf(scale, minute) }}>
                {timeLabel(minute).replace(':00', '')}
              </span>
            ))}
          </div>
          {columns.map((column, index) => (
            <GridColumnView
              key={column.id}
              column={column}
              titleId={`${gridId}-${column.id}`}
              events={eventsOf(column.id)}
              blocks={blocksOf(column.id)}
              scale={scale}
              until={drawnUntil(index)}
              ghost={ghost?.columnId === column.id ? ghost : undefined}
              movingId={moving?.columnId === column.id ? moving.id : undefined}
              selectedId={selectedId && byId.get(selectedId)?.columnId === column.id ? selectedId : undefined}
              stop={stop.columnId === column.id ? stop.at : undefined}
              timeLabel={timeLabel}
            />
          ))}
          {now !== undefined && (
            <div className="sd-schedule__now">
              <NowLine now={now} scale={scale} />
            </div>
          )}
        </div>
      </div>
      <p id={`${gridId}-help`} className="sd-visually-hidden">
        Arrows walk, Enter opens a visit or begins a new one, Alt with arrows moves a visit, Alt with Shift
        and up or down changes its length, Escape gives up.
      </p>
      <div className="sd-visually-hidden" role="status" aria-live="polite">
        {message}
      </div>
    </div>
  );
}

/** Where the day begins to be worked, so that the first Tab lands somewhere useful. */
function openingMinute(blocks: readonly GridBlock[], scale: GridScale): Minute {
  const opens = blocks.filter(block => block.kind === 'open').map(block => block.start);
  const first = opens.length > 0 ? Math.min(...opens) : scale.from;
  return Math.max(scale.from, Math.min(first, scale.to - scale.slotMinutes));
}

function hoursOf(scale: GridScale): Minute[] {
  const first = Math.ceil(scale.from / 60) * 60;
  return Array.from(
    { length: Math.max(0, Math.floor((scale.to - first) / 60)) + 1 },
    (_, index) => first + index * 60,
  ).filter(minute => minute < scale.to);
}
