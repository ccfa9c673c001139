import { FormSection, SelectInput, TextInput } from '@spark-den/ui';
import { useFormContext } from 'react-hook-form';
import type { RegistrationForm } from '../lib/registration-form.ts';
import { LANGUAGES, SEX_OPTIONS } from './options.ts';
import { DateField, MaskedField } from './masked-field.tsx';
import type { StepProps } from './step-props.ts';

export function IdentityStep({ errors }: StepProps) {
  const { register } = useFormContext<RegistrationForm>();
  return (
    <>
      <FormSection title="Legal name" hint="As on the photo ID and the insurance card.">
        <TextInput
          label="Last name"
          required
          span={6}
          autoComplete="family-name"
          error={errors.family}
          {...register('family')}
        />
        <TextInput
          label="First name"
          required
          span={6}
          autoComplete="given-name"
          error={errors.given}
          {...register('given')}
        />
        <TextInput label="Middle name" span={6} error={errors.middle} {...register('middle')} />
        <TextInput
          label="Suffix"
          span={3}
          placeholder="Jr, III"
          error={errors.suffix}
          {...register('suffix')}
        />
      </FormSection>
      <FormSection title="Person">
        <DateField
          name="birthDate"
          label="Date of birth"
          required
          span={4}
          error={errors.birthDate}
          autoComplete="bday"
        />
        <SelectInput
          label="Sex"
          required
          span={4}
          placeholder="Choose"
          hint="As the payer has it"
          options={SEX_OPTIONS}
          error={errors.sex}
          {...register('sex')}
        />
        <MaskedField
          kind="ssn"
          name="ssn"
          label="Social Security number"
          span={4}
          error={errors.ssn}
          hint="Stored encrypted; optional"
        />
        <TextInput
          label="Name used"
          span={6}
          hint="What we call the patient, if different"
          error={errors.nameUsed}
          {...register('nameUsed')}
        />
        <SelectInput
          label="Language"
          span={6}
          placeholder="Not asked"
          options={LANGUAGES}
          {...register('language')}
        />
      </FormSection>
    </>
  );
}
