import Button from '@mui/material/Button';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useSubmitKeys } from './use-submit-keys.ts';

/** A titled part of a form; its fields stand in a grid of twelve columns. */
export function FormSection({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="sd-section">
      <legend>{title}</legend>
      {hint && <p className="sd-meta">{hint}</p>}
      <div className="sd-grid">{children}</div>
    </fieldset>
  );
}

export interface FieldProblem {
  /** `name` of the field. */
  readonly name: string;
  readonly message: string;
}

/** All that stops a form, as links to the fields. Takes the focus when it appears or grows, not while it shrinks. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const count = problems.length;
  const before = useRef(0);
  useEffect(() => {
    if (count > before.current) box.current?.focus();
    before.current = count;
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={box} className="sd-alert sd-alert--danger" role="alert" tabIndex={-1}>
      <div>
        <strong>{count === 1 ? 'One thing needs attention' : `${count} things need attention`}</strong>
        <ul>
          {problems.map(problem => (
            <li key={problem.name}>
              <a
                href={`#field-${problem.name}`}
                onClick={event => {
                  event.preventDefault();
                  document.getElementById(`field-${problem.name}`)?.focus();
                }}
              >
                {problem.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Of the problems that were shown, those that still stand: what is mended goes away while typing. */
export function stillWrong<Problem extends FieldProblem>(
  shown: readonly Problem[],
  now: readonly FieldProblem[],
): readonly Problem[] {
  if (shown.length === 0) return shown;
  return shown.filter(({ name, message }) =>
    now.some(item => item.name === name && item.message === message),
  );
}

export interface WizardStep {
  readonly key: string;
  readonly label: string;
  /** Filled in and valid. */
  readonly done?: boolean;
}

export interface FormWizardProps {
  readonly label: string;
  readonly steps: readonly WizardStep[];
  readonly current: string;
  /** Goes to another step; the step lives in the address. */
  readonly onStep: (key: string) => void;
  /** Saves the step; called by "Continue", Ctrl+Enter and, on the last step, the final button. */
  readonly onContinue: () => void;
  readonly finalLabel: string;
  readonly busy?: boolean;
  /** Draft state: "Saved 2:14 PM". */
  readonly saved?: ReactNode;
  /** Stands beside the form, such as likely duplicates. */
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** A long form in steps, each with an address of its own. */
export function FormWizard(props: FormWizardProps) {
  const index = props.steps.findIndex(step => step.key === props.current);
  const previous = props.steps[index - 1];
  const last = index === props.steps.length - 1;
  const form = useRef<HTMLFormElement>(null);
  useSubmitKeys(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.busy) props.onContinue();
  };
  return (
    <div className="sd-wizard">
      <ol className="sd-wizard__steps" aria-label={props.label}>
        {props.steps.map((step, position) => (
          <li
            key={step.key}
            data-done={step.done}
            aria-current={step.key === props.current ? 'step' : undefined}
          >
            <button type="button" onClick={() => props.onStep(step.key)}>
              <span aria-hidden="true">{step.done ? '✓' : position + 1}</span>
              {step.label}
            </button>
          </li>
        ))}
      </ol>
      <form ref={form} noValidate className="sd-wizard__form" onSubmit={submit}>
        {props.children}
        <div className="sd-wizard__foot">
          {previous && <Button onClick={() => props.onStep(previous.key)}>Back</Button>}
          <span className="sd-meta" role="status">
            {props.saved}
          </span>
          <span className="sd-grow" />
          <Button type="submit" variant="contained" color="primary" disabled={props.busy}>
            {last ? props.finalLabel : 'Continue'}
          </Button>
        </div>
      </form>
      {props.side && <aside className="sd-wizard__side">{props.side}</aside>}
    </div>
  );
}
