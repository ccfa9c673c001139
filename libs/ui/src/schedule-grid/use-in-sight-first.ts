import { useEffect, useState } from 'react';
import { pxPerMinute } from './geometry.ts';
import type { GridScale, Minute } from './types.ts';

/** As in the style sheet. */
const NARROWEST_COLUMN_PX = 120;
const COLUMNS_AT_ONCE = 4;

/**
 * Opening a long day waits for one screen of it. What a window of this size cannot show before anybody
 * scrolls is drawn after that, a few columns at a time. Returns up to which minute a column is drawn by now.
 */
export function useInSightFirst(scale: GridScale, columns: number): (index: number) => Minute {
  const [sight] = useState(() => ({
    columns: Math.ceil(window.innerWidth / NARROWEST_COLUMN_PX),
    until: scale.from + window.innerHeight / pxPerMinute(scale),
  }));
  const [whole, setWhole] = useState(() =>
    columns <= sight.columns && scale.to <= sight.until ? columns : 0,
  );
  useEffect(() => {
    if (whole >= columns) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setWhole(whole + COLUMNS_AT_ONCE));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [whole, columns]);
  return index => (index < whole ? scale.to : index < sight.columns ? sight.until : scale.from);
}
