import Button from '@mui/material/Button';
import { Panel, StatusChip, TimeText } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { identity, ownSessionsQuery } from '../identity.ts';
import { useOwnChange } from '../use-own-change.ts';

/** Where the own account is signed in; a session that is not one's own ends here. */
export function OwnSessionsPanel() {
  const { data } = useQuery(ownSessionsQuery());
  const end = useOwnChange(
    (sessionId: string) => identity.revokeMySession({ sessionId }),
    'The session has ended',
    () => undefined,
  );
  return (
    <Panel title="Where you are signed in">
      <ul className="sd-stack" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {data?.items.map(session => (
          <li key={session.id} className="sd-row">
            <span>
              {session.ipAddress}, since <TimeText value={session.startedAt} form="short" />
            </span>
            {session.current ? (
              <StatusChip tone="info">This one</StatusChip>
            ) : (
              <Button size="small" disabled={end.isPending} onClick={() => end.mutate(session.id)}>
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
