import { Demographics, type Patient, type PhoneUse, type Sex } from '@spark-den/contracts/patients/types';
import type { LocalDate } from '@spark-den/kernel';
import {
  AddressFields,
  DateInput,
  EMPTY_ADDRESS,
  ErrorSummary,
  FormDialog,
  MaskedInput,
  problemsOf,
  SelectInput,
  TextInput,
  type FieldProblem,
} from '@spark-den/ui';
import { useState } from 'react';
import type { z } from 'zod';
import { patients } from '../api/patient-queries.ts';
import { useSave } from '../lib/use-save.ts';
import { SEX_OPTIONS } from './options.ts';

interface DemographicsDialogProps {
  readonly patient: z.output<typeof Patient>;
  readonly onClose: () => void;
}

/** Edits who somebody is. The reason goes into the history, so it is asked every time. */
export function DemographicsDialog({ patient, onClose }: DemographicsDialogProps) {
  const [form, setForm] = useState(() => startOf(patient));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (part: Partial<typeof form>) => setForm(current => ({ ...current, ...part }));
  const save = useSave({
    done: 'Demographics changed',
    onDone: onClose,
    run: (demographics: z.input<typeof Demographics>) =>
      patients.updatePatient(
        { patientId: patient.id, reason: form.reason, demographics },
        { version: patient.version },
      ),
  });
  const confirm = () => {
    const demographics = demographicsOf(form, patient);
    const parsed = Demographics.safeParse(demographics);
    const missing = form.reason.trim() === '' ? [{ name: 'reason', message: 'Say why this changes.' }] : [];
    const found = [...(parsed.success ? [] : problemsOf(parsed.error.issues)), ...missing];
    setProblems(found);
    if (found.length === 0) save.mutate(demographics);
  };
  return (
    <FormDialog
      title="Edit demographics"
      confirmLabel="Save changes"
      width={720}
      busy={save.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="sd-field" data-span={12}>
        <ErrorSummary problems={problems} />
      </div>
      <TextInput
        label="Last name"
        name="name-family"
        required
        span={6}
        value={form.family}
        onChange={event => set({ family: event.target.value })}
      />
      <TextInput
        label="First name"
        name="name-given"
        required
        span={6}
        value={form.given}
        onChange={event => set({ given: event.target.value })}
      />
      <TextInput
        label="Middle name"
        name="name-middle"
        span={4}
        value={form.middle}
        onChange={event => set({ middle: event.target.value })}
      />
      <TextInput
        label="Suffix"
        name="name-suffix"
        span={2}
        value={form.suffix}
        onChange={event => set({ suffix: event.target.value })}
      />
      <TextInput
        label="Former last name"
        name="formerFamilyNames-0"
        span={6}
        hint="Still found by it"
        value={form.formerFamily}
        onChange={event => set({ formerFamily: event.target.value })}
      />
      <DateInput
        label="Date of birth"
        name="birthDate"
        required
        span={4}
        value={form.birthDate}
        onValueChange={birthDate => set({ birthDate })}
      />
      <SelectInput
        label="Sex"
        name="sex"
        required
        span={4}
        options={SEX_OPTIONS}
        value={form.sex}
        onChange={event => set({ sex: event.target.value as Sex })}
      />
      <TextInput
        label="Name used"
        name="selfDescription-nameUsed"
        span={4}
        value={form.nameUsed}
        onChange={event => set({ nameUsed: event.target.value })}
      />
      <MaskedInput
        kind="phone"
        label="Mobile phone"
        name="phones-0-number"
        span={4}
        value={form.mobile}
        onValueChange={mobile => set({ mobile })}
      />
      <MaskedInput
        kind="phone"
        label="Home phone"
        name="phones-1-number"
        span={4}
        value={form.home}
        onValueChange={home => set({ home })}
      />
      <TextInput
        label="Email"
        name="email"
        span={4}
        value={form.email}
        onChange={event => set({ email: event.target.value })}
      />
      <AddressFields value={form.address} onValueChange={address => set({ address })} />
      <TextInput
        label="Reason"
        name="reason"
        required
        hint="Such as: moved; married; typed wrongly"
        value={form.reason}
        onChange={event => set({ reason: event.target.value })}
      />
    </FormDialog>
  );
}

type Form = ReturnType<typeof startOf>;

function startOf(patient: z.output<typeof Patient>) {
  const phone = (use: z.infer<typeof PhoneUse>) =>
    patient.phones.find(item => item.use === use)?.number ?? '';
  const { name, address } = patient;
  return {
    family: name.family,
    given: name.given,
    middle: name.middle ?? '',
    suffix: name.suffix ?? '',
    formerFamily: patient.formerFamilyNames[0] ?? '',
    birthDate: patient.birthDate as LocalDate | '',
    sex: patient.sex,
    nameUsed: patient.selfDescription.nameUsed ?? '',
    mobile: phone('mobile'),
    home: phone('home'),
    email: patient.email ?? '',
    address: address
      ? {
          line1: address.line1,
          line2: address.line2 ?? '',
          city: address.city,
          state: address.state,
          zip: address.postalCode,
        }
      : EMPTY_ADDRESS,
    reason: '',
  };
}

/** What the form does not show stays as it is. */
function demographicsOf(form: Form, patient: z.output<typeof Patient>): z.input<typeof Demographics> {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  const { line1, line2, city, state, zip } = form.address;
  return {
    name: {
      family: form.family,
      given: form.given,
      middle: orNull(form.middle),
      suffix: orNull(form.suffix),
    },
    formerFamilyNames: [
      ...(form.formerFamily.trim() === '' ? [] : [form.formerFamily]),
      ...patient.formerFamilyNames.slice(1),
    ],
    birthDate: form.birthDate,
    sex: form.sex,
    phones: [
      ...(form.mobile ? [{ use: 'mobile' as const, number: form.mobile }] : []),
      ...(form.home ? [{ use: 'home' as const, number: form.home }] : []),
      ...patient.phones.filter(({ use }) => use === 'work'),
    ],
    email: orNull(form.email),
    address:
      line1.trim() === '' && city.trim() === ''
        ? null
        : { line1, line2: orNull(line2), city, state, postalCode: zip },
    selfDescription: { ...patient.selfDescription, nameUsed: orNull(form.nameUsed) },
  };
}
