import Button from '@mui/material/Button';
import type { WriteOff } from '@spark-den/contracts/billing/ledger-types';
import { formatCents } from '@spark-den/kernel';
import {
  EmptyState,
  MoneyText,
  PageHeader,
  StatusChip,
  TimeText,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { billing, usePatientNames } from '../../payments/public.ts';
import { writeOffsQuery } from '../api/account-queries.ts';
import { AccountTabs } from '../components/account-tabs.tsx';
import { WRITE_OFF_REASONS, WRITE_OFF_STATUS } from '../lib/texts.ts';

/** Balances that were given up, and those that wait for a second person. */
export function WriteOffsPage() {
  useTitle('Write-offs');
  const navigate = useNavigate();
  const session = useSession();
  const list = pagedRows(useInfiniteQuery(writeOffsQuery()));
  const { rows } = list;
  const nameOf = usePatientNames(rows.map(row => row.patientId));
  const decide = useCommand({
    touches: 'billing',
    run: ({ row, approve }: { row: WriteOff; approve: boolean }) =>
      billing.decideWriteOff({ writeOffId: row.writeOffId, approve }),
    done: row => `${formatCents(row.amountCents)}: ${WRITE_OFF_STATUS[row.state].label.toLowerCase()}`,
  });
  const may = session.can('billing.write_off.approve');
  const columns: readonly WorklistColumn<WriteOff>[] = [
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(140px, 1.2fr)',
      cell: row => nameOf(row.patientId),
    },
    {
      id: 'state',
      header: 'Status',
      width: '160px',
      cell: row => (
        <StatusChip tone={WRITE_OFF_STATUS[row.state].tone}>{WRITE_OFF_STATUS[row.state].label}</StatusChip>
      ),
    },
    {
      id: 'reason',
      header: 'Reason',
      width: '132px',
      cell: row => WRITE_OFF_REASONS.find(({ value }) => value === row.reason)?.label.split(' (')[0],
    },
    {
      id: 'note',
      header: 'Note',
      width: 'minmax(140px, 2fr)',
      cell: row => <span className="sd-text2">{row.note}</span>,
    },
    { id: 'by', header: 'Asked by', width: 'minmax(110px, 1fr)', cell: row => row.requestedBy },
    {
      id: 'at',
      header: 'Asked',
      width: '148px',
      wideOnly: true,
      cell: row => <TimeText value={row.requestedAt} form="short" />,
    },
    {
      id: 'amount',
      header: 'Amount',
      width: '104px',
      align: 'end',
      cell: row => <MoneyText value={row.amountCents} />,
    },
    {
      id: 'decide',
      header: 'Decide',
      width: '176px',
      cell: row =>
        may && row.state === 'requested' ? (
          <span className="sd-actions">
            <Button
              size="small"
              disabled={decide.isPending}
              onClick={() => decide.mutate({ row, approve: false })}
            >
              Decline
            </Button>
            <Button
              size="small"
              disabled={decide.isPending}
              onClick={() => decide.mutate({ row, approve: true })}
            >
              Approve
            </Button>
          </span>
        ) : (
          (row.decidedBy ?? '—')
        ),
    },
  ];
  return (
    <>
      <PageHeader title="Accounts">
        <AccountTabs />
      </PageHeader>
      <Worklist
        label="Write-offs"
        columns={columns}
        rowId={row => row.writeOffId}
        rowLabel={row => nameOf(row.patientId)}
        onOpen={row => void navigate(`/accounts/${row.patientId}`)}
        {...list}
        empty={<EmptyState kind="done" title="Nothing was written off" />}
      />
    </>
  );
}
