import { AddressFields, FormSection, TextInput } from '@spark-den/ui';
import { Controller, useFormContext } from 'react-hook-form';
import type { RegistrationForm } from '../lib/registration-form.ts';
import { MaskedField } from './masked-field.tsx';
import type { StepProps } from './step-props.ts';

export function ContactStep({ errors }: StepProps) {
  const { register, control } = useFormContext<RegistrationForm>();
  return (
    <>
      <FormSection title="Phone and email">
        <MaskedField
          kind="phone"
          name="mobile"
          label="Mobile phone"
          span={4}
          error={errors.mobile}
          autoComplete="tel"
        />
        <MaskedField kind="phone" name="home" label="Home phone" span={4} error={errors.home} />
        <TextInput
          label="Email"
          type="email"
          span={4}
          autoComplete="email"
          error={errors.email}
          {...register('email')}
        />
      </FormSection>
      <FormSection title="Home address" hint="Where letters go, unless the patient asks for another address.">
        <Controller
          control={control}
          name="address"
          render={({ field }) => (
            <AddressFields
              value={field.value}
              onValueChange={field.onChange}
              errors={{
                line1: errors['address-line1'],
                city: errors['address-city'],
                state: errors['address-state'],
                zip: errors['address-zip'],
              }}
            />
          )}
        />
      </FormSection>
    </>
  );
}
