import { useEffect, useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { isSame, pxPerMinute, snap, withinDay } from './geometry.ts';
import type { GridEvent, GridMove, GridScale } from './types.ts';

const THRESHOLD_PX = 5;
const RESIZE_PX = 6;
const EDGE_PX = 36;
const SCROLL_PX = 12;

interface Drag {
  readonly event: GridEvent;
  readonly resize: boolean;
  readonly startX: number;
  readonly startY: number;
  /** Minutes between the top of the event and where it was taken. */
  readonly grip: number;
  x: number;
  y: number;
  moved: boolean;
  last: GridMove;
}

export interface GridDragOptions {
  readonly scroller: RefObject<HTMLDivElement>;
  readonly scale: GridScale;
  readonly columnIds: readonly string[];
  readonly eventById: (id: string) => GridEvent | undefined;
  readonly onPreview: (move: GridMove | undefined) => void;
  readonly onDrop: (move: GridMove) => void;
  readonly gutterWidth: number;
  readonly headerHeight: number;
}

/**
 * Dragging by mouse or pen: 5 px before it begins, snapping, scrolling at the edges, Esc gives up.
 * On a touch screen a finger scrolls; there the move dialog does this.
 */
export function useGridDrag(options: GridDragOptions) {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const drag = useRef<Drag>();
  const frame = useRef(0);
  const swallowClick = useRef(false);

  useEffect(() => {
    const place = (current: Drag): GridMove => {
      const { scroller, scale, columnIds, gutterWidth, headerHeight } = latest.current;
      const box = scroller.current!;
      const rect = box.getBoundingClientRect();
      const perMinute = pxPerMinute(scale);
      const minute = scale.from + (current.y - rect.top + box.scrollTop - headerHeight) / perMinute;
      if (current.resize) {
        const shortest = current.event.start + scale.snapMinutes;
        return {
          ...current.last,
          end: Math.min(Math.max(snap(minute, scale.snapMinutes), shortest), scale.to),
        };
      }
      const width = (box.scrollWidth - gutterWidth) / columnIds.length;
      const column = Math.floor((current.x - rect.left + box.scrollLeft - gutterWidth) / width);
      const columnId = columnIds[Math.min(Math.max(column, 0), columnIds.length - 1)]!;
      const start = snap(minute - current.grip, scale.snapMinutes);
      const { id, start: from, end: to } = current.event;
      return withinDay({ id, columnId, start, end: start + to - from }, scale);
    };
    const update = () => {
      const current = drag.current;
      if (!current?.moved) return;
      const next = place(current);
      if (isSame(next, current.last)) return;
      current.last = next;
      latest.current.onPreview(next);
    };
    const scrollAtEdge = () => {
      const current = drag.current;
      if (!current) return;
      const box = latest.current.scroller.current!;
      const rect = box.getBoundingClientRect();
      const step = (at: number, low: number, high: number) =>
        at < low + EDGE_PX ? -SCROLL_PX : at > high - EDGE_PX ? SCROLL_PX : 0;
      const dx = step(current.x, rect.left + latest.current.gutterWidth, rect.right);
      const dy = step(current.y, rect.top + latest.current.headerHeight, rect.bottom);
      if (current.moved && (dx !== 0 || dy !== 0)) {
        box.scrollBy(dx, dy);
        update();
      }
      frame.current = requestAnimationFrame(scrollAtEdge);
    };
    const end = () => {
      cancelAnimationFrame(frame.current);
      drag.current = undefined;
      document.body.style.cursor = '';
      latest.current.onPreview(undefined);
    };
    const onMove = (event: PointerEvent) => {
      const current = drag.current;
      if (!current) return;
      current.x = event.clientX;
      current.y = event.clientY;
      const far = Math.hypot(event.clientX - current.startX, event.clientY - current.startY) >= THRESHOLD_PX;
      if (!current.moved && far) {
        current.moved = true;
        document.body.style.cursor = current.resize ? 'ns-resize' : 'grabbing';
        latest.current.onPreview(current.last);
        frame.current = requestAnimationFrame(scrollAtEdge);
      }
      update();
    };
    const onUp = () => {
      const current = drag.current;
      if (!current) return;
      swallowClick.current = current.moved;
      const { id, columnId, start, end: until } = current.event;
      const dropped = current.moved && !isSame(current.last, { id, columnId, start, end: until });
      const { last } = current;
      end();
      if (dropped) latest.current.onDrop(last);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current?.moved) return;
      event.preventDefault();
      swallowClick.current = true;
      end();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey, true);
    return () => {
      cancelAnimationFrame(frame.current);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey, true);
    };
  }, []);

  const onPointerDown = (pointer: ReactPointerEvent) => {
    swallowClick.current = false;
    const element = (pointer.target as Element).closest<HTMLElement>('[data-event]');
    const event = element && latest.current.eventById(element.dataset.event!);
    if (!element || !event?.movable || pointer.button !== 0 || pointer.pointerType === 'touch') return;
    const rect = element.getBoundingClientRect();
    const { id, columnId, start, end: until } = event;
    drag.current = {
      event,
      resize: rect.bottom - pointer.clientY <= RESIZE_PX && rect.height > 3 * RESIZE_PX,
      startX: pointer.clientX,
      startY: pointer.clientY,
      grip: (pointer.clientY - rect.top) / pxPerMinute(latest.current.scale),
      x: pointer.clientX,
      y: pointer.clientY,
      moved: false,
      last: { id, columnId, start, end: until },
    };
  };
  /** True once after a drag: the click that follows it means nothing. */
  const takeClick = () => {
    const swallow = swallowClick.current;
    swallowClick.current = false;
    return swallow;
  };
  return { onPointerDown, takeClick };
}
