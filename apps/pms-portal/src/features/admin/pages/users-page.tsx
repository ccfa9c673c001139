import Button from '@mui/material/Button';
import type { User } from '@spark-den/contracts/identity/types';
import {
  EmptyState,
  PageHeader,
  SplitPane,
  StatusChip,
  TimeText,
  ViewSwitch,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useSearchParams } from 'react-router-dom';
import { rolesQuery, usersQuery } from '../api/identity-queries.ts';
import { UserTabs } from '../components/admin-tabs.tsx';
import { UserPeek } from '../components/user-peek.tsx';
import { CreateUserDialog } from '../forms/create-user-dialog.tsx';
import { USER_STATUS } from '../lib/texts.ts';

const VIEWS = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'locked', label: 'Locked' },
  { value: 'disabled', label: 'Disabled' },
] as const;

function columnsOf(roleName: (key: string) => string): readonly WorklistColumn<User>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      primary: true,
      width: 'minmax(116px, 1.4fr)',
      cell: user => user.displayName,
    },
    { id: 'email', header: 'E-mail', width: 'minmax(136px, 1.6fr)', cell: user => user.email },
    {
      id: 'roles',
      header: 'Roles',
      width: 'minmax(124px, 1.6fr)',
      cell: user => user.roles.map(roleName).join(', '),
    },
    {
      id: 'status',
      header: 'Status',
      width: '104px',
      cell: user => (
        <StatusChip tone={USER_STATUS[user.status].tone}>{USER_STATUS[user.status].label}</StatusChip>
      ),
    },
    {
      id: 'factor',
      header: 'Second factor',
      width: '104px',
      wideOnly: true,
      cell: user => (user.hasSecondFactor ? 'Set up' : '—'),
    },
    {
      id: 'lastSignIn',
      header: 'Last sign-in',
      width: '124px',
      cell: user => (user.lastSignInAt ? <TimeText value={user.lastSignInAt} form="short" /> : 'Never'),
    },
  ];
}

/** Everyone with an account in this practice. */
export function UsersPage() {
  useTitle('User Management');
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const view = VIEWS.find(({ value }) => value === params.get('status'))?.value ?? 'all';
  const list = useInfiniteQuery(usersQuery({ status: view === 'all' ? undefined : view }));
  const { data: catalogue } = useQuery(rolesQuery());
  const users = list.data?.pages.flatMap(page => page.items) ?? [];
  const selected = users.find(user => user.id === params.get('user'));
  const mayManage = session.can('identity.user.manage');
  useHotkeys('n', () => setCreating(true), { enabled: mayManage, preventDefault: true });
  const set = (name: string, value: string | undefined) =>
    setParams(current => {
      if (value === undefined) current.delete(name);
      else current.set(name, value);
      return current;
    });
  return (
    <>
      <PageHeader
        title="User Management"
        actions={
          mayManage && (
            <Button
              variant="contained"
              color="primary"
              title="New user (N)"
              onClick={() => setCreating(true)}
            >
              New user
            </Button>
          )
        }
      >
        <UserTabs />
      </PageHeader>
      <ViewSwitch
        label="Status"
        views={VIEWS}
        value={view}
        onChange={value => set('status', value === 'all' ? undefined : value)}
      />
      <SplitPane peek={selected && <UserPeek user={selected} onClose={() => set('user', undefined)} />}>
        <Worklist
          label="Users"
          columns={columnsOf(key => catalogue?.roles.find(role => role.key === key)?.name ?? key)}
          rows={users}
          rowId={user => user.id}
          rowLabel={user => user.displayName}
          selectedId={selected?.id}
          onSelect={user => set('user', user.id)}
          isLoading={list.isPending}
          error={list.error}
          onRetry={() => void list.refetch()}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
          empty={<EmptyState kind="no-match" title="No user has this status" />}
        />
      </SplitPane>
      {creating && <CreateUserDialog onClose={() => setCreating(false)} />}
    </>
  );
}
