import Button from '@mui/material/Button';
import type { Session } from '@spark-den/contracts/identity/types';
import {
  ConfirmDialog,
  deviceText,
  EmptyState,
  FilterBar,
  PageHeader,
  StatusChip,
  TimeText,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { z } from 'zod';
import { identity, sessionsQuery } from '../api/identity-queries.ts';
import { UserTabs } from '../components/admin-tabs.tsx';
import { UserFilter } from '../components/user-filter.tsx';

type Row = z.output<typeof Session>;

const PORTALS = { pms: 'Practice', clinical: 'Clinical' } as const;

function columnsOf(onEnd: ((row: Row) => void) | undefined): readonly WorklistColumn<Row>[] {
  return [
    {
      id: 'person',
      header: 'Person',
      primary: true,
      width: 'minmax(150px, 1.4fr)',
      cell: row => row.displayName,
    },
    {
      id: 'portals',
      header: 'Portals',
      width: '128px',
      cell: row => row.portals.map(portal => PORTALS[portal]).join(', '),
    },
    { id: 'device', header: 'Device', width: 'minmax(140px, 1fr)', cell: row => deviceText(row.userAgent) },
    {
      id: 'address',
      header: 'Address',
      width: '128px',
      wideOnly: true,
      cell: row => <span className="sd-num">{row.ipAddress}</span>,
    },
    {
      id: 'factor',
      header: 'Signed in with',
      width: '148px',
      wideOnly: true,
      cell: row => (row.amr.includes('otp') ? 'Password and code' : 'Password'),
    },
    {
      id: 'started',
      header: 'Since',
      width: '128px',
      cell: row => <TimeText value={row.startedAt} form="short" />,
    },
    { id: 'idle', header: 'Locks at', width: '96px', cell: row => <TimeText value={row.idleExpiresAt} /> },
    {
      id: 'end',
      header: '',
      width: '112px',
      align: 'end',
      cell: row =>
        row.current ? (
          <StatusChip tone="info">This one</StatusChip>
        ) : (
          onEnd && (
            <Button size="small" onClick={() => onEnd(row)}>
              End…
            </Button>
          )
        ),
    },
  ];
}

/** Who is signed in now, and where; ending a session takes effect everywhere within seconds. */
export function SessionsPage() {
  useTitle('Open sessions');
  const session = useSession();
  const [params] = useSearchParams();
  const [ending, setEnding] = useState<Row>();
  const list = useInfiniteQuery(sessionsQuery(params.get('user') ?? undefined));
  const end = useCommand({
    touches: 'identity',
    run: (sessionId: string) => identity.revokeSession({ sessionId }),
    done: 'The session has ended',
    onDone: () => setEnding(undefined),
  });
  return (
    <>
      <PageHeader title="User Management">
        <UserTabs />
      </PageHeader>
      <FilterBar label="Whose sessions">
        <UserFilter />
      </FilterBar>
      <Worklist
        label="Open sessions"
        columns={columnsOf(session.can('identity.session.revoke') ? setEnding : undefined)}
        rows={list.data?.pages.flatMap(page => page.items) ?? []}
        rowId={row => row.id}
        rowLabel={row => `${row.displayName}, ${deviceText(row.userAgent)}`}
        isLoading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        hasMore={list.hasNextPage}
        isLoadingMore={list.isFetchingNextPage}
        onLoadMore={() => void list.fetchNextPage()}
        empty={<EmptyState kind="done" title="Nobody is signed in" />}
      />
      {ending && (
        <ConfirmDialog
          title={`End the session of ${ending.displayName}?`}
          confirmLabel="End session"
          tone="danger"
          busy={end.isPending}
          onConfirm={() => end.mutate(ending.id)}
          onClose={() => setEnding(undefined)}
        >
          {deviceText(ending.userAgent)} is locked in both portals within seconds. What is typed there stays
          behind the lock until the same person signs in again.
        </ConfirmDialog>
      )}
    </>
  );
}
