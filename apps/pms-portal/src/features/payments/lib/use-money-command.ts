import { AppError } from '@spark-den/kernel';
import { errorText, useToast } from '@spark-den/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';

interface MoneyCommand<Input, Output> {
  readonly run: (input: Input) => Promise<Output>;
  /** What is said when it is done. */
  readonly done: (output: Output) => string;
  readonly onDone?: (output: Output) => void;
}

/** A step that moves money: says what was done, reads again what billing shows, and explains a refusal. */
export function useMoneyCommand<Input, Output>({ run, done, onDone }: MoneyCommand<Input, Output>) {
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async output => {
      toast.show(done(output), { tone: 'success' });
      onDone?.(output);
      await queries.invalidateQueries({ queryKey: ['billing'] });
    },
    onError: async error => {
      toast.show(errorText(error).title, { tone: 'danger' });
      if (error instanceof AppError && error.kind === 'conflict') {
        await queries.invalidateQueries({ queryKey: ['billing'] });
      }
    },
  });
}
