import { CheckInput, FormSection, SelectInput, TextInput } from '@spark-den/ui';
import { useFormContext } from 'react-hook-form';
import type { RegistrationForm } from '../lib/registration-form.ts';
import { CHANNELS } from './options.ts';

export function ConsentsStep() {
  const { register } = useFormContext<RegistrationForm>();
  return (
    <>
      <FormSection title="How to reach the patient">
        <SelectInput
          label="Preferred way"
          span={6}
          placeholder="Not asked"
          options={CHANNELS}
          {...register('preferredChannel')}
        />
        <CheckInput label="Text messages about visits and care" {...register('allowSms')} />
        <CheckInput label="Emails about visits and care" {...register('allowEmail')} />
        <CheckInput
          label="Messages that advertise"
          hint="Only by the ways chosen above; can be withdrawn at any time."
          {...register('allowMarketing')}
        />
      </FormSection>
      <FormSection
        title="Signed today"
        hint="Check what the patient has signed. What is missing is asked at check-in."
      >
        <CheckInput label="Consent to treatment" {...register('consentTreatment')} />
        <CheckInput label="Notice of privacy practices received" {...register('consentPrivacy')} />
        <CheckInput label="Financial responsibility" {...register('consentFinancial')} />
        <CheckInput label="Assignment of benefits to the practice" {...register('consentAssignment')} />
        <TextInput label="Signed by" span={6} hint="Empty: the patient" {...register('signedBy')} />
      </FormSection>
    </>
  );
}
