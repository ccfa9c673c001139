import { useNow } from '@spark-den/ui';
import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { localDateAt } from '@spark-den/kernel';
import { useSession } from '@spark-den/ui/portal';
import Button from '@mui/material/Button';
import { useTakeStep } from '../api/visit-commands.ts';
import { NEXT_STEP } from '../lib/status.ts';
import type { VisitDialogKind } from './visit-dialogs.tsx';

const DONE = {
  arrive: 'arrived',
  room: 'in room',
  'start-visit': 'with provider',
  'finish-visit': 'ready to check out',
};

/** The next step of a visit as one button. */
export function NextStepButton({
  visit,
  onDialog,
  size = 'medium',
  main = false,
}: {
  readonly visit: AppointmentSummary;
  readonly onDialog: (kind: VisitDialogKind) => void;
  readonly size?: 'small' | 'medium';
  readonly main?: boolean;
}) {
  const session = useSession();
  const take = useTakeStep();
  const next = NEXT_STEP[visit.status];
  const early = visit.date > localDateAt(useNow(), visit.zone);
  if (!next || early || !session.can('scheduling.visit.update')) return null;
  const { action, label } = next;
  const go = () => {
    if (action === 'check-in' || action === 'check-out') onDialog(action);
    else take.mutate({ visit, step: { action }, done: DONE[action] });
  };
  return (
    <Button
      size={size}
      variant={main ? 'contained' : 'outlined'}
      color={main ? 'primary' : 'inherit'}
      disabled={take.isPending}
      onClick={go}
    >
      {label}
    </Button>
  );
}

/** What else can be done with a visit in its present state. */
export function OtherActions({
  visit,
  onDialog,
}: {
  readonly visit: AppointmentSummary;
  readonly onDialog: (kind: VisitDialogKind) => void;
}) {
  const session = useSession();
  const take = useTakeStep();
  const now = useNow();
  const booked = visit.status === 'booked';
  const leaving = ['arrived', 'checked-in', 'in-room'].includes(visit.status);
  return (
    <>
      {booked && session.can('scheduling.appointment.book') && (
        <>
          <Button onClick={() => onDialog('move')}>Move…</Button>
          <Button onClick={() => onDialog('cancel')}>Cancel visit…</Button>
        </>
      )}
      {booked && Date.parse(visit.start) < Date.parse(now) && session.can('scheduling.visit.update') && (
        <Button onClick={() => take.mutate({ visit, step: { action: 'no-show' }, done: 'no-show' })}>
          No-show
        </Button>
      )}
      {leaving && session.can('scheduling.visit.update') && (
        <Button
          onClick={() =>
            take.mutate({
              visit,
              step: { action: 'leave-unseen', reason: 'Left the clinic' },
              done: 'left unseen',
            })
          }
        >
          Left unseen
        </Button>
      )}
    </>
  );
}
