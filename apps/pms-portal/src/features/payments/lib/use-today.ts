import { instant, localDateAt, type LocalDate } from '@spark-den/kernel';
import { useZone } from '@spark-den/ui';

/** The date where the practice is. */
export function useToday(): LocalDate {
  return localDateAt(instant(Date.now()), useZone());
}
