import { instant, localDateAt, type LocalDate } from '@spark-den/kernel';
import { useZone } from '@spark-den/ui';

/** The date where the practice is. */
export function useToday(): LocalDate {
  // eslint-disable-next-line no-restricted-syntax -- a page has no other clock than the browser's
  return localDateAt(instant(Date.now()), useZone());
}
