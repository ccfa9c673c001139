import { DateInput, MaskedInput, type DateInputProps, type MaskedInputProps } from '@spark-den/ui';
import { Controller, useFormContext, type FieldPathByValue } from 'react-hook-form';
import type { RegistrationForm } from '../lib/registration-form.ts';

type TextField = FieldPathByValue<RegistrationForm, string>;

/** A masked input of the registration form. */
export function MaskedField(
  props: Omit<MaskedInputProps, 'value' | 'onValueChange' | 'onBlur'> & { readonly name: TextField },
) {
  const { control } = useFormContext<RegistrationForm>();
  return (
    <Controller
      control={control}
      name={props.name}
      render={({ field }) => (
        <MaskedInput {...props} value={field.value} onValueChange={field.onChange} onBlur={field.onBlur} />
      )}
    />
  );
}

/** A date of the registration form. */
export function DateField(
  props: Omit<DateInputProps, 'value' | 'onValueChange' | 'onBlur'> & { readonly name: TextField },
) {
  const { control } = useFormContext<RegistrationForm>();
  return (
    <Controller
      control={control}
      name={props.name}
      render={({ field }) => (
        <DateInput
          {...props}
          value={field.value as DateInputProps['value']}
          onValueChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    />
  );
}
