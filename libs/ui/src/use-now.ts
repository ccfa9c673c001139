import { localDateAt, type Instant, type LocalDate } from '@spark-den/kernel';
import { useEffect, useState } from 'react';
import { browserNow } from './clinic-time.ts';
import { useZone } from './clinic-zone.tsx';

const MINUTE_MS = 60_000;

/** Now by the clock of this browser, as something to show: it goes on by the minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(browserNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(browserNow()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The date where the practice is; turns with its midnight. */
export function useToday(): LocalDate {
  return localDateAt(useNow(), useZone());
}
