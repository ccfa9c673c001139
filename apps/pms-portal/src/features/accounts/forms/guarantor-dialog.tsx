import { FormDialog } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { PatientPicker, type PickedPatient } from '../../patients/public.ts';
import { billing } from '../../payments/public.ts';

interface GuarantorDialogProps {
  readonly patientId: string;
  readonly patientName: string;
  readonly onClose: () => void;
}

/** Names who pays the patient's share from now on: a parent for a child, or the patient again. */
export function GuarantorDialog({ patientId, patientName, onClose }: GuarantorDialogProps) {
  const [guarantor, setGuarantor] = useState<PickedPatient>();
  const set = useCommand({
    touches: 'billing',
    run: () => billing.setGuarantor({ patientId, guarantorId: guarantor?.patientId ?? patientId }),
    done: 'The guarantor is named',
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Guarantor of ${patientName}`}
      confirmLabel="Name guarantor"
      width={560}
      busy={set.isPending}
      disabled={guarantor === undefined}
      onConfirm={() => set.mutate(undefined)}
      onClose={onClose}
    >
      <p className="sd-field" data-span={12}>
        Statements and payments of new charges go to this person. What was posted stays with who answered for
        it.
      </p>
      <PatientPicker value={guarantor} onChange={setGuarantor} />
    </FormDialog>
  );
}
