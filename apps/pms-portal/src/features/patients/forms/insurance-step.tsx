import { FormSection, SelectInput, TextInput } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { payersQuery } from '../api/coverage-queries.ts';
import type { RegistrationForm } from '../lib/registration-form.ts';
import { DateField, MaskedField } from './masked-field.tsx';
import { SEX_OPTIONS, SUBSCRIBER_RELATIONSHIPS } from './options.ts';
import type { StepProps } from './step-props.ts';

export function InsuranceStep({ errors }: StepProps) {
  const { register, control } = useFormContext<RegistrationForm>();
  const payerId = useWatch({ control, name: 'payerId' });
  const relationship = useWatch({ control, name: 'relationship' });
  const { data: payers } = useQuery(payersQuery());
  return (
    <>
      <FormSection
        title="Primary insurance"
        hint="Further coverages are added on the record, with their order."
      >
        <SelectInput
          label="Payer"
          span={6}
          placeholder="No insurance, pays by self"
          options={payers?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          {...register('payerId')}
        />
        {payerId !== '' && (
          <>
            <MaskedField
              kind="memberId"
              name="memberId"
              label="Member id"
              required
              span={6}
              error={errors.memberId}
            />
            <TextInput
              label="Group number"
              span={4}
              error={errors.groupNumber}
              {...register('groupNumber')}
            />
            <DateField name="coverageFrom" label="Valid from" required span={4} error={errors.coverageFrom} />
            <SelectInput
              label="Patient is"
              span={4}
              options={SUBSCRIBER_RELATIONSHIPS}
              {...register('relationship')}
            />
          </>
        )}
      </FormSection>
      {payerId !== '' && relationship !== 'self' && (
        <FormSection title="Subscriber" hint="The person who holds the policy, as on the card.">
          <TextInput
            label="Last name"
            required
            span={6}
            error={errors.subscriberFamily}
            {...register('subscriberFamily')}
          />
          <TextInput
            label="First name"
            required
            span={6}
            error={errors.subscriberGiven}
            {...register('subscriberGiven')}
          />
          <DateField
            name="subscriberBirthDate"
            label="Date of birth"
            required
            span={4}
            error={errors.subscriberBirthDate}
          />
          <SelectInput
            label="Sex"
            required
            span={4}
            placeholder="Choose"
            options={SEX_OPTIONS}
            error={errors.subscriberSex}
            {...register('subscriberSex')}
          />
        </FormSection>
      )}
    </>
  );
}
