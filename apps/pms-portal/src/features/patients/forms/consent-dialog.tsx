import { ConsentInput, type Consent, type Patient } from '@spark-den/contracts/patients/types';
import type { LocalDate } from '@spark-den/kernel';
import {
  DateInput,
  ErrorSummary,
  FormDialog,
  problemsOf,
  SelectInput,
  TextInput,
  useToday,
  type FieldProblem,
} from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import type { z } from 'zod';
import { patients } from '../api/patient-queries.ts';
import { fullName } from '../lib/patient-text.ts';
import { useFormState } from '../lib/use-form-state.ts';
import { CONSENT_KINDS, CONSENT_SOURCES, CONSENT_STATUSES } from './options.ts';

interface ConsentDialogProps {
  readonly patient: Pick<Patient, 'id' | 'name' | 'consents'>;
  readonly onClose: () => void;
}

/** Records a consent that was given, declined or revoked. What was recorded before stays in the history. */
export function ConsentDialog({ patient, onClose }: ConsentDialogProps) {
  const today = useToday();
  const { form, text, typed } = useFormState(() => ({
    kind: firstMissing(patient.consents),
    status: 'given' as Consent['status'],
    signedOn: today as LocalDate | '',
    signedBy: fullName(patient.name),
    source: 'paper' as Consent['source'],
  }));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const save = useCommand({
    touches: 'patients',
    done: 'Consent recorded',
    onDone: onClose,
    run: (consent: z.infer<typeof ConsentInput>) =>
      patients.recordConsent({ patientId: patient.id, consent }),
  });
  const confirm = () => {
    const parsed = ConsentInput.safeParse(form);
    setProblems(parsed.success ? [] : problemsOf(parsed.error.issues));
    if (parsed.success) save.mutate(parsed.data);
  };
  return (
    <FormDialog
      title="Record a consent"
      confirmLabel="Record consent"
      busy={save.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="sd-field" data-span={12}>
        <ErrorSummary problems={problems} />
      </div>
      <SelectInput label="Consent" name="kind" span={6} options={CONSENT_KINDS} {...text('kind')} />
      <SelectInput label="Answer" name="status" span={6} options={CONSENT_STATUSES} {...text('status')} />
      <DateInput label="Date" name="signedOn" required span={6} {...typed('signedOn')} />
      <SelectInput label="How" name="source" span={6} options={CONSENT_SOURCES} {...text('source')} />
      <TextInput
        label="By"
        name="signedBy"
        required
        hint="The patient, or who may sign for the patient"
        {...text('signedBy')}
      />
    </FormDialog>
  );
}

/** What is asked for next: the first kind that nobody has answered. */
function firstMissing(consents: readonly Pick<Consent, 'kind'>[]): Consent['kind'] {
  const missing = CONSENT_KINDS.find(({ value }) => consents.every(({ kind }) => kind !== value));
  return (missing?.value ?? 'treatment') as Consent['kind'];
}
