import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { CancelDialog } from './cancel-dialog.tsx';
import { CheckInDialog } from './check-in-dialog.tsx';
import { CheckOutDialog } from './check-out-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';

export type VisitDialogKind = 'check-in' | 'check-out' | 'move' | 'cancel';

const DIALOGS = {
  'check-in': CheckInDialog,
  'check-out': CheckOutDialog,
  move: MoveDialog,
  cancel: CancelDialog,
} as const;

/** The dialog that somebody opened for a visit, if any. */
export function VisitDialog({
  kind,
  visit,
  onClose,
}: {
  readonly kind: VisitDialogKind;
  readonly visit: AppointmentSummary;
  readonly onClose: () => void;
}) {
  const Dialog = DIALOGS[kind];
  return <Dialog visit={visit} onClose={onClose} />;
}
