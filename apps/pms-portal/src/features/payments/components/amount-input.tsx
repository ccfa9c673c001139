import { formatCents, parseCents, type Cents } from '@spark-den/kernel';
import { TextInput } from '@spark-den/ui';

interface AmountInputProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly most?: Cents;
  readonly span?: 4 | 6 | 12;
}

/** The amount that a text stands for; `undefined` while it is none or is not above zero. */
export function amountOf(text: string, most?: Cents): Cents | undefined {
  const amount = parseCents(text.replace(/[$,\s]/g, ''));
  if (amount === undefined || amount <= 0 || (most !== undefined && amount > most)) return undefined;
  return amount;
}

/** An amount as it stands in the field: `25.00`. */
export function amountText(amount: Cents): string {
  return formatCents(amount).replace(/[$,]/g, '');
}

/** Dollars and cents, as people write them. */
export function AmountInput({ label, text, onText, most, span = 6 }: AmountInputProps) {
  const wrong = text !== '' && amountOf(text, most) === undefined;
  return (
    <TextInput
      label={label}
      required
      span={span}
      inputMode="decimal"
      placeholder="0.00"
      value={text}
      error={wrong ? 'Give an amount above zero and not above what is open' : undefined}
      onChange={event => onText(event.target.value)}
    />
  );
}
