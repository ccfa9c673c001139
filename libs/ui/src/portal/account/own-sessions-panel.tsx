import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { deviceText } from '../../device-text.ts';
import { Panel } from '../../page.tsx';
import { ErrorState, SkeletonRows } from '../../states.tsx';
import { StatusChip } from '../../status-chip.tsx';
import { TimeText } from '../../text.tsx';
import { ownSessionsQuery, useAccountApi } from './account-api.ts';
import { useCommand } from '../use-command.ts';

/** Where the own account is signed in; a session that is not one's own ends here. */
export function OwnSessionsPanel() {
  const api = useAccountApi();
  const { data, error, refetch } = useQuery(ownSessionsQuery(api));
  const end = useCommand({
    touches: 'identity',
    run: (sessionId: string) => api.revokeMySession({ sessionId }),
    done: 'The session has ended',
  });
  return (
    <Panel title="Where you are signed in">
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      <ul className="sd-list">
        {data?.items.map(session => (
          <li key={session.id}>
            <div className="sd-grow">
              <b>{deviceText(session.userAgent)}</b>{' '}
              {session.current && <StatusChip tone="info">This one</StatusChip>}
              <div className="sd-text2">
                {session.ipAddress} · since <TimeText value={session.startedAt} form="short" /> · last used{' '}
                <TimeText value={session.lastActivityAt} form="short" />
              </div>
            </div>
            {!session.current && (
              <Button
                size="small"
                aria-label={`End the session on ${deviceText(session.userAgent)}, ${session.ipAddress}`}
                disabled={end.isPending}
                onClick={() => end.mutate(session.id)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
