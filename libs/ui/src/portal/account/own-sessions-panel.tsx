import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../page.tsx';
import { ErrorState, SkeletonRows } from '../../states.tsx';
import { StatusChip } from '../../status-chip.tsx';
import { TimeText } from '../../text.tsx';
import { ownSessionsQuery, useAccountApi, useOwnChange } from './account-api.ts';

/** Where the own account is signed in; a session that is not one's own ends here. */
export function OwnSessionsPanel() {
  const api = useAccountApi();
  const { data, error, refetch } = useQuery(ownSessionsQuery(api));
  const end = useOwnChange(
    (sessionId: string) => api.revokeMySession({ sessionId }),
    'The session has ended',
    () => undefined,
  );
  return (
    <Panel title="Where you are signed in">
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      <ul className="sd-list">
        {data?.items.map(session => (
          <li key={session.id}>
            <div className="sd-grow">
              <b>{deviceOf(session.userAgent)}</b>{' '}
              {session.current && <StatusChip tone="info">This one</StatusChip>}
              <div className="sd-text2">
                {session.ipAddress} · since <TimeText value={session.startedAt} form="short" /> · last used{' '}
                <TimeText value={session.lastActivityAt} form="short" />
              </div>
            </div>
            {!session.current && (
              <Button
                size="small"
                aria-label={`End the session on ${deviceOf(session.userAgent)}, ${session.ipAddress}`}
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

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** `Chrome on Windows`: enough for a person to know the own devices by. */
function deviceOf(userAgent: string): string {
  const nameIn = (list: readonly (readonly [RegExp, string])[]) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = nameIn(SYSTEMS);
  return `${nameIn(BROWSERS) ?? 'A browser'}${system ? ` on ${system}` : ''}`;
}
