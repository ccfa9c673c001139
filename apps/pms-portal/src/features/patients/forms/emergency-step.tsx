import { CheckInput, FormSection, SelectInput, TextInput } from '@spark-den/ui';
import { useFormContext } from 'react-hook-form';
import type { RegistrationForm } from '../lib/registration-form.ts';
import { MaskedField } from './masked-field.tsx';
import { RELATIONSHIPS } from './options.ts';
import type { StepProps } from './step-props.ts';

export function EmergencyStep({ errors }: StepProps) {
  const { register } = useFormContext<RegistrationForm>();
  return (
    <FormSection
      title="Emergency contact"
      hint="More contacts can be added on the record, in the order to call them."
    >
      <TextInput label="Name" span={6} error={errors.contactName} {...register('contactName')} />
      <SelectInput
        label="Relationship"
        span={6}
        placeholder="Choose"
        options={RELATIONSHIPS}
        error={errors.contactRelationship}
        {...register('contactRelationship')}
      />
      <MaskedField kind="phone" name="contactPhone" label="Phone" span={6} error={errors.contactPhone} />
      <CheckInput
        label="May be told about the patient’s health"
        hint="An emergency contact may be called; only with this may staff speak of health or bills."
        {...register('contactMayReceivePhi')}
      />
    </FormSection>
  );
}
