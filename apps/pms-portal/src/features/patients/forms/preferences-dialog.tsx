import { Preferences, type Patient } from '@spark-den/contracts/patients/types';
import {
  AddressFields,
  CheckInput,
  ErrorSummary,
  FormDialog,
  MaskedInput,
  problemsOf,
  SelectInput,
  TextInput,
  type FieldProblem,
} from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import type { z } from 'zod';
import { patients } from '../api/patient-queries.ts';
import { addressOf, addressValue } from '../lib/address-form.ts';
import { choiceOf, withChoice } from '../lib/channel-choices.ts';
import { useFormState } from '../lib/use-form-state.ts';
import { CHANNELS, PREFERENCE_SOURCES, PURPOSES } from './options.ts';

interface PreferencesDialogProps {
  readonly patient: Pick<Patient, 'id' | 'version' | 'preferences'>;
  readonly onClose: () => void;
}

/** How the patient wants to be reached, and for what; kept with who said so (TCPA, 45 CFR 164.522(b)). */
export function PreferencesDialog({ patient, onClose }: PreferencesDialogProps) {
  const { form, set, text, typed } = useFormState(() => startOf(patient.preferences));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const save = useCommand({
    touches: 'patients',
    done: 'Preferences changed',
    onDone: onClose,
    run: (preferences: z.input<typeof Preferences>) =>
      patients.setPreferences(
        { patientId: patient.id, preferences, source: form.source, reason: form.reason },
        { version: patient.version },
      ),
  });
  const confirm = () => {
    const preferences = {
      preferredChannel: form.preferredChannel === '' ? null : form.preferredChannel,
      choices: [...form.choices],
      confidentialAddress: addressOf(form.address),
      confidentialPhone: form.phone === '' ? null : form.phone,
    };
    const parsed = Preferences.safeParse(preferences);
    const missing = form.reason.trim() === '' ? [{ name: 'reason', message: 'Say why this changes.' }] : [];
    const found = [...(parsed.success ? [] : problemsOf(parsed.error.issues)), ...missing];
    setProblems(found);
    if (found.length === 0) save.mutate(preferences);
  };
  return (
    <FormDialog
      title="How to reach the patient"
      confirmLabel="Save preferences"
      width={720}
      busy={save.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="sd-field" data-span={12}>
        <ErrorSummary problems={problems} />
      </div>
      <SelectInput
        label="Preferred way"
        name="preferredChannel"
        span={6}
        placeholder="Not asked"
        options={CHANNELS}
        {...text('preferredChannel')}
      />
      <SelectInput label="Told" name="source" span={6} options={PREFERENCE_SOURCES} {...text('source')} />
      {PURPOSES.map(purpose => (
        <fieldset key={purpose.value} className="sd-field" data-span={4}>
          <legend>{purpose.label}</legend>
          {CHANNELS.map(channel => (
            <CheckInput
              key={channel.value}
              label={channel.label}
              checked={choiceOf(form.choices, channel.value, purpose.value) ?? false}
              onChange={event =>
                set({ choices: withChoice(form.choices, channel.value, purpose.value, event.target.checked) })
              }
            />
          ))}
        </fieldset>
      ))}
      <div className="sd-field" data-span={12}>
        <h3>Instead of home, for what is confidential</h3>
      </div>
      <MaskedInput
        kind="phone"
        label="Confidential phone"
        name="confidentialPhone"
        span={6}
        {...typed('phone')}
      />
      <AddressFields prefix="confidentialAddress" {...typed('address')} />
      <TextInput
        label="Reason"
        name="reason"
        required
        hint="Such as: asked at the desk; new number"
        {...text('reason')}
      />
    </FormDialog>
  );
}

function startOf(preferences: Patient['preferences']) {
  return {
    preferredChannel: (preferences.preferredChannel ?? '') as
      NonNullable<Preferences['preferredChannel']> | '',
    choices: preferences.choices.map(({ channel, purpose, allowed }) => ({ channel, purpose, allowed })),
    phone: preferences.confidentialPhone ?? '',
    address: addressValue(preferences.confidentialAddress),
    source: 'in-person' as (typeof PREFERENCE_SOURCES)[number]['value'],
    reason: '',
  };
}
