/** SQLSTATE of a failure that the database reported. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether the failure is a violation of this constraint (unique, exclusion, foreign key or check). */
export function violates(error: unknown, constraint: string): boolean {
  return (
    sqlState(error)?.startsWith('23') === true && (error as { constraint?: string }).constraint === constraint
  );
}

/** No connection could be had, so nothing was done: the pool is exhausted, or the database full, starting or away. */
export function isOutOfReach(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    code === '53300' ||
    code === '57P03' ||
    code === 'ECONNREFUSED' ||
    message === 'timeout exceeded when trying to connect'
  );
}

/** Serialisation failure or deadlock: the same work may succeed when it is done again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}
