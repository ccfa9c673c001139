import type { Denial } from '@spark-den/contracts/billing/denial-types';
import type { LocalDate } from '@spark-den/kernel';
import { DateInput, FormDialog, TextInput } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { OwnerPicker } from '../../claims/public.ts';
import { billing } from '../../payments/public.ts';

/** Who does what next about a denial, and by when. */
export function PlanDialog({ denial, onClose }: { readonly denial: Denial; readonly onClose: () => void }) {
  // of what was on the screen when it was opened
  const [version] = useState(denial.version);
  const [ownerId, setOwner] = useState(denial.ownerId);
  const [nextAction, setAction] = useState(denial.nextAction);
  const [nextActionOn, setDay] = useState<LocalDate | ''>(denial.nextActionOn ?? '');
  const plan = useCommand({
    touches: 'billing',
    run: () =>
      billing.updateDenial(
        {
          denialId: denial.denialId,
          // the history names what changed, so nothing else is sent
          ...(ownerId === denial.ownerId ? {} : { ownerId }),
          ...(nextAction === denial.nextAction ? {} : { nextAction }),
          ...(nextActionOn === (denial.nextActionOn ?? '') ? {} : { nextActionOn: nextActionOn || null }),
        },
        { version },
      ),
    done: 'The plan is kept',
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Plan: ${denial.categoryLabel}`}
      confirmLabel="Save plan"
      busy={plan.isPending}
      disabled={nextAction.trim() === ''}
      onConfirm={() => plan.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label="Next action"
        required
        maxLength={200}
        value={nextAction}
        onChange={event => setAction(event.target.value)}
      />
      <OwnerPicker permission="billing.denial.work" value={ownerId} onChange={setOwner} />
      <DateInput label="On" span={6} value={nextActionOn} onValueChange={setDay} />
    </FormDialog>
  );
}
