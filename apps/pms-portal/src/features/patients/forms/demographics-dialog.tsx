import { Demographics, type Patient, type PhoneUse } from '@spark-den/contracts/patients/types';
import type { LocalDate } from '@spark-den/kernel';
import { AddressFields, DateInput, FormDialog, MaskedInput, SelectInput, TextInput } from '@spark-den/ui';
import type { z } from 'zod';
import { patients } from '../api/patient-queries.ts';
import { addressOf, addressValue } from '../lib/address-form.ts';
import { useReasonedForm } from '../lib/use-reasoned-form.ts';
import { SEX_OPTIONS } from './options.ts';

interface DemographicsDialogProps {
  readonly patient: z.output<typeof Patient>;
  readonly onClose: () => void;
}

/** Edits who somebody is. The reason goes into the history, so it is asked every time. */
export function DemographicsDialog({ patient, onClose }: DemographicsDialogProps) {
  const { text, typed, dialog } = useReasonedForm({
    start: () => startOf(patient),
    version: patient.version,
    schema: Demographics,
    within: ['demographics'],
    valueOf: form => demographicsOf(form, patient),
    reasonOf: ({ reason }) => reason,
    save: (demographics, { reason }) =>
      patients.updatePatient({ patientId: patient.id, reason, demographics }, { version: patient.version }),
    done: 'Demographics changed',
    onClose,
  });
  return (
    <FormDialog title="Edit demographics" confirmLabel="Save changes" width={720} {...dialog}>
      <TextInput label="Last name" name="family" required span={6} {...text('family')} />
      <TextInput label="First name" name="given" required span={6} {...text('given')} />
      <TextInput label="Middle name" name="middle" span={4} {...text('middle')} />
      <TextInput label="Suffix" name="suffix" span={2} {...text('suffix')} />
      <TextInput
        label="Former last name"
        name="formerFamily"
        span={6}
        hint="Still found by it"
        {...text('formerFamily')}
      />
      <DateInput label="Date of birth" name="birthDate" required span={4} {...typed('birthDate')} />
      <SelectInput label="Sex" name="sex" required span={4} options={SEX_OPTIONS} {...text('sex')} />
      <TextInput label="Name used" name="nameUsed" span={4} {...text('nameUsed')} />
      <MaskedInput kind="phone" label="Mobile phone" name="mobile" span={4} {...typed('mobile')} />
      <MaskedInput kind="phone" label="Home phone" name="home" span={4} {...typed('home')} />
      <TextInput label="Email" name="email" span={4} {...text('email')} />
      <AddressFields {...typed('address')} />
      <TextInput
        label="Reason"
        name="reason"
        required
        hint="Such as: moved; married; typed wrongly"
        {...text('reason')}
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
    address: addressValue(address),
    reason: '',
  };
}

/** What the form does not show stays as it is. */
function demographicsOf(form: Form, patient: z.output<typeof Patient>): z.input<typeof Demographics> {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
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
    address: addressOf(form.address),
    selfDescription: { ...patient.selfDescription, nameUsed: orNull(form.nameUsed) },
  };
}
