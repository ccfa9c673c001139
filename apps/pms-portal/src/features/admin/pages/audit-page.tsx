import { AUDIT_SORT_KEYS, type LoggedEvent } from '@spark-den/contracts/audit/types';
import { instant } from '@spark-den/kernel';
import {
  actorText,
  browserNow,
  EmptyState,
  FilterBar,
  PageHeader,
  SelectInput,
  SplitPane,
  StatusChip,
  TimeText,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { z } from 'zod';
import { eventsQuery, namesQuery, type AuditFilter } from '../api/audit-queries.ts';
import { EventPeek } from '../components/event-peek.tsx';
import { IntegrityStatus, VerifyButton } from '../components/integrity.tsx';
import { PatientFilter } from '../components/patient-filter.tsx';
import { UserFilter } from '../components/user-filter.tsx';
import { nameText } from '../lib/patient-names.ts';
import { actionText, KINDS, OUTCOME, serviceText } from '../lib/texts.ts';

type Event = z.output<typeof LoggedEvent>;

const PERIODS = [
  { value: '1', label: 'Last 24 hours' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
] as const;
const OUTCOMES = Object.entries(OUTCOME).map(([value, { label }]) => ({ value, label }));
const DAY_MS = 86_400_000;

function columnsOf(patientName: (id: string) => string | undefined): readonly WorklistColumn<Event>[] {
  return [
    {
      id: 'occurredAt',
      header: 'When',
      width: '136px',
      sortable: true,
      cell: row => <TimeText value={row.occurredAt} form="short" />,
    },
    {
      id: 'actorName',
      header: 'Who',
      width: 'minmax(104px, 1fr)',
      sortable: true,
      cell: row => actorText(row.actorName),
    },
    {
      id: 'action',
      header: 'What',
      primary: true,
      width: 'minmax(132px, 1.4fr)',
      sortable: true,
      cell: row => actionText(row.action),
    },
    {
      id: 'patientId',
      header: 'Patient',
      width: 'minmax(104px, 1.1fr)',
      cell: row => (row.patientId ? (patientName(row.patientId) ?? 'On file') : '—'),
    },
    {
      id: 'kind',
      header: 'Kind',
      width: '84px',
      sortable: true,
      wideOnly: true,
      cell: row => KINDS[row.kind],
    },
    {
      id: 'outcome',
      header: 'Outcome',
      width: '100px',
      sortable: true,
      cell: row => <StatusChip tone={OUTCOME[row.outcome].tone}>{OUTCOME[row.outcome].label}</StatusChip>,
    },
    {
      id: 'service',
      header: 'Part',
      width: '104px',
      sortable: true,
      wideOnly: true,
      cell: row => serviceText(row.service),
    },
  ];
}

/** Who saw and changed what: by patient, by person, by period; each entry sealed. */
export function AuditPage() {
  useTitle('Audit Logs');
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const filter = useFilter(params);
  const list = pagedRows(useInfiniteQuery(eventsQuery(filter)));
  const { rows } = list;
  const ids = [...new Set(rows.flatMap(row => (row.patientId ? [row.patientId] : [])))].slice(0, 200);
  const maySeeNames = session.can('patients.patient.read');
  const names = useQuery({ ...namesQuery(ids), enabled: maySeeNames && ids.length > 0 });
  const byId = new Map(names.data?.items.map(({ requestedId, name }) => [requestedId, nameText(name)]));
  const selected = rows.find(row => row.id === params.get('event'));
  const set = (name: string, value: string | undefined) =>
    setParams(current => {
      if (value === undefined || value === '') current.delete(name);
      else current.set(name, value);
      return current;
    });
  return (
    <>
      <PageHeader title="Audit Logs" aside={<IntegrityStatus />} actions={<VerifyButton />} />
      <FilterBar label="Narrow the log">
        {maySeeNames && (
          <PatientFilter patientId={filter.patientId} onChange={value => set('patient', value)} />
        )}
        <UserFilter />
        <SelectInput
          label="Period"
          hideLabel
          options={[...PERIODS]}
          value={params.get('days') ?? '7'}
          onChange={event => set('days', event.target.value)}
        />
        <SelectInput
          label="Outcome"
          hideLabel
          placeholder="Any outcome"
          options={OUTCOMES}
          value={params.get('outcome') ?? ''}
          onChange={event => set('outcome', event.target.value)}
        />
      </FilterBar>
      <SplitPane
        peek={
          selected && (
            <EventPeek
              event={selected}
              patientName={selected.patientId ? byId.get(selected.patientId) : undefined}
              onClose={() => set('event', undefined)}
            />
          )
        }
      >
        <Worklist
          label="Audit entries"
          columns={columnsOf(id => byId.get(id))}
          rowId={row => row.id}
          rowLabel={row => `${actorText(row.actorName)}, ${actionText(row.action)}`}
          sort={params.get('sort') ?? '-occurredAt'}
          onSort={sort => set('sort', sort)}
          selectedId={selected?.id}
          onSelect={row => set('event', row.id)}
          {...list}
          empty={
            <EmptyState kind="no-match" title="Nothing was recorded">
              Choose a longer period or another person.
            </EmptyState>
          }
        />
      </SplitPane>
    </>
  );
}

/** The search that the address stands for. */
function useFilter(params: URLSearchParams): AuditFilter {
  const days = PERIODS.find(({ value }) => value === params.get('days'))?.value ?? '7';
  // To the minute, so that the same page asks the same question.
  const from = useMemo(
    () => instant(Math.floor(Date.parse(browserNow()) / 60_000) * 60_000 - Number(days) * DAY_MS),
    [days],
  );
  const [first = '-occurredAt'] = (params.get('sort') ?? '').split(',').filter(Boolean);
  const sort = AUDIT_SORT_KEYS.find(key => key === first.replace(/^-/, '')) ?? 'occurredAt';
  const outcome = OUTCOMES.find(({ value }) => value === params.get('outcome'))?.value;
  return {
    from,
    patientId: params.get('patient') ?? undefined,
    actorId: params.get('user') ?? undefined,
    outcome: outcome ? (outcome as 'success' | 'denied' | 'failed') : undefined,
    sort,
    direction: first.startsWith('-') ? 'desc' : 'asc',
  };
}
