import { AppError } from '@spark-den/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../states.tsx';
import { useToast } from '../toast.tsx';

export interface CommandOptions<Input, Output> {
  /** First part of the query keys that the change touches: the service, such as `billing`. */
  readonly touches: string;
  readonly run: (input: Input) => Promise<Output>;
  /** What is said when it is done; left out where the page says it. */
  readonly done?: string | ((output: Output) => string);
  readonly onDone?: (output: Output) => void;
}

/**
 * A change: says what was done, has what it touches read again, and explains a refusal. After somebody
 * else's change (`conflict`) the page shows theirs and keeps what was typed.
 */
export function useCommand<Input = void, Output = unknown>(options: CommandOptions<Input, Output>) {
  const { touches, run, done, onDone } = options;
  const toast = useToast();
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: [touches] });
  return useMutation({
    mutationFn: run,
    onSuccess: async output => {
      if (done !== undefined) toast.show(typeof done === 'string' ? done : done(output), { tone: 'success' });
      onDone?.(output);
      await readAgain();
    },
    onError: async error => {
      toast.show(errorText(error).title, { tone: 'danger' });
      if (error instanceof AppError && error.kind === 'conflict') await readAgain();
    },
  });
}
