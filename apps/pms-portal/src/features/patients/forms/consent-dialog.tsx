import { ConsentInput, type Consent, type Patient } from '@spark-den/contracts/patients/types';
import type { LocalDate } from '@spark-den/kernel';
import { DateInput, FormDialog, SelectInput, TextInput, useToday } from '@spark-den/ui';
import { patients } from '../api/patient-queries.ts';
import { fullName } from '../lib/patient-text.ts';
import { useReasonedForm } from '../lib/use-reasoned-form.ts';
import { CONSENT_KINDS, CONSENT_SOURCES, CONSENT_STATUSES } from './options.ts';

interface ConsentDialogProps {
  readonly patient: Pick<Patient, 'id' | 'name' | 'consents'>;
  readonly onClose: () => void;
}

/** Records a consent that was given, declined or revoked. What was recorded before stays in the history. */
export function ConsentDialog({ patient, onClose }: ConsentDialogProps) {
  const today = useToday();
  const { text, typed, dialog } = useReasonedForm({
    start: () => ({
      kind: firstMissing(patient.consents),
      status: 'given' as Consent['status'],
      signedOn: today as LocalDate | '',
      signedBy: fullName(patient.name),
      source: 'paper' as Consent['source'],
    }),
    schema: ConsentInput,
    within: ['consents', '0'],
    valueOf: consent => consent,
    save: consent => patients.recordConsent({ patientId: patient.id, consent }),
    done: 'Consent recorded',
    onClose,
  });
  return (
    <FormDialog title="Record a consent" confirmLabel="Record consent" {...dialog}>
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
