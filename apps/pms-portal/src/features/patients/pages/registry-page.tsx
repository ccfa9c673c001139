import Button from '@mui/material/Button';
import type { z } from 'zod';
import type { PatientSummary } from '@spark-den/contracts/patients/types';
import {
  DateText,
  EmptyState,
  FilterBar,
  PageHeader,
  SearchInput,
  SplitPane,
  StatusChip,
  ViewSwitch,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { payersQuery } from '../api/coverage-queries.ts';
import { registryQuery } from '../api/patient-queries.ts';
import { draftsQuery } from '../api/registration-queries.ts';
import { DraftList } from '../components/draft-list.tsx';
import { PatientPeek } from '../components/patient-peek.tsx';
import { listName, phoneText, sexLetter, wordsOf } from '../lib/patient-text.ts';

type Summary = z.output<typeof PatientSummary>;

/** What stays when the detail takes the right side. */
const BESIDE_PEEK = ['name', 'birthDate', 'mrn', 'coverage'];
const STATUS = { active: 'success', inactive: 'neutral', deceased: 'neutral' } as const;

function columnsOf(payerName: (payerId: string | null) => string): readonly WorklistColumn<Summary>[] {
  return [
    {
      id: 'name',
      header: 'Patient',
      primary: true,
      width: 'minmax(200px, 2fr)',
      cell: row => (
        <>
          {listName(row.name)}
          {row.nameUsed && <span className="sd-text2"> “{row.nameUsed}”</span>}
        </>
      ),
    },
    {
      id: 'birthDate',
      header: 'Born',
      width: '124px',
      cell: row => (
        <>
          <DateText value={row.birthDate} /> <span className="sd-text2">{sexLetter(row.sex)}</span>
        </>
      ),
    },
    { id: 'mrn', header: 'MRN', width: '92px', cell: row => <span className="sd-num">{row.mrn}</span> },
    {
      id: 'phone',
      header: 'Phone',
      width: '132px',
      cell: row => <span className="sd-num">{row.phone ? phoneText(row.phone) : '—'}</span>,
    },
    {
      id: 'city',
      header: 'City',
      wideOnly: true,
      cell: row => (row.city ? `${row.city}, ${row.state ?? ''}` : '—'),
    },
    {
      id: 'coverage',
      header: 'Insurance',
      width: 'minmax(150px, 1.4fr)',
      cell: row =>
        row.primaryPayerId
          ? `${payerName(row.primaryPayerId)} · ${row.primaryMemberId ?? ''}`
          : 'None on file',
    },
    {
      id: 'status',
      header: 'Status',
      width: '104px',
      cell: row => <StatusChip tone={STATUS[row.status]}>{wordsOf(row.status)}</StatusChip>,
    },
  ];
}

/** Search first: the box has the focus, the list answers while typing. What was typed stays out of the address. */
export function RegistryPage() {
  useTitle('Patient Registry');
  const session = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState('');
  const searched = useDeferredValue(text.trim());
  const box = useRef<HTMLInputElement>(null);
  const mayRegister = session.can('patients.patient.register');
  const view = params.get('view') === 'unfinished' && mayRegister ? 'unfinished' : 'patients';
  const selectedId = params.get('patient') ?? undefined;
  useEffect(() => box.current?.focus(), [view]);
  useHotkeys('n', () => navigate('/patients/new'), { enabled: mayRegister });
  useHotkeys('/', () => box.current?.focus(), { preventDefault: true });

  const list = pagedRows(useInfiniteQuery(registryQuery(searched)));
  const drafts = useQuery({ ...draftsQuery(), enabled: mayRegister });
  const payers = useQuery(payersQuery());
  const change = (name: string, value: string | undefined) =>
    setParams(current => {
      if (value === undefined) current.delete(name);
      else current.set(name, value);
      return current;
    });
  const payerName = (id: string | null) =>
    payers.data?.items.find(payer => payer.id === id)?.name ?? 'Insured';

  const columns = columnsOf(payerName);

  return (
    <>
      <PageHeader
        title="Patient Registry"
        actions={
          <>
            {session.can('patients.patient.merge') && (
              <Button component={Link} to="/patients/duplicates">
                Review duplicates
              </Button>
            )}
            {mayRegister && (
              <Button
                component={Link}
                to="/patients/new"
                variant="contained"
                color="primary"
                title="Register patient (N)"
              >
                Register patient
              </Button>
            )}
          </>
        }
      />
      {mayRegister && (
        <ViewSwitch
          label="Views"
          value={view}
          onChange={value => change('view', value === 'patients' ? undefined : value)}
          views={[
            { value: 'patients', label: 'All patients' },
            { value: 'unfinished', label: 'Unfinished registrations', count: drafts.data?.items.length },
          ]}
        />
      )}
      {view === 'unfinished' ? (
        <DraftList drafts={drafts.data?.items ?? []} />
      ) : (
        <>
          <FilterBar label="Find a patient">
            <SearchInput
              ref={box}
              label="Name, birth date, phone, MRN or member id"
              value={text}
              onChange={event => setText(event.target.value)}
            />
          </FilterBar>
          <SplitPane
            peek={
              selectedId && (
                <PatientPeek patientId={selectedId} onClose={() => change('patient', undefined)} />
              )
            }
          >
            <Worklist
              label="Patients"
              columns={columns.filter(({ id }) => !selectedId || BESIDE_PEEK.includes(id))}
              rowId={row => row.id}
              rowLabel={row => listName(row.name)}
              selectedId={selectedId}
              onSelect={row => change('patient', row.id)}
              onOpen={row => navigate(`/patients/${row.id}`)}
              {...list}
              empty={
                searched === '' ? (
                  <EmptyState kind="first" title="No patients yet">
                    The first one you register appears here.
                  </EmptyState>
                ) : (
                  <EmptyState kind="no-match" title="Nobody matches">
                    Names are found as they sound. Try the birth date or the phone number instead.
                  </EmptyState>
                )
              }
            />
          </SplitPane>
        </>
      )}
    </>
  );
}
