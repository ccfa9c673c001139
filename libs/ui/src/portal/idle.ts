import { browserNow } from '../clinic-time.ts';
import { useEffect, useRef } from 'react';

const INPUT_EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const CHECK_MS = 5_000;

export interface IdleOptions {
  readonly enabled: boolean;
  readonly limitMs: number;
  /** Tells the server that a person is there, at most once in `reportMs`. Never called by a timer alone. */
  readonly onActivity: () => void;
  readonly reportMs: number;
  readonly onIdle: () => void;
}

/** Watches for real input. Background calls and live updates do not count. */
export function useIdle({ enabled, limitMs, onActivity, reportMs, onIdle }: IdleOptions): void {
  const handlers = useRef({ onActivity, onIdle });
  useEffect(() => {
    handlers.current = { onActivity, onIdle };
  });
  useEffect(() => {
    if (!enabled) return;
    let lastInput = Date.parse(browserNow());
    let lastReport = lastInput;
    const onInput = () => {
      lastInput = Date.parse(browserNow());
      if (lastInput - lastReport < reportMs) return;
      lastReport = lastInput;
      handlers.current.onActivity();
    };
    const check = () => Date.parse(browserNow()) - lastInput >= limitMs && handlers.current.onIdle();
    const timer = setInterval(check, CHECK_MS);
    for (const name of INPUT_EVENTS) window.addEventListener(name, onInput, { passive: true, capture: true });
    document.addEventListener('visibilitychange', check);
    return () => {
      clearInterval(timer);
      for (const name of INPUT_EVENTS) window.removeEventListener(name, onInput, { capture: true });
      document.removeEventListener('visibilitychange', check);
    };
  }, [enabled, limitMs, reportMs]);
}
