import Button from '@mui/material/Button';
import { useState, type FormEvent } from 'react';
import { TextInput } from '../../field.tsx';
import { Panel } from '../../page.tsx';
import { useAccountApi } from './account-api.ts';
import { useCommand } from '../use-command.ts';

const SHORTEST = 8;

/** Changes the own password; all other sessions end with the old one. */
export function PasswordPanel() {
  const api = useAccountApi();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const change = useCommand({
    touches: 'identity',
    run: () => api.changePassword({ currentPassword, newPassword }),
    done: 'Your password was changed; all other sessions have ended',
    onDone: () => {
      setCurrent('');
      setNew('');
      setRepeated('');
    },
  });
  const differs = repeated !== '' && repeated !== newPassword;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(undefined);
  };
  return (
    <Panel title="Password">
      <form className="sd-stack" onSubmit={submit}>
        <TextInput
          label="Current password"
          type="password"
          autoComplete="current-password"
          required
          value={currentPassword}
          onChange={event => setCurrent(event.target.value)}
        />
        <TextInput
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          minLength={SHORTEST}
          hint="At least 8 characters; a few words are better than signs."
          value={newPassword}
          onChange={event => setNew(event.target.value)}
        />
        <TextInput
          label="The same again"
          type="password"
          autoComplete="new-password"
          required
          value={repeated}
          error={differs ? 'The two passwords differ' : undefined}
          onChange={event => setRepeated(event.target.value)}
        />
        <div className="sd-actions">
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={newPassword.length < SHORTEST || newPassword !== repeated || change.isPending}
          >
            Change password
          </Button>
        </div>
      </form>
    </Panel>
  );
}
