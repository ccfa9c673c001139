import { FormDialog, InlineAlert } from '@spark-den/ui';

interface OneTimePasswordProps {
  readonly displayName: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** Shown once: nobody can read it again, the server keeps a hash only. */
export function OneTimePasswordDialog({ displayName, password, onClose }: OneTimePasswordProps) {
  return (
    <FormDialog
      title="One-time password"
      confirmLabel="I have handed it over"
      onConfirm={onClose}
      onClose={onClose}
    >
      <p>
        Give this password to {displayName} in person. It works once, at the next sign-in, and must be changed
        there.
      </p>
      <p className="sd-num" style={{ fontSize: 17, letterSpacing: '0.04em' }} data-testid="one-time-password">
        {password}
      </p>
      <InlineAlert tone="info" title="It is shown only now.">
        If it gets lost, reset the account again.
      </InlineAlert>
    </FormDialog>
  );
}
