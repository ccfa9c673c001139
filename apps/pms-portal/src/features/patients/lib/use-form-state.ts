import { useState, type ChangeEvent } from 'react';

type TextKey<Form> = { [K in keyof Form]: Form[K] extends string ? K : never }[keyof Form];

/** The state of a dialog's form, with the properties that tie a field to its part of it. */
export function useFormState<Form extends object>(start: () => Form) {
  const [form, setForm] = useState(start);
  const set = (part: Partial<Form>) => setForm(current => ({ ...current, ...part }));
  /** For the browser's own controls. */
  const text = (key: TextKey<Form>) => ({
    value: form[key] as string,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      setForm(current => ({ ...current, [key]: event.target.value })),
  });
  /** For controls that hand over a value: dates, masked text, addresses. */
  const typed = <K extends keyof Form>(key: K) => ({
    value: form[key],
    onValueChange: (value: Form[K]) => setForm(current => ({ ...current, [key]: value })),
  });
  return { form, set, text, typed };
}
