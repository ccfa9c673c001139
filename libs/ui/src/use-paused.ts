import { useEffect, useState } from 'react';

/** The text, or anything compared by value, as it was when it last stood still for `ms`. */
export function usePaused<T extends string | number>(value: T, ms: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return paused;
}
