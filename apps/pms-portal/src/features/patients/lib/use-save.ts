import { AppError } from '@spark-den/kernel';
import { errorText, useToast } from '@spark-den/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';

interface SaveOptions<Input> {
  readonly run: (input: Input) => Promise<unknown>;
  /** Said when it is done: "Coverage ended". */
  readonly done: string;
  readonly onDone: () => void;
}

/** A write of this feature: says what was done, reads again what the page shows, and explains a failure. */
export function useSave<Input>({ run, done, onDone }: SaveOptions<Input>) {
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['patients'] });
      toast.show(done, { tone: 'success' });
      onDone();
    },
    onError: async error => {
      toast.show(errorText(error).title, { tone: 'danger' });
      // somebody else's change is why: show it, and keep what was typed
      if (error instanceof AppError && error.kind === 'conflict') {
        await queries.invalidateQueries({ queryKey: ['patients'] });
      }
    },
  });
}
