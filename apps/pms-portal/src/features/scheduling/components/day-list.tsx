import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { EmptyState, formatTime, StatusChip, Worklist, type WorklistColumn } from '@spark-den/ui';
import { statusLook } from '../lib/status.ts';

const COLUMNS: readonly WorklistColumn<AppointmentSummary>[] = [
  {
    id: 'time',
    header: 'Time',
    width: '92px',
    cell: visit => <b className="sd-num">{formatTime(visit.localStart)}</b>,
  },
  {
    id: 'patient',
    header: 'Patient',
    width: 'minmax(160px, 2fr)',
    primary: true,
    cell: visit => visit.patientName,
  },
  { id: 'type', header: 'Visit', cell: visit => visit.appointmentTypeName },
  { id: 'provider', header: 'Provider', cell: visit => visit.providerName },
  { id: 'room', header: 'Room', width: '120px', cell: visit => visit.roomName ?? '—', wideOnly: true },
  {
    id: 'status',
    header: 'Status',
    width: '160px',
    cell: visit => {
      const { tone, label } = statusLook(visit);
      return <StatusChip tone={tone}>{label}</StatusChip>;
    },
  },
];

/** The same day as a list: for narrow screens, and for those who would rather read than look. */
export function DayList({
  visits,
  selectedId,
  onSelect,
}: {
  readonly visits: readonly AppointmentSummary[];
  readonly selectedId: string | undefined;
  readonly onSelect: (visit: AppointmentSummary) => void;
}) {
  return (
    <Worklist
      label="Visits of the day"
      columns={COLUMNS}
      rows={visits}
      rowId={visit => visit.appointmentId}
      rowLabel={visit => visit.patientName}
      selectedId={selectedId}
      onSelect={onSelect}
      empty={<EmptyState kind="first" title="No visits on this day" />}
    />
  );
}
