const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
let asked = false;

/** Whether this process is on its way out: what fails now fails because of that. */
export function wasInterrupted(): boolean {
  return asked;
}

/**
 * When this process is asked to end, by Ctrl-C or by another process, `end` comes first; asked again, it goes on.
 * @param code what the process ends with; that of the signal when left out
 * @returns calls it off
 */
export function onInterrupt(end: () => Promise<void>, code?: number): () => void {
  const stops = Object.entries(CODES).map(([signal, codeOfSignal]) => {
    const listener = () => {
      if (asked) return;
      asked = true;
      void end().finally(() => process.exit(code ?? codeOfSignal));
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => stops.forEach(stop => stop());
}
