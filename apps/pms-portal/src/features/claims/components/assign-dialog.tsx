import type { Claim } from '@spark-den/contracts/billing/claim-types';
import type { LocalDate } from '@spark-den/kernel';
import { DateInput, FormDialog, TextInput } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing } from '../api/claim-queries.ts';
import { OwnerPicker } from './owner-picker.tsx';

/** Whose claim it is, and when it wants to be looked at again. Who opens it is most often who takes it. */
export function AssignDialog({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) {
  const { user } = useSession();
  const [ownerId, setOwner] = useState<string | null>(claim.ownerId ?? user.id);
  const [nextActionOn, setNext] = useState<LocalDate | ''>(claim.nextActionOn ?? '');
  // of what was on the screen when it was opened
  const [version] = useState(claim.version);
  const [note, setNote] = useState('');
  const assign = useCommand({
    touches: 'billing',
    run: () =>
      billing.assignClaim(
        {
          claimId: claim.claimId,
          ownerId,
          nextActionOn: nextActionOn || null,
          note: note.trim() || undefined,
        },
        { version },
      ),
    done: after => (after.ownerId === user.id ? 'This claim is yours' : 'Claim assigned'),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Assign ${claim.patientControlNumber}`}
      confirmLabel="Assign claim"
      busy={assign.isPending}
      onConfirm={() => assign.mutate(undefined)}
      onClose={onClose}
    >
      <OwnerPicker permission="billing.claim.edit" value={ownerId} onChange={setOwner} />
      <DateInput
        label="Next action"
        span={6}
        hint="The claim stands in front from this day on"
        value={nextActionOn}
        onValueChange={setNext}
      />
      <TextInput
        label="What to do"
        maxLength={200}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
