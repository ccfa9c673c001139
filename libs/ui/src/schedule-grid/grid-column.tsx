import { memo, useMemo } from 'react';
import { topOf } from './geometry.ts';
import { lanesOf, type Lane } from './lanes.ts';
import type { Ghost, GridBlock, GridColumn, GridEvent, GridScale, Minute } from './types.ts';

export interface GridColumnProps {
  readonly column: GridColumn;
  readonly titleId: string;
  readonly events: readonly GridEvent[];
  readonly blocks: readonly GridBlock[];
  readonly scale: GridScale;
  /** Events that begin later are not drawn yet. */
  readonly until: Minute;
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
  const { column, events, blocks, scale, until, ghost, timeLabel, stop } = props;
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
      {events.map(event => {
        if (event.start >= until) return null;
        const { top, height } = placed(scale, event.start, event.end);
        const lane = lanes.get(event.id) ?? ALONE;
        return (
          <div
            key={event.id}
            role="button"
            tabIndex={event.id === stop ? 0 : -1}
            className={classOf(event, event.id === props.movingId, event.id === props.selectedId)}
            data-event={event.id}
            style={{
              marginTop: top,
              height: Math.max(height - 2, SHORTEST_PX),
              ...(lane.of > 1 && beside(lane)),
            }}
          >
            <b>{`${timeLabel(event.start)} ${event.title}${height < TWO_LINES_PX ? '  ' : '\n'}`}</b>
            <span className={`sd-tone sd-tone--${event.tone}`}>{`${event.status} · ${event.detail}`}</span>
          </div>
        );
      })}
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

/** Below this an event has one line. */
const TWO_LINES_PX = 36;
const SHORTEST_PX = 18;
const ALONE: Lane = { index: 0, of: 1 };

/** Two pixels stay free on both sides, as the style sheet has it for an event that stands alone. */
function beside({ index, of }: Lane) {
  return { marginLeft: `calc(${(100 * index) / of}% + 2px)`, width: `calc(${100 / of}% - 4px)` };
}

function classOf(event: GridEvent, moving: boolean, selected: boolean): string {
  let name = `sd-grid-event sd-grid-event--${event.color}`;
  if (event.look !== 'plain') name += ` sd-grid-event--${event.look}`;
  if (event.movable) name += ' sd-grid-event--movable';
  if (moving) name += ' sd-grid-event--moving';
  if (selected) name += ' sd-grid-event--selected';
  return name;
}

function placed(scale: GridScale, start: Minute, end: Minute) {
  const top = topOf(scale, Math.max(start, scale.from));
  return { top, height: Math.max(0, topOf(scale, Math.min(end, scale.to)) - top) };
}
