import { AppError } from '@spark-den/kernel';
import { errorText, useToast } from '@spark-den/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A step on a charge: says what was done, reads again what billing shows, and explains a failure. */
export function useChargeCommand<Input, Output>(command: {
  readonly run: (input: Input) => Promise<Output>;
  readonly done: string;
  readonly onDone?: (output: Output) => void;
}) {
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: command.run,
    onSuccess: async output => {
      toast.show(command.done, { tone: 'success' });
      command.onDone?.(output);
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
