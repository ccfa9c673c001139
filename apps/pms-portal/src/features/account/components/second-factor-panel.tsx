import Button from '@mui/material/Button';
import { FormDialog, InlineAlert, Panel, StatusChip, TextInput } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { identity, meQuery } from '../identity.ts';
import { useOwnChange } from '../use-own-change.ts';

/** An authenticator app as a second proof: set up with a first code, removed where the policy allows it. */
export function SecondFactorPanel() {
  const { data: me } = useQuery(meQuery());
  const [open, setOpen] = useState<'enrol' | 'remove'>();
  const close = () => setOpen(undefined);
  if (!me) return null;
  const { hasSecondFactor } = me.user;
  return (
    <Panel
      title="Second factor"
      actions={
        hasSecondFactor ? (
          me.policy.secondFactor === 'optional' && <Button onClick={() => setOpen('remove')}>Remove…</Button>
        ) : (
          <Button variant="contained" color="primary" onClick={() => setOpen('enrol')}>
            Set up
          </Button>
        )
      }
    >
      <p>
        <StatusChip tone={hasSecondFactor ? 'success' : 'neutral'}>
          {hasSecondFactor ? 'Set up' : 'None'}
        </StatusChip>{' '}
        {me.policy.secondFactor === 'optional'
          ? 'The policy of this practice makes it optional.'
          : 'The policy of this practice requires it.'}
      </p>
      {open === 'enrol' && <EnrolDialog onClose={close} />}
      {open === 'remove' && <RemoveDialog onClose={close} />}
    </Panel>
  );
}

function EnrolDialog({ onClose }: { readonly onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const start = useOwnChange(
    () => identity.startSecondFactor({ password }),
    undefined,
    () => undefined,
  );
  const confirm = useOwnChange(
    () => identity.confirmSecondFactor({ code }),
    'The second factor is set up; the next sign-in asks for a code',
    onClose,
  );
  const started = start.data;
  return (
    <FormDialog
      title="Set up a second factor"
      confirmLabel={started ? 'Confirm' : 'Continue'}
      busy={start.isPending || confirm.isPending}
      disabled={started ? !/^\d{6}$/.test(code) : password === ''}
      onConfirm={() => (started ? confirm.mutate(undefined) : start.mutate(undefined))}
      onClose={onClose}
    >
      {started ? (
        <>
          <p>Add this key to an authenticator app, then enter the code that it shows.</p>
          <p className="sd-num">{started.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          <p>
            <a href={started.uri}>Open in an authenticator app on this device</a>
          </p>
          <TextInput
            label="Code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={event => setCode(event.target.value.trim())}
          />
          <InlineAlert tone="info" title="The key is shown only now." />
        </>
      ) : (
        <TextInput
          label="Your password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
      )}
    </FormDialog>
  );
}

function RemoveDialog({ onClose }: { readonly onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = useOwnChange(
    () => identity.removeSecondFactor({ password, code }),
    'The second factor was removed',
    onClose,
  );
  return (
    <FormDialog
      title="Remove the second factor?"
      confirmLabel="Remove"
      tone="danger"
      busy={remove.isPending}
      disabled={password === '' || !/^\d{6}$/.test(code)}
      onConfirm={() => remove.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label="Your password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
      />
      <TextInput
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={event => setCode(event.target.value.trim())}
      />
    </FormDialog>
  );
}
