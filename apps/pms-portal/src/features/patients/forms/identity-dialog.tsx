import type { Patient } from '@spark-den/contracts/patients/types';
import { FormDialog, SelectInput } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { patients } from '../api/patient-queries.ts';
import { IDENTITY_METHODS } from './options.ts';
import { useFormState } from '../lib/use-form-state.ts';

interface IdentityDialogProps {
  readonly patient: Pick<Patient, 'id'>;
  readonly onClose: () => void;
}

/** Records that somebody has just seen who this is. */
export function IdentityDialog({ patient, onClose }: IdentityDialogProps) {
  const { form, text } = useFormState(() => ({
    method: 'photo-id' as (typeof IDENTITY_METHODS)[number]['value'],
  }));
  const save = useCommand({
    touches: 'patients',
    done: 'Identity check recorded',
    onDone: onClose,
    run: () => patients.verifyIdentity({ patientId: patient.id, method: form.method }),
  });
  return (
    <FormDialog
      title="Record an identity check"
      confirmLabel="Record the check"
      busy={save.isPending}
      onConfirm={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <SelectInput label="Checked by" options={IDENTITY_METHODS} {...text('method')} />
    </FormDialog>
  );
}
