import { instant, type Instant } from '@spark-den/kernel';
import { useEffect, useState } from 'react';

/** The time of this computer: for how long ago something was, and for new ids. What counts is decided by the server. */
export function browserNow(): Instant {
  // eslint-disable-next-line no-restricted-syntax -- the one place of this feature where the browser's clock is read
  return instant(Date.now());
}

/** The same, as something a page can show: it goes on by the minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(browserNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(browserNow()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
