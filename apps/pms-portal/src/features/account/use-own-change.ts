import { errorText, useToast } from '@spark-den/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change of the own account: says what was done, or why not. */
export function useOwnChange<Input, Output>(
  run: (input: Input) => Promise<Output>,
  done: string | undefined,
  onDone: (output: Output) => void,
) {
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async output => {
      await queries.invalidateQueries({ queryKey: ['identity'] });
      if (done) toast.show(done, { tone: 'success' });
      onDone(output);
    },
    onError: error => toast.show(errorText(error).title, { tone: 'danger' }),
  });
}
