import { memo, useMemo } from 'react';
import { topOf } from './geometry.ts';
import { lanesOf } from './lanes.ts';
import type { Ghost, GridBlock, GridColumn, GridEvent, GridScale, Minute } from './types.ts';

export interface GridColumnProps {
  readonly column: GridColumn;
  readonly titleId: string;
  readonly events: readonly GridEvent[];
  readonly blocks: readonly GridBlock[];
  readonly scale: GridScale;
  readonly ghost: Ghost | undefined;
  /** The event that is being moved, if it is one of this column. */
  readonly movingId: string | undefined;
  readonly selectedId: string | undefined;
  /** The event or empty slot that Tab comes to, if it is in this column. */
  readonly stop: string | Minute | undefined;
  readonly timeLabel: (minute: Minute) => string;
}

/** One provider, room or piece of equipment. Redrawn only when something of its own changes. */
export const GridColumnView = memo(function GridColumnView(props: GridColumnProps) {
  const { column, events, blocks, scale, ghost, timeLabel, stop } = props;
  const lanes = useMemo(() => lanesOf(events), [events]);
  return (
    <div className="sd-grid-column" role="group" aria-labelledby={props.titleId} data-column={column.id}>
      {blocks.map(block => (
        <div
          key={`${block.kind}-${block.start}-${block.end}`}
          className={`sd-grid-block sd-grid-block--${block.kind}`}
          style={placed(scale, block.start, block.end)}
        >
          {block.label && <span>{block.label}</span>}
        </div>
      ))}
      {typeof stop === 'number' && (
        <div
          role="button"
          tabIndex={0}
          className="sd-grid-cursor"
          data-cursor
          style={placed(scale, stop, stop + scale.slotMinutes)}
        >
          {timeLabel(stop)}, new
        </div>
      )}
      {events.map(event => (
        <EventBlock
          key={event.id}
          event={event}
          lane={lanes.get(event.id)?.index ?? 0}
          lanes={lanes.get(event.id)?.of ?? 1}
          scale={scale}
          timeLabel={timeLabel}
          moving={event.id === props.movingId}
          selected={event.id === props.selectedId}
          tabbable={event.id === stop}
        />
      ))}
      {ghost && (
        <div
          className="sd-grid-ghost"
          data-problem={ghost.problem !== undefined}
          style={placed(scale, ghost.start, ghost.end)}
        >
          <b>
            {timeLabel(ghost.start)}–{timeLabel(ghost.end)}
          </b>
          <span>{ghost.problem ?? ghost.title}</span>
        </div>
      )}
    </div>
  );
});

interface EventBlockProps {
  readonly event: GridEvent;
  readonly lane: number;
  readonly lanes: number;
  readonly scale: GridScale;
  readonly timeLabel: (minute: Minute) => string;
  readonly moving: boolean;
  readonly selected: boolean;
  readonly tabbable: boolean;
}

/** What is read aloud is what is seen: time, name, kind of visit, status. */
const EventBlock = memo(function EventBlock({
  event,
  lane,
  lanes,
  scale,
  timeLabel,
  ...state
}: EventBlockProps) {
  const { top, height } = placed(scale, event.start, event.end);
  const share = 100 / lanes;
  return (
    <div
      role="button"
      tabIndex={state.tabbable ? 0 : -1}
      className="sd-grid-event"
      data-event={event.id}
      data-color={event.color}
      data-look={event.look}
      data-moving={state.moving || undefined}
      data-selected={state.selected || undefined}
      data-movable={event.movable || undefined}
      data-short={height < 36 || undefined}
      style={{
        top,
        height: Math.max(height - 2, 18),
        left: `calc(${lane * share}% + 2px)`,
        width: `calc(${share}% - 4px)`,
      }}
    >
      <b>
        {timeLabel(event.start)} {event.title}
      </b>
      <span data-tone={event.tone}>
        {event.status} · {event.detail}
      </span>
    </div>
  );
});

function placed(scale: GridScale, start: Minute, end: Minute) {
  const top = topOf(scale, Math.max(start, scale.from));
  return { top, height: Math.max(0, topOf(scale, Math.min(end, scale.to)) - top) };
}
