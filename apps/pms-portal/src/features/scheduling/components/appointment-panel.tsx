import type { Appointment } from '@spark-den/contracts/scheduling/types';
import {
  actorText,
  ErrorState,
  FactList,
  formatDate,
  formatDay,
  formatTime,
  PeekPanel,
  SkeletonRows,
  StatusChip,
  Timeline,
  type TimelineItem,
} from '@spark-den/ui';
import { useSession, useSwitchContext } from '@spark-den/ui/portal';
import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { appointmentQuery, scheduling } from '../api/scheduling-queries.ts';
import { useRefreshVisits, useTakeStep } from '../api/visit-commands.ts';
import { GATE_TITLES } from '../lib/gate-words.ts';
import { statusLook } from '../lib/status.ts';
import { NextStepButton, OtherActions } from './visit-actions.tsx';
import type { VisitDialogKind } from './visit-dialogs.tsx';

/** Everything about the selected visit, with its next step. */
export function AppointmentPanel({
  appointmentId,
  onClose,
  onDialog,
}: {
  readonly appointmentId: string;
  readonly onClose: () => void;
  readonly onDialog: (kind: VisitDialogKind, visit: Appointment) => void;
}) {
  const { data: visit, error, refetch } = useQuery(appointmentQuery(appointmentId));
  useSwitchContext({ patientId: visit?.patientId, appointmentId });
  if (!visit) {
    return (
      <PeekPanel title="Visit" onClose={onClose}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={6} />}
      </PeekPanel>
    );
  }
  const { label, tone } = statusLook(visit);
  const open = (kind: VisitDialogKind) => onDialog(kind, visit);
  return (
    <PeekPanel
      title={<Link to={`/patients/${visit.patientId}`}>{visit.patientName}</Link>}
      subtitle={`${formatDay(visit.date)}, ${formatTime(visit.localStart)} · ${visit.durationMinutes} min`}
      onClose={onClose}
      footer={
        <div className="sd-actions">
          <NextStepButton visit={visit} onDialog={open} main />
          <OtherActions visit={visit} onDialog={open} />
        </div>
      }
    >
      <div className="sd-stack">
        <div className="sd-row">
          <StatusChip tone={tone}>{label}</StatusChip>
          {visit.waitMinutes !== null && <span className="sd-meta">waited {visit.waitMinutes} min</span>}
          <span className="sd-grow" />
          <ConfirmButton visit={visit} />
        </div>
        <FactList facts={facts(visit)} />
        {visit.gates.length > 0 && (
          <FactList
            facts={visit.gates.map(gate => [
              GATE_TITLES[gate.gate],
              gate.outcome === 'satisfied' ? gate.evidence : `overridden: ${gate.reason}`,
            ])}
          />
        )}
        <div className="sd-row">
          <h3>History</h3>
          <span className="sd-grow" />
          <UndoButton visit={visit} />
        </div>
        <Timeline label="History of the visit" items={history(visit)} />
      </div>
    </PeekPanel>
  );
}

function facts(visit: Appointment): [string, string | null][] {
  return [
    ['Visit type', visit.appointmentTypeName],
    ['Provider', visit.providerName],
    ['Room', visit.roomName],
    ['Reason', visit.visitReason],
    ['Date of birth', visit.patientBorn && formatDate(visit.patientBorn)],
    ['MRN', visit.patientMrn],
    ...(visit.exceptionReason ? [['Exception', visit.exceptionReason] as [string, string]] : []),
    ...(visit.cancellation
      ? [
          ['Cancelled', `${actorText(visit.cancellation.by)}: ${visit.cancellation.reason}`] as [
            string,
            string,
          ],
        ]
      : []),
  ];
}

const STEP_WORDS: Readonly<Record<string, string>> = {
  book: 'Booked',
  arrive: 'Arrived',
  'check-in': 'Checked in',
  room: 'In room',
  'start-visit': 'With provider',
  'finish-visit': 'Ready to check out',
  'check-out': 'Checked out',
  cancel: 'Cancelled',
  'no-show': 'No-show',
  'leave-unseen': 'Left unseen',
  'enter-in-error': 'Entered in error',
  undo: 'Step undone',
};

function history(visit: Appointment): TimelineItem[] {
  const steps = visit.steps.map(step => ({
    key: step.stepId,
    title: step.voidedAt ? (
      <s>{STEP_WORDS[step.action] ?? step.action}</s>
    ) : (
      (STEP_WORDS[step.action] ?? step.action)
    ),
    at: step.at,
    by: step.voidedAt ? `${actorText(step.actorName)}, voided` : actorText(step.actorName),
    detail:
      step.reason && step.action !== 'check-out' ? <div className="sd-text2">{step.reason}</div> : undefined,
  }));
  const moves = visit.moves.map((move, index) => ({
    key: `move-${index}`,
    title: 'Moved',
    at: move.at,
    by: actorText(move.actorName),
    detail: move.reason ? <div className="sd-text2">{move.reason}</div> : undefined,
  }));
  return [...steps, ...moves].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function ConfirmButton({ visit }: { readonly visit: Appointment }) {
  const session = useSession();
  const refresh = useRefreshVisits();
  const confirm = useMutation({
    mutationFn: () =>
      scheduling.confirmAppointment(
        { appointmentId: visit.appointmentId, confirmation: 'confirmed', channel: 'phone' },
        { version: visit.version },
      ),
    onSettled: refresh,
  });
  const open = visit.status === 'booked' && visit.confirmation !== 'confirmed';
  if (!open || !session.can('scheduling.appointment.book')) return null;
  return (
    <Button size="small" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
      Confirmed by phone
    </Button>
  );
}

function UndoButton({ visit }: { readonly visit: Appointment }) {
  const session = useSession();
  const take = useTakeStep();
  const last = visit.steps.filter(step => !step.voidedAt && step.action !== 'undo').at(-1);
  if (!last || last.action === 'book' || last.action === 'cancel' || !session.can('scheduling.visit.update'))
    return null;
  return (
    <Button
      size="small"
      disabled={take.isPending}
      onClick={() =>
        take.mutate({
          visit,
          step: { action: 'undo', reason: 'Taken back at the desk' },
          done: 'last step undone',
        })
      }
    >
      Undo last step
    </Button>
  );
}
