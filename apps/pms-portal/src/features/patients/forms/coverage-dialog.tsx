import { CoverageFields, type Coverage } from '@spark-den/contracts/patients/coverage-types';
import type { LocalDate } from '@spark-den/kernel';
import { DateInput, FormDialog, MaskedInput, SelectInput, TextInput, useToday } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { payersQuery } from '../api/coverage-queries.ts';
import { patients } from '../api/patient-queries.ts';
import { useReasonedForm } from '../lib/use-reasoned-form.ts';
import { SEX_OPTIONS, SUBSCRIBER_RELATIONSHIPS } from './options.ts';

interface CoverageDialogProps {
  readonly patientId: string;
  /** The coverage to change; without it a new one is added. */
  readonly coverage?: z.output<typeof Coverage>;
  readonly nextRank: number;
  readonly onClose: () => void;
}

const PLACES = ['Primary', 'Secondary', 'Tertiary', 'Fourth'].map((label, index) => ({
  value: String(index + 1),
  label,
}));

export function CoverageDialog({ patientId, coverage, nextRank, onClose }: CoverageDialogProps) {
  const today = useToday();
  const payers = useQuery(payersQuery());
  const { form, text, typed, dialog } = useReasonedForm({
    start: () => startOf(coverage, nextRank, today),
    version: coverage?.version,
    schema: CoverageFields,
    within: ['coverages', '0'],
    valueOf: current => fieldsOf(current, coverage),
    // what is new explains itself
    reasonOf: coverage && (({ reason }) => reason),
    save: async (fields, { reason }): Promise<unknown> =>
      coverage
        ? patients.changeCoverage(
            { coverageId: coverage.id, coverage: fields, reason },
            { version: coverage.version },
          )
        : patients.addCoverage({ patientId, coverage: fields }),
    done: coverage ? 'Coverage changed' : 'Coverage added',
    onClose,
  });
  return (
    <FormDialog
      title={coverage ? 'Change coverage' : 'Add coverage'}
      confirmLabel={coverage ? 'Save changes' : 'Add coverage'}
      width={640}
      {...dialog}
    >
      <SelectInput
        label="Payer"
        name="payerId"
        required
        span={8}
        placeholder="Choose"
        options={payers.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        {...text('payerId')}
      />
      <SelectInput label="Place in the order" name="rank" span={4} options={PLACES} {...text('rank')} />
      <MaskedInput
        kind="memberId"
        label="Member id"
        name="memberId"
        required
        span={6}
        {...typed('memberId')}
      />
      <TextInput label="Group number" name="groupNumber" span={6} {...text('groupNumber')} />
      <DateInput label="Valid from" name="coverageFrom" required span={4} {...typed('validFrom')} />
      <DateInput
        label="Last day"
        name="coverageTo"
        span={4}
        hint="Empty while it goes on"
        {...typed('validTo')}
      />
      <SelectInput
        label="Patient is"
        name="relationship"
        span={4}
        options={SUBSCRIBER_RELATIONSHIPS}
        {...text('relationship')}
      />
      {form.relationship !== 'self' && (
        <>
          <TextInput
            label="Subscriber’s last name"
            name="subscriberFamily"
            required
            span={6}
            {...text('subscriberFamily')}
          />
          <TextInput
            label="Subscriber’s first name"
            name="subscriberGiven"
            required
            span={6}
            {...text('subscriberGiven')}
          />
          <DateInput
            label="Subscriber’s date of birth"
            name="subscriberBirthDate"
            required
            span={6}
            {...typed('subscriberBirthDate')}
          />
          <SelectInput
            label="Subscriber’s sex"
            name="subscriberSex"
            required
            span={6}
            placeholder="Choose"
            options={SEX_OPTIONS}
            {...text('subscriberSex')}
          />
        </>
      )}
      {coverage && (
        <TextInput
          label="Reason"
          name="reason"
          required
          hint="Kept in the history. Claims of these dates are checked again; those already sent come up for review"
          {...text('reason')}
        />
      )}
    </FormDialog>
  );
}

type Form = ReturnType<typeof startOf>;

function startOf(coverage: z.output<typeof Coverage> | undefined, nextRank: number, today: LocalDate) {
  const subscriber = coverage?.subscriber;
  return {
    payerId: coverage?.payerId ?? '',
    memberId: coverage?.memberId ?? '',
    groupNumber: coverage?.groupNumber ?? '',
    rank: String(coverage?.rank ?? Math.min(nextRank, PLACES.length)),
    validFrom: (coverage?.validFrom ?? `${today.slice(0, 4)}-01-01`) as LocalDate | '',
    validTo: (coverage?.validTo ?? '') as LocalDate | '',
    relationship: coverage?.relationship ?? ('self' as const),
    subscriberFamily: subscriber?.name.family ?? '',
    subscriberGiven: subscriber?.name.given ?? '',
    subscriberBirthDate: (subscriber?.birthDate ?? '') as LocalDate | '',
    subscriberSex: subscriber?.sex ?? '',
    reason: '',
  };
}

function fieldsOf(form: Form, coverage?: z.output<typeof Coverage>): z.input<typeof CoverageFields> {
  return {
    payerId: form.payerId,
    planId: coverage?.payerId === form.payerId ? coverage.planId : null,
    planName: coverage?.payerId === form.payerId ? coverage.planName : null,
    memberId: form.memberId,
    groupNumber: form.groupNumber.trim() === '' ? null : form.groupNumber,
    relationship: form.relationship,
    subscriber:
      form.relationship === 'self'
        ? null
        : {
            name: { family: form.subscriberFamily, given: form.subscriberGiven },
            birthDate: form.subscriberBirthDate,
            sex: form.subscriberSex as 'unknown',
            address: coverage?.subscriber?.address ?? null,
          },
    rank: Number(form.rank),
    orderBasis: coverage?.orderBasis ?? 'as-told-by-patient',
    validFrom: form.validFrom,
    validTo: form.validTo === '' ? null : form.validTo,
  };
}
