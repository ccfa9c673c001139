import { AppError } from '@spark-den/kernel';
import { errorText, useToast } from '@spark-den/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';

interface ChangeOptions<Input, Output> {
  readonly run: (input: Input) => Promise<Output>;
  /** Said when it is done: "User disabled". */
  readonly done: string;
  readonly onDone?: (output: Output) => void;
}

/** A change of users, roles or sessions: says what was done, reads again, and explains a refusal. */
export function useChange<Input, Output>({ run, done, onDone }: ChangeOptions<Input, Output>) {
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async output => {
      await queries.invalidateQueries({ queryKey: ['identity'] });
      toast.show(done, { tone: 'success' });
      onDone?.(output);
    },
    onError: async error => {
      toast.show(errorText(error).title, { tone: 'danger' });
      if (error instanceof AppError && error.kind === 'conflict') {
        await queries.invalidateQueries({ queryKey: ['identity'] });
      }
    },
  });
}
