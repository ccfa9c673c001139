import { Preferences, type Patient } from '@spark-den/contracts/patients/types';
import { AddressFields, CheckInput, FormDialog, MaskedInput, SelectInput, TextInput } from '@spark-den/ui';
import type { z } from 'zod';
import { patients } from '../api/patient-queries.ts';
import { addressOf, addressValue } from '../lib/address-form.ts';
import { choiceOf, withChoice } from '../lib/channel-choices.ts';
import { useReasonedForm } from '../lib/use-reasoned-form.ts';
import { CHANNELS, PREFERENCE_SOURCES, PURPOSES } from './options.ts';

interface PreferencesDialogProps {
  readonly patient: Pick<Patient, 'id' | 'version' | 'preferences'>;
  readonly onClose: () => void;
}

/** How the patient wants to be reached, and for what; kept with who said so (TCPA, 45 CFR 164.522(b)). */
export function PreferencesDialog({ patient, onClose }: PreferencesDialogProps) {
  const { form, set, text, typed, dialog } = useReasonedForm({
    start: () => startOf(patient.preferences),
    version: patient.version,
    schema: Preferences,
    within: ['preferences'],
    valueOf: preferencesOf,
    reasonOf: ({ reason }) => reason,
    save: (preferences, { source, reason }) =>
      patients.setPreferences(
        { patientId: patient.id, preferences, source, reason },
        { version: patient.version },
      ),
    done: 'Preferences changed',
    onClose,
  });
  return (
    <FormDialog title="How to reach the patient" confirmLabel="Save preferences" width={720} {...dialog}>
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

function preferencesOf(form: ReturnType<typeof startOf>): z.input<typeof Preferences> {
  return {
    preferredChannel: form.preferredChannel === '' ? null : form.preferredChannel,
    choices: [...form.choices],
    confidentialAddress: addressOf(form.address),
    confidentialPhone: form.phone === '' ? null : form.phone,
  };
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
