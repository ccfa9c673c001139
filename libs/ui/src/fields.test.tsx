import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jest } from '@jest/globals';
import { cents, type Cents, type LocalDate } from '@spark-den/kernel';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { CodePicker } from './code-picker.tsx';
import { SelectInput, TextInput } from './field.tsx';
import { ErrorSummary, FormSection } from './form.tsx';
import { DateInput, MaskedInput, MoneyInput } from './masked-input.tsx';
import { renderUi } from './test-support.tsx';

describe('fields', () => {
  it('tie label, hint and error to the control', async () => {
    const { container } = renderUi(
      <FormSection title="Person">
        <TextInput label="First name" required error="Give a first name" name="first" />
        <SelectInput label="Sex" hint="As on the card" options={[{ value: 'F', label: 'Female' }]} />
      </FormSection>,
    );
    const first = screen.getByRole('textbox', { name: /First name/ });
    expect(first).toBeInvalid();
    expect(first).toHaveAccessibleDescription('Give a first name');
    expect(screen.getByRole('combobox', { name: 'Sex' })).toHaveAccessibleDescription('As on the card');
    expect((await axe(container)).violations).toEqual([]);
  });

  it('name all that stops a form, and lead to the field', async () => {
    renderUi(
      <>
        <ErrorSummary problems={[{ name: 'mrn', message: 'MRN is missing' }]} />
        <TextInput label="MRN" name="mrn" />
      </>,
    );
    expect(screen.getByRole('alert')).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: 'MRN is missing' }));
    expect(screen.getByRole('textbox', { name: 'MRN' })).toHaveFocus();
  });

  it('take a date however it is typed, and only one that exists', async () => {
    const dates: (LocalDate | '')[] = [];
    function Form() {
      const [value, setValue] = useState<LocalDate | ''>('');
      return (
        <DateInput label="Born" value={value} onValueChange={next => (dates.push(next), setValue(next))} />
      );
    }
    renderUi(<Form />);
    const born = screen.getByRole('textbox', { name: 'Born' });
    await userEvent.type(born, '04121968');
    expect(born).toHaveValue('04/12/1968');
    expect(dates.at(-1)).toBe('1968-04-12');
    await userEvent.clear(born);
    await userEvent.type(born, '2/30/2026');
    await userEvent.tab();
    expect(dates.at(-1)).toBe('');
    await userEvent.clear(born);
    await userEvent.type(born, '4/12/68');
    await userEvent.tab();
    expect(born).toHaveValue('04/12/1968');
  });

  it('take an amount to the cent, and nothing that is none', async () => {
    const amounts: (Cents | null)[] = [];
    function Form() {
      const [value, setValue] = useState<Cents | null>(cents(2500));
      return (
        <MoneyInput
          label="Copay"
          value={value}
          onValueChange={next => (amounts.push(next), setValue(next))}
        />
      );
    }
    renderUi(<Form />);
    const copay = screen.getByRole('textbox', { name: 'Copay' });
    expect(copay).toHaveValue('25.00');
    await userEvent.clear(copay);
    await userEvent.type(copay, '1,240.5');
    await userEvent.tab();
    expect(amounts.at(-1)).toBe(124_050);
    expect(copay).toHaveValue('1,240.50');
    await userEvent.clear(copay);
    await userEvent.type(copay, '1.005');
    expect(amounts.at(-1)).toBeNull();
  });

  it('shape a social security number while it is typed, and report its digits', async () => {
    const values: string[] = [];
    function Form() {
      const [value, setValue] = useState('');
      return (
        <MaskedInput
          kind="ssn"
          label="SSN"
          value={value}
          onValueChange={next => (values.push(next), setValue(next))}
        />
      );
    }
    renderUi(<Form />);
    await userEvent.type(screen.getByRole('textbox', { name: 'SSN' }), '123456789');
    expect(screen.getByRole('textbox', { name: 'SSN' })).toHaveValue('123-45-6789');
    expect(values.at(-1)).toBe('123456789');
  });

  it('pick codes by keyboard alone: type, Enter, and the box is free for the next', async () => {
    const search = async () => [
      { code: 'I10', label: 'Essential (primary) hypertension' },
      { code: 'I110', label: 'Hypertensive heart disease with heart failure' },
    ];
    const onPick = jest.fn();
    renderUi(<CodePicker label="Diagnosis" search={search} onPick={onPick} />);
    const box = screen.getByRole('combobox', { name: 'Diagnosis' });
    await userEvent.type(box, 'hyper');
    await screen.findByRole('option', { name: /I10 ?Essential/ });
    await userEvent.keyboard('{Enter}');
    expect(onPick).toHaveBeenCalledWith({ code: 'I10', label: 'Essential (primary) hypertension' });
    expect(box).toHaveValue('');
  });
});
