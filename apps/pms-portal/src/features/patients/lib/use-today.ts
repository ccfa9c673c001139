import { localDateAt, type LocalDate } from '@spark-den/kernel';
import { useZone } from '@spark-den/ui';
import { useNow } from './browser-clock.ts';

/** The date where the practice is. */
export function useToday(): LocalDate {
  return localDateAt(useNow(), useZone());
}
