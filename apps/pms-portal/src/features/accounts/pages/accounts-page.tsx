import {
  DateText,
  EmptyState,
  MoneyText,
  PageHeader,
  ViewSwitch,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { useListParams, usePatientNames, type billing } from '../../payments/public.ts';
import { accountsQuery } from '../api/account-queries.ts';
import { AccountTabs } from '../components/account-tabs.tsx';

type Account = Awaited<ReturnType<typeof billing.listAccounts>>['items'][number];

const VIEWS = [
  { value: 'all', label: 'All open' },
  { value: 'debit', label: 'Patient owes' },
  { value: 'credit', label: 'We hold credit' },
] as const;

function columnsOf(nameOf: (patientId: string) => string): readonly WorklistColumn<Account>[] {
  return [
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(160px, 2fr)',
      cell: row => nameOf(row.patientId),
    },
    {
      id: 'oldest',
      header: 'Oldest service',
      width: '124px',
      cell: row => (row.oldestServiceDate ? <DateText value={row.oldestServiceDate} /> : '—'),
    },
    {
      id: 'insurance',
      header: 'Insurers owe',
      width: '132px',
      align: 'end',
      cell: row => <MoneyText value={row.balances.insuranceCents} sparse />,
    },
    {
      id: 'patientOwes',
      header: 'Patient owes',
      width: '132px',
      align: 'end',
      cell: row => <MoneyText value={row.balances.patientCents} sparse />,
    },
    {
      id: 'credit',
      header: 'Credit',
      width: '112px',
      align: 'end',
      cell: row => <MoneyText value={row.balances.unappliedCents} sparse />,
    },
  ];
}

/** Accounts that are not zero; credits in a column of their own, never netted. */
export function AccountsPage() {
  useTitle('Accounts');
  const navigate = useNavigate();
  const { get, set } = useListParams();
  const view = VIEWS.find(({ value }) => value === get('view'))?.value ?? 'all';
  const list = pagedRows(useInfiniteQuery(accountsQuery(view)));
  const { rows } = list;
  const nameOf = usePatientNames(rows.map(row => row.patientId));
  return (
    <>
      <PageHeader title="Accounts">
        <AccountTabs />
      </PageHeader>
      <ViewSwitch
        label="Balance"
        views={VIEWS}
        value={view}
        onChange={value => set({ view: value === 'all' ? undefined : value })}
      />
      <Worklist
        label="Accounts"
        columns={columnsOf(nameOf)}
        rowId={row => row.patientId}
        rowLabel={row => nameOf(row.patientId)}
        onOpen={row => void navigate(`/accounts/${row.patientId}`)}
        {...list}
        empty={<EmptyState kind="done" title="No account is open" />}
      />
    </>
  );
}
