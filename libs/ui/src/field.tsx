import {
  createContext,
  forwardRef,
  useContext,
  useId,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react';
import type { FieldProblem } from './form.tsx';

/** What stops the form around the fields; each field shows what is said of its own name. */
export const FormProblems = createContext<readonly FieldProblem[]>([]);

/** What a control needs so that its label, hint and error are read with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly required: boolean | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. */
  readonly error?: string;
  readonly required?: boolean;
  /** For the address that the error summary links to: the field's name in the form. */
  readonly name?: string;
  /** Columns of the form's grid that it takes, of 12. */
  readonly span?: 2 | 3 | 4 | 6 | 8 | 9 | 12;
  readonly hideLabel?: boolean;
}

/** A label above its control, a hint below, and the error instead of the hint. */
export function Field(props: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
  const generated = useId();
  const id = props.name ? `field-${props.name}` : generated;
  const problems = useContext(FormProblems);
  const error = props.error ?? problems.find(({ name }) => name === props.name)?.message;
  const note = error ?? props.hint;
  return (
    <div className="sd-field" data-span={props.span ?? 12} data-invalid={error !== undefined}>
      <label htmlFor={id} className={props.hideLabel ? 'sd-visually-hidden' : undefined}>
        {props.label}
        {props.required && <span aria-hidden="true"> *</span>}
      </label>
      {props.children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error !== undefined || undefined,
        required: props.required,
      })}
      {note && (
        <div id={`${id}-note`} className={error ? 'sd-field__error' : 'sd-field__hint'}>
          {note}
        </div>
      )}
    </div>
  );
}

type Native<Tag extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentPropsWithoutRef<Tag>,
  keyof FieldProps | 'id'
>;

/** Takes the field's own properties away from those of the control. */
function split<P extends FieldProps>({ label, hint, error, required, span, hideLabel, ...rest }: P) {
  return [{ label, hint, error, required, span, hideLabel, name: rest.name }, rest] as const;
}

/** One line of text. Works with `register` of React Hook Form. */
export const TextInput = forwardRef<HTMLInputElement, FieldProps & Native<'input'>>(
  function TextInput(props, ref) {
    const [field, input] = split(props);
    return (
      <Field {...field}>
        {control => <input ref={ref} className="sd-input" autoComplete="off" {...input} {...control} />}
      </Field>
    );
  },
);

export const TextArea = forwardRef<HTMLTextAreaElement, FieldProps & Native<'textarea'>>(
  function TextArea(props, ref) {
    const [field, input] = split(props);
    return (
      <Field {...field}>
        {control => <textarea ref={ref} className="sd-input" rows={4} {...input} {...control} />}
      </Field>
    );
  },
);

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A choice of few. The browser's own list: fast, and right on a phone. */
export const SelectInput = forwardRef<
  HTMLSelectElement,
  FieldProps & Native<'select'> & { readonly options: readonly Option[]; readonly placeholder?: string }
>(function SelectInput({ options, placeholder, ...props }, ref) {
  const [field, select] = split(props);
  return (
    <Field {...field}>
      {control => (
        <select ref={ref} className="sd-input sd-select" {...select} {...control}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
});

/** Yes or no, with the words at its right. */
export const CheckInput = forwardRef<
  HTMLInputElement,
  { readonly label: string; readonly hint?: string } & Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'id'>
>(function CheckInput({ label, hint, ...input }, ref) {
  const id = useId();
  return (
    <div className="sd-check">
      <input
        ref={ref}
        id={id}
        type="checkbox"
        aria-describedby={hint ? `${id}-note` : undefined}
        {...input}
      />
      <label htmlFor={id}>{label}</label>
      {hint && <div id={`${id}-note`}>{hint}</div>}
    </div>
  );
});

/** A search box that filters while typing. */
export const SearchInput = forwardRef<
  HTMLInputElement,
  { readonly label: string } & Omit<ComponentPropsWithoutRef<'input'>, 'type'>
>(function SearchInput({ label, ...input }, ref) {
  return (
    <input
      ref={ref}
      type="search"
      aria-label={label}
      placeholder={label}
      className="sd-input sd-search"
      autoComplete="off"
      spellCheck={false}
      {...input}
    />
  );
});
