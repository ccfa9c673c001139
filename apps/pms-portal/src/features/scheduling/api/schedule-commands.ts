import { useToast, useZone } from '@spark-den/ui';
import { useMutation } from '@tanstack/react-query';
import { refusal } from '../lib/problem.ts';
import { useRefreshVisits } from './visit-commands.ts';

/** A change of schedules: says what was done or why not, and reads what it touches again. */
export function useScheduleChange<Input>(
  change: (input: Input) => Promise<unknown>,
  done: string,
  onDone: () => void,
) {
  const toast = useToast();
  const zone = useZone();
  const refresh = useRefreshVisits();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      toast.show(done, { tone: 'success' });
      onDone();
    },
    onError: error => toast.show(refusal(error, zone), { tone: 'danger' }),
    onSettled: refresh,
  });
}
