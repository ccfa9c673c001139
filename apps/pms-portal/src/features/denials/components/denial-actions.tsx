import Button from '@mui/material/Button';
import type { Denial } from '@spark-den/contracts/billing/denial-types';
import { ReasonDialog } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing } from '../../payments/public.ts';
import { PlanDialog } from '../forms/plan-dialog.tsx';
import { LetterDialog } from '../forms/letter-dialog.tsx';
import { isLive } from '../lib/texts.ts';

/** What may be done with a denial now. */
export function DenialActions({ denial }: { readonly denial: Denial }) {
  const session = useSession();
  const [open, setOpen] = useState<'letter' | 'close' | 'plan'>();
  const { denialId } = denial;
  const take = useCommand({
    touches: 'billing',
    run: () => billing.updateDenial({ denialId, ownerId: session.user.id }, { version: denial.version }),
    done: () => 'This denial is yours',
  });
  const close = useCommand({
    touches: 'billing',
    run: (note: string) => billing.closeDenial({ denialId, outcome: 'upheld', note }),
    done: () => 'Accepted as denied; the balance is still open',
    onDone: () => setOpen(undefined),
  });
  if (!session.can('billing.denial.work') || !isLive(denial)) return null;
  const mine = denial.ownerId === session.user.id;
  return (
    <div className="sd-actions">
      <Button onClick={() => setOpen('close')}>Accept…</Button>
      <Button onClick={() => setOpen('plan')}>Plan…</Button>
      {!mine && (
        <Button disabled={take.isPending} onClick={() => take.mutate(undefined)}>
          Take it
        </Button>
      )}
      <Button variant="contained" color="primary" onClick={() => setOpen('letter')}>
        Write appeal…
      </Button>
      {open === 'plan' && <PlanDialog denial={denial} onClose={() => setOpen(undefined)} />}
      {open === 'letter' && <LetterDialog denial={denial} onClose={() => setOpen(undefined)} />}
      {open === 'close' && (
        <ReasonDialog
          title="Accept this denial?"
          confirmLabel="Accept as denied"
          tone="danger"
          noteLabel="Why"
          busy={close.isPending}
          onConfirm={({ note }) => close.mutate(note)}
          onClose={() => setOpen(undefined)}
        >
          The work ends here. The balance stays open until it is written off or moved to the patient.
        </ReasonDialog>
      )}
    </div>
  );
}
