import { FactList, formatDate, Panel } from '@spark-den/ui';
import { isLocalDate } from '@spark-den/kernel';
import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { payersQuery } from '../api/coverage-queries.ts';
import { phoneText, zipText } from '../lib/patient-text.ts';
import type { RegistrationForm } from '../lib/registration-form.ts';
import { SEX_OPTIONS } from './options.ts';

/** Everything on one page, to be read to the patient before it is registered. */
export function ReviewStep() {
  const form = useWatch({ control: useFormContext<RegistrationForm>().control }) as RegistrationForm;
  const { data: payers } = useQuery(payersQuery());
  const payer = payers?.items.find(({ id }) => id === form.payerId);
  const { address } = form;
  const dash = (text: string) => (text.trim() === '' ? '—' : text);
  const consents = [
    form.consentTreatment && 'treatment',
    form.consentPrivacy && 'privacy notice',
    form.consentFinancial && 'financial responsibility',
    form.consentAssignment && 'assignment of benefits',
  ].filter(Boolean);
  return (
    <div className="sd-stack">
      <Panel title="Identity">
        <FactList
          facts={[
            ['Name', dash([form.given, form.middle, form.family, form.suffix].filter(Boolean).join(' '))],
            ['Name used', dash(form.nameUsed)],
            ['Date of birth', isLocalDate(form.birthDate) ? formatDate(form.birthDate) : '—'],
            ['Sex', SEX_OPTIONS.find(({ value }) => value === form.sex)?.label ?? '—'],
            ['SSN', form.ssn.length === 9 ? `•••-••-${form.ssn.slice(-4)}` : '—'],
          ]}
        />
      </Panel>
      <Panel title="Contact">
        <FactList
          facts={[
            ['Mobile', form.mobile ? phoneText(form.mobile) : '—'],
            ['Home', form.home ? phoneText(form.home) : '—'],
            ['Email', dash(form.email)],
            [
              'Address',
              address.line1
                ? `${address.line1} ${address.line2}, ${address.city}, ${address.state} ${zipText(address.zip)}`
                : '—',
            ],
            ['Emergency', form.contactName ? `${form.contactName}, ${phoneText(form.contactPhone)}` : '—'],
          ]}
        />
      </Panel>
      <Panel title="Insurance and consents">
        <FactList
          facts={[
            ['Payer', payer ? `${payer.name}, member id ${form.memberId}` : 'Pays by self'],
            ['Consents', consents.length > 0 ? consents.join(', ') : 'None signed today'],
          ]}
        />
      </Panel>
    </div>
  );
}
