import { stillWrong, type FieldProblem } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import type { z } from 'zod';
import { placeOf } from './field-places.ts';
import { rebase } from './rebase.ts';
import { useFormState } from './use-form-state.ts';

interface ReasonedFormOptions<Form extends object, Schema extends z.ZodType> {
  readonly start: () => Form;
  /** Of the record that the form changes; left out where it makes a new one. */
  readonly version?: number | undefined;
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
  const overtaken = useRebase(options, state);
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
  const notice = overtaken ? OVERTAKEN : undefined;
  return { ...state, dialog: { problems: shown, notice, busy: command.isPending, onConfirm, onClose } };
}

const OVERTAKEN =
  'Somebody else changed this record meanwhile. What you typed stays, the rest is theirs: look before you save.';

/**
 * The page reads the record again while the form is open: saving over a newer version than the one that was typed
 * over would undo the other person's work.
 * @returns whether that has happened
 */
function useRebase<Form extends object>(
  { start, version }: { readonly start: () => Form; readonly version?: number | undefined },
  { form, set }: { readonly form: Form; readonly set: (form: Form) => void },
): boolean {
  const [base, setBase] = useState({ version, form });
  const [overtaken, setOvertaken] = useState(false);
  if (version !== base.version) {
    const now = start();
    setBase({ version, form: now });
    set(rebase(form, base.form, now));
    setOvertaken(true);
  }
  return overtaken;
}

function inWords(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
  within: readonly string[],
): FieldProblem {
  const place = placeOf([...within, ...issue.path]);
  return { name: place?.field ?? issue.path.join('-'), message: place?.message ?? issue.message };
}
