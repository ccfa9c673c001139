import '../scheduling.css';
import type { OutputOf } from '@spark-den/contracts/operation';
import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { AppointmentStatus, AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { isLocalDate } from '@spark-den/kernel';
import {
  AsOf,
  EmptyState,
  ErrorState,
  formatDay,
  formatTime,
  PageHeader,
  SkeletonRows,
  StatusChip,
  useToday,
} from '@spark-den/ui';
import { RequirePermission, useLocationId, useTitle } from '@spark-den/ui/portal';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { flowQuery } from '../api/scheduling-queries.ts';
import { NextStepButton } from '../components/visit-actions.tsx';
import { VisitDialog, type VisitDialogKind } from '../components/visit-dialogs.tsx';
import { statusLook } from '../lib/status.ts';

type FlowVisit = OutputOf<typeof schedulingContract.operations.flowBoard>['visits'][number];

const LANES: readonly {
  readonly title: string;
  readonly states: readonly AppointmentStatus[];
  readonly longMinutes: number;
}[] = [
  { title: 'Expected', states: ['booked'], longMinutes: Infinity },
  { title: 'Arrived', states: ['arrived'], longMinutes: 10 },
  { title: 'Checked in', states: ['checked-in'], longMinutes: 15 },
  { title: 'In room', states: ['in-room'], longMinutes: 15 },
  { title: 'With provider', states: ['with-provider'], longMinutes: 45 },
  { title: 'Check-out', states: ['ready-checkout'], longMinutes: 10 },
  { title: 'Done', states: ['checked-out', 'no-show', 'left-without-being-seen'], longMinutes: Infinity },
];

/** The flow board: where every patient of today is, and for how long. */
export function FlowPage() {
  useTitle('Flow board');
  return (
    <RequirePermission permission="scheduling.appointment.read">
      <FlowBoard />
    </RequirePermission>
  );
}

function FlowBoard() {
  const now = useToday();
  const locationId = useLocationId();
  const [params] = useSearchParams();
  const given = params.get('date') ?? '';
  const today = isLocalDate(given) ? given : now;
  const board = useQuery(flowQuery(today, locationId));
  const [dialog, setDialog] = useState<{ kind: VisitDialogKind; visit: AppointmentSummary }>();
  const visits = board.data?.visits ?? [];
  return (
    <>
      <PageHeader
        title="Flow board"
        aside={
          <span className="sd-text2">
            {formatDay(today)}
            {board.data && ' · '}
            {board.data && <AsOf at={board.data.asOf} now={board.data.asOf} />}
          </span>
        }
        actions={
          <Button component={Link} to="/calendar">
            Calendar
          </Button>
        }
      />
      {board.error && <ErrorState error={board.error} onRetry={() => void board.refetch()} />}
      {!board.data && !board.error && <SkeletonRows rows={8} />}
      {board.data && visits.length === 0 && (
        <EmptyState kind="first" title="No visits today">
          Visits that are booked for today appear here, and move to the right as the day goes on.
        </EmptyState>
      )}
      {visits.length > 0 && (
        <div className="sd-flow">
          {LANES.map(lane => (
            <Lane
              key={lane.title}
              title={lane.title}
              longMinutes={lane.longMinutes}
              visits={visits.filter(visit => lane.states.includes(visit.status))}
              onDialog={(kind, visit) => setDialog({ kind, visit })}
            />
          ))}
        </div>
      )}
      {dialog && <VisitDialog kind={dialog.kind} visit={dialog.visit} onClose={() => setDialog(undefined)} />}
    </>
  );
}

function Lane(props: {
  readonly title: string;
  readonly longMinutes: number;
  readonly visits: readonly FlowVisit[];
  readonly onDialog: (kind: VisitDialogKind, visit: FlowVisit) => void;
}) {
  return (
    <section className="sd-flow__lane" aria-label={props.title}>
      <h2>
        {props.title} <span className="sd-tabs__count">{props.visits.length}</span>
      </h2>
      <ul>
        {props.visits.map(visit => (
          <li key={visit.appointmentId}>
            <VisitCard
              visit={visit}
              longMinutes={props.longMinutes}
              onDialog={kind => props.onDialog(kind, visit)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function VisitCard({
  visit,
  longMinutes,
  onDialog,
}: {
  readonly visit: FlowVisit;
  readonly longMinutes: number;
  readonly onDialog: (kind: VisitDialogKind) => void;
}) {
  const { tone, label, look } = statusLook(visit);
  const waiting = look === 'plain' && visit.status !== 'booked';
  return (
    <article className="sd-flow__card" aria-label={visit.patientName}>
      <div className="sd-row">
        <b className="sd-num">{formatTime(visit.localStart)}</b>
        <Link className="sd-ellipsis" to={`/calendar?appointment=${visit.appointmentId}`}>
          {visit.patientName}
        </Link>
      </div>
      <div className="sd-meta">
        {visit.appointmentTypeName} · {visit.providerName}
        {visit.roomName && visit.status !== 'booked' && ` · ${visit.roomName}`}
      </div>
      <div className="sd-row">
        {waiting ? (
          <StatusChip tone={visit.minutesInState >= longMinutes ? 'warning' : tone}>
            {visit.minutesInState} min
          </StatusChip>
        ) : (
          <StatusChip tone={tone}>{label}</StatusChip>
        )}
        {visit.overriddenGates.length > 0 && (
          <StatusChip tone="warning">No {visit.overriddenGates.join(', ')}</StatusChip>
        )}
        <span className="sd-grow" />
        <NextStepButton visit={visit} onDialog={onDialog} size="small" />
      </div>
    </article>
  );
}
