import Button from '@mui/material/Button';
import type { User } from '@spark-den/contracts/identity/types';
import { ConfirmDialog, FactList, PeekPanel, ReasonDialog, StatusChip, TimeText } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { identity, providersQuery, rolesQuery } from '../api/identity-queries.ts';
import { RolesDialog } from '../forms/roles-dialog.tsx';
import { UserDialog } from '../forms/user-dialog.tsx';
import { USER_STATUS } from '../lib/texts.ts';
import { AccessCheck } from './access-check.tsx';
import { OneTimePasswordDialog } from './one-time-password.tsx';

type Open = 'roles' | 'disable' | 'reset' | 'edit';

/** One user: what they may do, and what an administrator may do about it. */
export function UserPeek({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const session = useSession();
  const { data: catalogue } = useQuery(rolesQuery());
  const [open, setOpen] = useState<Open>();
  const [password, setPassword] = useState<string>();
  const close = () => setOpen(undefined);
  const disable = useCommand({
    touches: 'identity',
    run: (reason: string) => identity.disableUser({ userId: user.id, reason }),
    done: `${user.displayName} is disabled; open sessions have ended`,
    onDone: close,
  });
  const enable = useCommand({
    touches: 'identity',
    run: () => identity.enableUser({ userId: user.id }),
    done: `${user.displayName} can sign in again`,
  });
  const reset = useCommand({
    touches: 'identity',
    run: () => identity.resetUser({ userId: user.id, removeSecondFactor: user.hasSecondFactor }),
    done: 'The account was reset',
    onDone: ({ oneTimePassword }) => {
      close();
      setPassword(oneTimePassword);
    },
  });
  const mine = session.user.id === user.id;
  const mayEdit = session.can('identity.user.manage');
  const mayManage = mayEdit && !mine;
  const status = USER_STATUS[user.status];
  const roleNames = user.roles.map(key => catalogue?.roles.find(role => role.key === key)?.name ?? key);

  return (
    <PeekPanel
      title={user.displayName}
      subtitle={user.email}
      onClose={onClose}
      footer={
        mayEdit && (
          <div className="sd-actions">
            <Button onClick={() => setOpen('edit')}>Edit…</Button>
            {!mayManage ? null : user.status === 'active' ? (
              <Button onClick={() => setOpen('disable')}>Disable…</Button>
            ) : (
              <Button onClick={() => enable.mutate(undefined)} disabled={enable.isPending}>
                {user.status === 'locked' ? 'Unlock' : 'Enable'}
              </Button>
            )}
            {mayManage && <Button onClick={() => setOpen('reset')}>Reset…</Button>}
            {mayManage && (
              <Button variant="contained" color="primary" onClick={() => setOpen('roles')}>
                Change roles
              </Button>
            )}
          </div>
        )
      }
    >
      <FactList
        facts={[
          ['Status', <StatusChip tone={status.tone}>{status.label}</StatusChip>],
          ['Roles', roleNames.join(', ')],
          ['Signs as', user.providerId === null ? null : <ProviderName providerId={user.providerId} />],
          ['Second factor', user.hasSecondFactor ? 'Set up' : 'None'],
          ['Password', user.mustChangePassword ? 'Must be changed at the next sign-in' : 'Own'],
          ['Last sign-in', user.lastSignInAt ? <TimeText value={user.lastSignInAt} form="full" /> : 'Never'],
          ['Created', <TimeText value={user.createdAt} form="full" />],
        ]}
      />
      <p className="sd-row">
        <Link to={`/admin/sessions?user=${user.id}`}>Open sessions</Link>
        {session.can('audit.event.read') && <Link to={`/admin/audit?user=${user.id}`}>What they did</Link>}
      </p>
      <AccessCheck user={user} />
      {open === 'edit' && <UserDialog user={user} onClose={close} />}
      {open === 'roles' && <RolesDialog user={user} onClose={close} />}
      {open === 'disable' && (
        <ReasonDialog
          title={`Disable ${user.displayName}?`}
          confirmLabel="Disable and end sessions"
          tone="danger"
          noteLabel="Reason"
          noteRequired
          busy={disable.isPending}
          onConfirm={({ note }) => disable.mutate(note)}
          onClose={close}
        >
          The account closes at once in both portals. What {user.displayName} did stays in the records.
        </ReasonDialog>
      )}
      {open === 'reset' && (
        <ConfirmDialog
          title={`Reset ${user.displayName}?`}
          confirmLabel="Reset and show a one-time password"
          tone="danger"
          busy={reset.isPending}
          onConfirm={() => reset.mutate(undefined)}
          onClose={close}
        >
          The password{user.hasSecondFactor ? ' and the second factor' : ''} stop working and open sessions
          end.
        </ConfirmDialog>
      )}
      {password !== undefined && (
        <OneTimePasswordDialog
          displayName={user.displayName}
          password={password}
          onClose={() => setPassword(undefined)}
        />
      )}
    </PeekPanel>
  );
}

/** The provider record whose signature this account gives. */
function ProviderName({ providerId }: { readonly providerId: string }) {
  const { data } = useQuery(providersQuery());
  const provider = data?.items.find(({ id }) => id === providerId);
  return provider ? `${provider.firstName} ${provider.lastName}, ${provider.credential}` : '…';
}
