import { browserNow } from '@spark-den/ui';
import { localDateAt, type LocalDate } from '@spark-den/kernel';
import { useZone } from '@spark-den/ui';

/** The date where the practice is. */
export function useToday(): LocalDate {
  return localDateAt(browserNow(), useZone());
}
