import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QRCodeSVG } from 'qrcode.react';
import { FormDialog } from '../../dialogs.tsx';
import { TextInput } from '../../field.tsx';
import { takeFocus } from '../../focus.ts';
import { Panel } from '../../page.tsx';
import { InlineAlert } from '../../states.tsx';
import { StatusChip } from '../../status-chip.tsx';
import { ownAccountQuery, useAccountApi } from './account-api.ts';
import { useCommand } from '../use-command.ts';

/** An authenticator app as a second proof: set up with a first code, removed where the policy allows it. */
export function SecondFactorPanel() {
  const { data: me } = useQuery(ownAccountQuery(useAccountApi()));
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
  const api = useAccountApi();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const start = useCommand({ touches: 'identity', run: () => api.startSecondFactor({ password }) });
  const confirm = useCommand({
    touches: 'identity',
    run: () => api.confirmSecondFactor({ code }),
    done: 'The second factor is set up; the next sign-in asks for a code',
    onDone: onClose,
  });
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
          <div className="sd-field" data-span={12}>
            <p>Scan this with an authenticator app, then enter the code that it shows.</p>
            <QRCodeSVG
              className="sd-qr"
              value={started.uri}
              size={184}
              marginSize={3}
              title="The key as a picture for an authenticator app"
            />
            <p>
              Or type the key: <code className="sd-num">{started.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
              , or <a href={started.uri}>open an app on this device</a>.
            </p>
          </div>
          <TextInput
            ref={takeFocus}
            label="Code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={event => setCode(event.target.value.trim())}
          />
          <div className="sd-field" data-span={12}>
            <InlineAlert tone="info" title="The key is shown only now." />
          </div>
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
  const api = useAccountApi();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = useCommand({
    touches: 'identity',
    run: () => api.removeSecondFactor({ password, code }),
    done: 'The second factor was removed',
    onDone: onClose,
  });
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
