import { browserNow, formatDate, parseTypedDate } from './clinic-time.ts';
import { Field, type FieldProps } from './field.tsx';
import { caretAfter, keptOf, masked, MASKS, withSlashes, type MaskKind } from './mask.ts';
import {
  formatCents,
  isLocalDate,
  localDateAt,
  parseCents,
  type Cents,
  type LocalDate,
} from '@spark-den/kernel';
import { useEffect, useLayoutEffect, useReducer, useRef, useState, type ChangeEvent } from 'react';
import { useZone } from './clinic-zone.tsx';

export interface MaskedInputProps extends FieldProps {
  readonly kind: Exclude<MaskKind, 'date'>;
  /** Without separators: digits, or a member id in capitals. */
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly autoComplete?: string;
}

/** Text in a fixed shape: separators appear by themselves, pasted text is cleaned. */
export function MaskedInput({
  kind,
  value,
  onValueChange,
  onBlur,
  autoComplete,
  ...field
}: MaskedInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | undefined>(undefined);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const typed = event.target.value;
    caret.current = caretAfter(kind, typed, event.target.selectionStart ?? typed.length);
    onValueChange(keptOf(kind, typed));
    redraw();
  };
  // within the keystroke's own event: a frame later, a fast typist's next digit would land in the wrong place
  useLayoutEffect(() => {
    const position = caret.current;
    caret.current = undefined;
    if (position === undefined || document.activeElement !== input.current) return;
    input.current?.setSelectionRange(position, position);
  });
  return (
    <Field {...field}>
      {control => (
        <input
          ref={input}
          className="sd-input sd-num"
          name={field.name}
          inputMode={MASKS[kind].inputMode}
          placeholder={MASKS[kind].placeholder}
          autoComplete={autoComplete ?? 'off'}
          value={masked(kind, value)}
          onChange={change}
          onBlur={onBlur}
          {...control}
        />
      )}
    </Field>
  );
}

export interface DateInputProps extends FieldProps {
  readonly value: LocalDate | '';
  /** Called with the date as soon as it is whole and exists, with '' when the field is empty or not yet a date. */
  readonly onValueChange: (value: LocalDate | '') => void;
  readonly onBlur?: () => void;
  readonly autoComplete?: string;
}

/** A date, typed: `11241968`, `11/24/68` and `1968-11-24` all do. No calendar gets in the way. */
export function DateInput({ value, onValueChange, onBlur, autoComplete, ...field }: DateInputProps) {
  const zone = useZone();
  const [text, setText] = useState(() => shownDate(value));
  const reported = useRef(value);
  useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setText(shownDate(value));
  }, [value]);
  const report = (next: LocalDate | '') => {
    if (next === reported.current) return;
    reported.current = next;
    onValueChange(next);
  };
  const read = (typed: string) => parseTypedDate(typed, localDateAt(browserNow(), zone)) ?? '';
  return (
    <Field {...field} error={field.error}>
      {control => (
        <input
          className="sd-input sd-num"
          name={field.name}
          inputMode="numeric"
          placeholder={MASKS.date.placeholder}
          autoComplete={autoComplete ?? 'off'}
          value={text}
          onChange={event => {
            const typed = event.target.value;
            const next = typed.length > text.length ? withSlashes(typed) : typed;
            setText(next);
            report(next.replace(/\D/g, '').length === 8 ? read(next) : '');
          }}
          onBlur={() => {
            const date = read(text);
            if (date !== '') setText(shownDate(date));
            report(date);
            onBlur?.();
          }}
          {...control}
        />
      )}
    </Field>
  );
}

const shownDate = (value: string) => (isLocalDate(value) ? formatDate(value) : '');

export interface MoneyInputProps extends FieldProps {
  readonly value: Cents | null;
  readonly onValueChange: (value: Cents | null) => void;
  readonly onBlur?: () => void;
}

/** An amount in dollars and cents; `null` while it is none. */
export function MoneyInput({ value, onValueChange, onBlur, ...field }: MoneyInputProps) {
  const [text, setText] = useState(() => shownMoney(value));
  const reported = useRef(value);
  useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setText(shownMoney(value));
  }, [value]);
  const report = (next: Cents | null) => {
    reported.current = next;
    onValueChange(next);
  };
  return (
    <Field {...field}>
      {control => (
        <div className="sd-money">
          <span aria-hidden="true">$</span>
          <input
            className="sd-input sd-num"
            name={field.name}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={event => {
              setText(event.target.value);
              report(readMoney(event.target.value));
            }}
            onBlur={() => {
              const amount = readMoney(text);
              if (amount !== null) setText(shownMoney(amount));
              onBlur?.();
            }}
            {...control}
          />
        </div>
      )}
    </Field>
  );
}

const readMoney = (text: string): Cents | null =>
  parseCents(text.replace(/[$,\s]/g, '').replace('\u2212', '-')) ?? null;
const shownMoney = (value: Cents | null) => (value === null ? '' : formatCents(value).replace('$', ''));
