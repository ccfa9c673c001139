import { stillWrong, type FieldProblem } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import type { z } from 'zod';
import { placeOf } from './field-places.ts';
import { useFormState } from './use-form-state.ts';

interface ReasonedFormOptions<Form extends object, Schema extends z.ZodType> {
  readonly start: () => Form;
  /** The contract's schema of what is saved. */
  readonly schema: Schema;
  /** Where in a registration the value would stand: its problems are told in the same words. */
  readonly within: readonly string[];
  /** What the form says, as the contract has it. */
  readonly valueOf: (form: Form) => z.input<Schema>;
  /** The reason that was typed, where one is asked for; it goes into the history. */
  readonly reasonOf?: (form: Form) => string;
  readonly save: (value: z.input<Schema>, form: Form) => Promise<unknown>;
  /** Shown when it is saved. */
  readonly done: string;
  readonly onClose: () => void;
}

/** A dialog that changes a part of the record: checks it by the contract, asks why, saves, and closes. */
export function useReasonedForm<Form extends object, Schema extends z.ZodType>(
  options: ReasonedFormOptions<Form, Schema>,
) {
  const { schema, within, valueOf, reasonOf, save, done, onClose } = options;
  const state = useFormState(options.start);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const command = useCommand({
    touches: 'patients',
    done,
    onDone: onClose,
    run: (value: z.input<Schema>) => save(value, state.form),
  });
  const problemsNow = (): readonly FieldProblem[] => {
    const parsed = schema.safeParse(valueOf(state.form));
    const unexplained = reasonOf?.(state.form).trim() === '';
    const found = parsed.success ? [] : parsed.error.issues.map(issue => inWords(issue, within));
    if (unexplained) found.push({ name: 'reason', message: 'Say why this changes.' });
    // one line a field, however much is wrong with it
    return [...new Map(found.map(problem => [problem.name, problem])).values()];
  };
  const onConfirm = () => {
    const found = problemsNow();
    setProblems(found);
    if (found.length === 0) command.mutate(valueOf(state.form));
  };
  const shown = problems.length === 0 ? problems : stillWrong(problems, problemsNow());
  return { ...state, dialog: { problems: shown, busy: command.isPending, onConfirm, onClose } };
}

function inWords(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
  within: readonly string[],
): FieldProblem {
  const place = placeOf([...within, ...issue.path]);
  return { name: place?.field ?? issue.path.join('-'), message: place?.message ?? issue.message };
}
