import Button from '@mui/material/Button';
import { formatCents } from '@spark-den/kernel';
import { DateText, EmptyState, MoneyText, StatusChip, Worklist, type WorklistColumn } from '@spark-den/ui';
import { pagedRows, useCommand, useSession } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { billing, usePatientNames } from '../../payments/public.ts';
import { candidatesQuery } from '../api/statement-queries.ts';

type Candidate = Awaited<ReturnType<typeof billing.listStatementCandidates>>['items'][number];

const HOLD = { below_minimum: 'Below the minimum', recent_statement: 'Statement this month' } as const;
const NOBODY: ReadonlySet<string> = new Set();

function columnsOf(nameOf: (patientId: string) => string): readonly WorklistColumn<Candidate>[] {
  return [
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(160px, 2fr)',
      cell: row => nameOf(row.patientId),
    },
    {
      id: 'hold',
      header: 'Status',
      width: '184px',
      cell: row =>
        row.hold ? (
          <StatusChip tone="neutral">{HOLD[row.hold]}</StatusChip>
        ) : (
          <StatusChip tone="info">Due</StatusChip>
        ),
    },
    {
      id: 'last',
      header: 'Last statement',
      width: '124px',
      cell: row => (row.lastStatementOn ? <DateText value={row.lastStatementOn} /> : 'None'),
    },
    {
      id: 'pending',
      header: 'Insurers still owe',
      width: '140px',
      align: 'end',
      cell: row => <MoneyText value={row.pendingInsuranceCents} sparse />,
    },
    {
      id: 'due',
      header: 'Patient owes',
      width: '124px',
      align: 'end',
      cell: row => <MoneyText value={row.dueCents} />,
    },
  ];
}

/** Accounts that owe something adjudicated; each statement is its own letter to its own recipient. */
export function CandidateList() {
  const session = useSession();
  const navigate = useNavigate();
  const [checked, setChecked] = useState(NOBODY);
  const list = pagedRows(useInfiniteQuery(candidatesQuery()));
  const { rows } = list;
  const nameOf = usePatientNames(rows.map(row => row.patientId));
  const chosen = rows.filter(row => checked.has(row.patientId));
  const issue = useCommand({
    touches: 'billing',
    run: async () => {
      for (const { patientId } of chosen) await billing.issueStatement({ patientId });
      return chosen.length;
    },
    done: count => `${count} ${count === 1 ? 'statement' : 'statements'} issued`,
    onDone: () => setChecked(NOBODY),
  });
  const total = formatCents(
    chosen.reduce((sum, row) => (sum + row.dueCents) as typeof sum, 0 as Candidate['dueCents']),
  );
  const may = session.can('billing.statement.issue');
  return (
    <Worklist
      label="Accounts to bill"
      columns={columnsOf(nameOf)}
      rowId={row => row.patientId}
      rowLabel={row => nameOf(row.patientId)}
      onOpen={row => void navigate(`/accounts/${row.patientId}`)}
      checked={may ? checked : undefined}
      onCheck={may ? setChecked : undefined}
      bulkActions={
        <Button
          variant="contained"
          color="primary"
          disabled={issue.isPending}
          onClick={() => issue.mutate(undefined)}
        >
          Issue {chosen.length} {chosen.length === 1 ? 'statement' : 'statements'} · {total}
        </Button>
      }
      {...list}
      empty={<EmptyState kind="done" title="Nobody owes anything that an insurer has decided" />}
    />
  );
}
