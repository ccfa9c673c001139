import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { DateText, EmptyState, formatTime, StatusChip, Worklist } from '@spark-den/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { useNavigate, useParams } from 'react-router-dom';
import { api } from '../../../app/api.ts';
import { wordsOf } from '../lib/patient-text.ts';

const scheduling = api(schedulingContract);

const TONES: Readonly<Record<string, 'info' | 'success' | 'danger' | 'progress' | 'neutral'>> = {
  booked: 'info',
  'checked-out': 'success',
  'no-show': 'danger',
  cancelled: 'neutral',
  rescheduled: 'neutral',
};

/** Visits of the patient, latest first; one opens on the calendar. */
export function AppointmentsTab() {
  const { patientId = '' } = useParams();
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ['scheduling', 'patient-appointments', patientId],
    queryFn: ({ pageParam, signal }) =>
      scheduling.listAppointments({ patientId, order: 'latest', cursor: pageParam, limit: 50 }, { signal }),
    ...byPage,
  });
  return (
    <Worklist
      label="Appointments of the patient"
      rows={list.data?.pages.flatMap(page => page.items) ?? []}
      rowId={row => row.appointmentId}
      rowLabel={row => `${row.appointmentTypeName} on ${row.date}`}
      onOpen={row => navigate(`/calendar?date=${row.date}&appointment=${row.appointmentId}`)}
      isLoading={list.isPending}
      error={list.error}
      onRetry={() => void list.refetch()}
      hasMore={list.hasNextPage}
      isLoadingMore={list.isFetchingNextPage}
      onLoadMore={() => void list.fetchNextPage()}
      columns={[
        {
          id: 'when',
          header: 'When',
          primary: true,
          width: '168px',
          cell: row => (
            <>
              <DateText value={row.date} /> {formatTime(row.localStart)}
            </>
          ),
        },
        { id: 'type', header: 'Visit', width: 'minmax(160px, 2fr)', cell: row => row.appointmentTypeName },
        { id: 'provider', header: 'Provider', cell: row => row.providerName },
        {
          id: 'status',
          header: 'Status',
          width: '140px',
          cell: row => (
            <StatusChip tone={TONES[row.status] ?? 'progress'}>
              {wordsOf(row.status.replaceAll('-', ' '))}
            </StatusChip>
          ),
        },
      ]}
      empty={
        <EmptyState kind="first" title="No visits yet">
          Book one on the calendar.
        </EmptyState>
      }
    />
  );
}
