import {
  DateText,
  EmptyState,
  FilterBar,
  PageHeader,
  SearchInput,
  takeFocus,
  usePaused,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { useTitle } from '@spark-den/ui/portal';
import type { PatientSummary } from '@spark-den/contracts/patients/types';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { patientSearchQuery } from '../api/patient-queries.ts';

const nameOf = ({ name }: PatientSummary) => `${name.family}, ${name.given}`;

const COLUMNS: WorklistColumn<PatientSummary>[] = [
  { id: 'name', header: 'Patient', primary: true, width: 'minmax(180px, 2fr)', cell: nameOf },
  { id: 'born', header: 'Born', width: '120px', cell: patient => <DateText value={patient.birthDate} /> },
  {
    id: 'mrn',
    header: 'MRN',
    width: '140px',
    cell: patient => <span className="sd-num">{patient.mrn}</span>,
  },
];

/** Finds a patient by name, date of birth, phone or number; what is typed stays out of the address. */
export function FindPatientPage() {
  useTitle('Find a patient');
  const [text, setText] = useState('');
  const settled = usePaused(text, 150);
  const found = useQuery(patientSearchQuery(useDeferredValue(settled)));
  const navigate = useNavigate();
  const asked = settled.trim().length >= 2;
  return (
    <>
      <PageHeader title="Find a patient" />
      <FilterBar label="Search">
        <SearchInput
          label="Name, date of birth, phone or MRN"
          value={text}
          onChange={event => setText(event.target.value)}
          ref={takeFocus}
        />
      </FilterBar>
      <Worklist
        label="Patients"
        columns={COLUMNS}
        rows={asked ? (found.data?.items ?? []) : []}
        rowId={patient => patient.id}
        rowLabel={nameOf}
        isLoading={asked && found.isPending}
        onOpen={patient => navigate(`/patients/${patient.id}`)}
        error={found.error}
        onRetry={() => void found.refetch()}
        empty={
          asked && found.data ? (
            <EmptyState kind="no-match" title="Nobody matches">
              Try the date of birth, or fewer letters of the name.
            </EmptyState>
          ) : (
            <EmptyState kind="first" title="Who is it?">
              Two letters of the name are enough; a date of birth, a phone number or an MRN finds one person.
            </EmptyState>
          )
        }
      />
    </>
  );
}
