import type { EncounterSummary } from '@spark-den/contracts/clinical/types';
import {
  DateText,
  EmptyState,
  ErrorState,
  PatientBanner,
  SkeletonRows,
  StatusChip,
  useToday,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { PermissionDenied, useSession, useSwitchContext, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import { dotted } from '../../encounters/public.ts';
import { patientEncountersQuery, patientSummaryQuery } from '../api/patient-queries.ts';

const COLUMNS: WorklistColumn<EncounterSummary>[] = [
  {
    id: 'date',
    header: 'Date',
    width: '120px',
    primary: true,
    cell: encounter => <DateText value={encounter.dateOfService} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: '110px',
    cell: ({ status }) => (
      <StatusChip tone={status === 'signed' ? 'success' : 'progress'}>
        {status === 'signed' ? 'Signed' : 'Open'}
      </StatusChip>
    ),
  },
  {
    id: 'diagnoses',
    header: 'Diagnoses',
    width: 'minmax(200px, 2fr)',
    cell: ({ diagnoses }) =>
      diagnoses.map(({ code, label }) => `${dotted(code)} ${label ?? ''}`.trim()).join(' · '),
  },
  {
    id: 'services',
    header: 'Services',
    width: 'minmax(160px, 1fr)',
    cell: ({ services }) => (
      <span className="sd-num">
        {services.map(({ code, units }) => (units > 1 ? `${code} × ${units}` : code)).join(' · ')}
      </span>
    ),
  },
];

/** A patient on the clinical side: who it is, and the encounters. */
export function PatientPage() {
  useTitle('Patient');
  const { patientId = '' } = useParams();
  const { can } = useSession();
  const today = useToday();
  const navigate = useNavigate();
  useSwitchContext({ patientId });
  const patient = useQuery(patientSummaryQuery(patientId));
  const encounters = useQuery({
    ...patientEncountersQuery(patientId),
    enabled: can('clinical.encounter.read'),
  });
  if (!can('patients.patient.read')) return <PermissionDenied permission="patients.patient.read" />;
  if (patient.isPending) return <SkeletonRows rows={6} />;
  if (patient.error) return <ErrorState error={patient.error} onRetry={() => void patient.refetch()} />;
  if (!patient.data) {
    return (
      <EmptyState kind="no-match" title="This chart is not open to you">
        It may be restricted, or the link may be old.
      </EmptyState>
    );
  }
  const { name, nameUsed, birthDate, sex, mrn } = patient.data;
  return (
    <>
      <PatientBanner
        name={`${name.given} ${name.family}`}
        nameUsed={nameUsed ?? undefined}
        birthDate={birthDate}
        today={today}
        sex={{ female: 'F', male: 'M', unknown: 'U' }[sex]}
        mrn={mrn}
      />
      <Worklist
        label="Encounters"
        columns={COLUMNS}
        rows={encounters.data?.items ?? []}
        rowId={encounter => encounter.encounterId}
        rowLabel={encounter => encounter.dateOfService}
        onOpen={encounter => navigate(`/encounters/${encounter.encounterId}`)}
        isLoading={encounters.isLoading}
        error={encounters.error}
        onRetry={() => void encounters.refetch()}
        empty={
          <EmptyState kind="first" title="No encounters yet">
            The first one opens from the list of today, once the patient has arrived.
          </EmptyState>
        }
      />
    </>
  );
}
