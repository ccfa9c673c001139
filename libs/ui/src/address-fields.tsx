import { SelectInput, TextInput } from './field.tsx';
import { MaskedInput } from './masked-input.tsx';

export interface AddressValue {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  /** Five or nine digits. */
  readonly zip: string;
}

export const EMPTY_ADDRESS: AddressValue = { line1: '', line2: '', city: '', state: '', zip: '' };

export interface AddressFieldsProps {
  readonly value: AddressValue;
  readonly onValueChange: (value: AddressValue) => void;
  readonly errors?: Partial<Record<keyof AddressValue, string>>;
  readonly required?: boolean;
  /** Where several addresses share a form: `guarantor`. */
  readonly prefix?: string;
}

/** A postal address of the United States, in the order in which it is read from a card. */
export function AddressFields({
  value,
  onValueChange,
  errors = {},
  required,
  prefix = 'address',
}: AddressFieldsProps) {
  const set = (part: Partial<AddressValue>) => onValueChange({ ...value, ...part });
  return (
    <>
      <TextInput
        label="Street"
        name={`${prefix}-line1`}
        autoComplete="address-line1"
        span={8}
        required={required}
        error={errors.line1}
        value={value.line1}
        onChange={event => set({ line1: event.target.value })}
      />
      <TextInput
        label="Apartment, suite"
        name={`${prefix}-line2`}
        autoComplete="address-line2"
        span={4}
        error={errors.line2}
        value={value.line2}
        onChange={event => set({ line2: event.target.value })}
      />
      <TextInput
        label="City"
        name={`${prefix}-city`}
        autoComplete="address-level2"
        span={6}
        required={required}
        error={errors.city}
        value={value.city}
        onChange={event => set({ city: event.target.value })}
      />
      <SelectInput
        label="State"
        name={`${prefix}-state`}
        autoComplete="address-level1"
        span={3}
        required={required}
        error={errors.state}
        placeholder=""
        options={STATES}
        value={value.state}
        onChange={event => set({ state: event.target.value })}
      />
      <MaskedInput
        kind="zip"
        label="ZIP"
        name={`${prefix}-zip`}
        autoComplete="postal-code"
        span={3}
        required={required}
        error={errors.zip}
        value={value.zip}
        onValueChange={zip => set({ zip })}
      />
    </>
  );
}

const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY'
    .split(' ')
    .map(code => ({ value: code, label: code }));
