import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { FormProblems, SelectInput, TextArea, type Option } from './field.tsx';
import { ErrorSummary, type FieldProblem } from './form.tsx';
import { InlineAlert } from './states.tsx';
import { useSubmitKeys } from './use-submit-keys.ts';

export interface FormDialogProps {
  readonly title: string;
  /** The verb and its object: `Post payment · $25.00`. */
  readonly confirmLabel: string;
  readonly tone?: 'primary' | 'danger';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly width?: number;
  /** What stops it, shown above the fields. */
  readonly problems?: readonly FieldProblem[];
  /** What happened while it was open. */
  readonly notice?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A small form over the page. Ctrl+Enter confirms, Esc leaves, the focus returns to where it was. */
export function FormDialog(props: FormDialogProps) {
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={titleId}
      fullWidth
      slotProps={{ paper: { sx: { maxWidth: props.width ?? 480 } } }}
    >
      <DialogForm {...props} titleId={titleId} />
    </Dialog>
  );
}

const NONE: readonly FieldProblem[] = [];

/** Stands inside the dialog, whose content comes later than the dialog itself: only here is there a field to focus. */
function DialogForm(props: FormDialogProps & { readonly titleId: string }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea, button[type=submit]')?.focus();
  }, []);
  useSubmitKeys(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.busy && !props.disabled) props.onConfirm();
  };
  const { problems = NONE } = props;
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <DialogTitle id={props.titleId}>{props.title}</DialogTitle>
      {props.children && (
        <DialogContent>
          <div className="sd-grid">
            {problems.length > 0 && (
              <div className="sd-field" data-span={12}>
                <ErrorSummary problems={problems} />
              </div>
            )}
            {props.notice && (
              <div className="sd-field" data-span={12}>
                <InlineAlert tone="warning" title={props.notice} />
              </div>
            )}
            <FormProblems.Provider value={problems}>{props.children}</FormProblems.Provider>
          </div>
        </DialogContent>
      )}
      <DialogActions>
        <Button onClick={props.onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="contained"
          color={props.tone === 'danger' ? 'error' : 'primary'}
          disabled={props.busy === true || props.disabled === true}
        >
          {props.confirmLabel}
        </Button>
      </DialogActions>
    </form>
  );
}

export interface ConfirmDialogProps extends Omit<FormDialogProps, 'disabled'> {
  /** What will happen, with the amount in words of money. */
  readonly children: ReactNode;
}

/** Asks before what cannot be undone, or before money leaves. Its button names the amount. */
export function ConfirmDialog({ children, ...dialog }: ConfirmDialogProps) {
  return (
    <FormDialog {...dialog}>
      <div className="sd-field" data-span={12}>
        {children}
      </div>
    </FormDialog>
  );
}

export interface ReasonDialogProps extends Omit<FormDialogProps, 'onConfirm' | 'disabled'> {
  /** The reasons that the rule allows; without them only a note is asked. */
  readonly reasons?: readonly Option[];
  readonly noteLabel?: string;
  readonly noteRequired?: boolean;
  readonly onConfirm: (answer: { readonly reason: string; readonly note: string }) => void;
}

/** Asks why, for the record. */
export function ReasonDialog({
  reasons,
  noteLabel = 'Note',
  noteRequired = reasons === undefined,
  onConfirm,
  children,
  ...dialog
}: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const missing = (reasons !== undefined && reason === '') || (noteRequired && note.trim() === '');
  return (
    <FormDialog {...dialog} disabled={missing} onConfirm={() => onConfirm({ reason, note: note.trim() })}>
      {children && (
        <div className="sd-field" data-span={12}>
          {children}
        </div>
      )}
      {reasons && (
        <SelectInput
          label="Reason"
          required
          placeholder="Choose a reason"
          options={reasons}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      )}
      <TextArea
        label={noteLabel}
        required={noteRequired}
        rows={3}
        maxLength={500}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
