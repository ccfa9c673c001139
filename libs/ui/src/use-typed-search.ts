import { useEffect, useState } from 'react';

const PAUSE_MS = 150;
const NONE: readonly never[] = [];

export interface TypedSearch<T> {
  /** What was found last; for an earlier text while `busy`. */
  readonly found: readonly T[];
  readonly busy: boolean;
}

/**
 * Asks for what is being typed, once the typing pauses; an answer to an older text is dropped, a failed one is
 * empty. `ask` must keep its identity. Below `least` letters nothing is asked and nothing found.
 */
export function useTypedSearch<T>(
  text: string,
  ask: ((text: string, signal: AbortSignal) => Promise<readonly T[]>) | undefined,
  least = 1,
): TypedSearch<T> {
  const question = text.trim();
  const asking = ask !== undefined && question.length >= least;
  const [answer, setAnswer] = useState<{ readonly question: string; readonly found: readonly T[] }>();
  useEffect(() => {
    if (!ask || !asking) return undefined;
    const abort = new AbortController();
    const settle = (found: readonly T[]) => {
      if (!abort.signal.aborted) setAnswer({ question, found });
    };
    const timer = setTimeout(() => {
      ask(question, abort.signal).then(settle, () => settle(NONE));
    }, PAUSE_MS);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [question, asking, ask]);
  return { found: asking ? (answer?.found ?? NONE) : NONE, busy: asking && answer?.question !== question };
}
