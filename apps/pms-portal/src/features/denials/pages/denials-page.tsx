import type { Denial } from '@spark-den/contracts/billing/denial-types';
import type { LocalDate } from '@spark-den/kernel';
import {
  DateText,
  DeadlineChip,
  EmptyState,
  MoneyText,
  PageHeader,
  SplitPane,
  StatusChip,
  useToday,
  ViewSwitch,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { useListParams, usePatientNames } from '../../payments/public.ts';
import { denialsQuery } from '../api/denial-queries.ts';
import { DenialPeek } from '../components/denial-peek.tsx';
import { DENIAL_STATUS, isLive } from '../lib/texts.ts';

const VIEWS = [
  { value: 'open', label: 'To work' },
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'All' },
];

function columnsOf(
  today: LocalDate,
  nameOf: (patientId: string) => string,
): readonly WorklistColumn<Denial>[] {
  return [
    {
      id: 'deadline',
      header: 'Deadline',
      width: '104px',
      cell: row =>
        isLive(row) ? <DeadlineChip due={row.deadline} today={today} /> : <DateText value={row.deadline} />,
    },
    {
      id: 'category',
      header: 'Category',
      primary: true,
      width: 'minmax(120px, 1.3fr)',
      cell: row => row.categoryLabel,
    },
    {
      id: 'next',
      header: 'Next action',
      width: 'minmax(130px, 2fr)',
      cell: row => (isLive(row) ? row.nextAction : '—'),
    },
    { id: 'owner', header: 'Owner', width: 'minmax(72px, 0.8fr)', cell: row => row.ownerName ?? 'Nobody' },
    { id: 'patient', header: 'Patient', width: 'minmax(100px, 1fr)', cell: row => nameOf(row.patientId) },
    {
      id: 'status',
      header: 'Status',
      width: '112px',
      cell: row => (
        <StatusChip tone={DENIAL_STATUS[row.state].tone}>{DENIAL_STATUS[row.state].label}</StatusChip>
      ),
    },
    {
      id: 'amount',
      header: 'Denied',
      width: '84px',
      align: 'end',
      cell: row => <MoneyText value={row.amountCents} />,
    },
  ];
}

/** Denied services in the order in which work brings most: expected recovery by the days that are left. */
export function DenialsPage() {
  useTitle('Denial Management');
  const session = useSession();
  const navigate = useNavigate();
  const today = useToday();
  const { get, set } = useListParams();
  const view = VIEWS.find(({ value }) => value === get('view'))?.value ?? 'open';
  const list = pagedRows(
    useInfiniteQuery(
      denialsQuery({ open: view !== 'all', ownerId: view === 'mine' ? session.user.id : undefined }),
    ),
  );
  const { rows } = list;
  const nameOf = usePatientNames(rows.map(row => row.patientId));
  const selected = rows.find(row => row.denialId === get('denial'));
  return (
    <>
      <PageHeader title="Denial Management" />
      <ViewSwitch
        label="Views"
        views={VIEWS}
        value={view}
        onChange={value => set({ view: value === 'open' ? undefined : value, denial: undefined })}
      />
      <SplitPane
        peek={
          selected && (
            <DenialPeek
              denial={selected}
              patientName={nameOf(selected.patientId)}
              today={today}
              onClose={() => set({ denial: undefined })}
            />
          )
        }
      >
        <Worklist
          label="Denials"
          columns={columnsOf(today, nameOf)}
          rowId={row => row.denialId}
          rowLabel={row => `${row.categoryLabel}, ${nameOf(row.patientId)}`}
          selectedId={selected?.denialId}
          onSelect={row => set({ denial: row.denialId })}
          onOpen={row => void navigate(`/denials/${row.denialId}`)}
          {...list}
          empty={<EmptyState kind={view === 'open' ? 'done' : 'no-match'} title="No denial waits here" />}
        />
      </SplitPane>
    </>
  );
}
