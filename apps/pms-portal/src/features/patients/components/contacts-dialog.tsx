import Button from '@mui/material/Button';
import { PatientContact, type Patient } from '@spark-den/contracts/patients/types';
import { CheckInput, ErrorSummary, FormDialog, MaskedInput, SelectInput, TextInput } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import type { z } from 'zod';
import { patients } from '../api/patient-queries.ts';
import { RELATIONSHIPS } from '../forms/options.ts';

type Contact = z.input<typeof PatientContact>;

const EMPTY: Contact = {
  name: '',
  relationship: 'other',
  phone: { use: 'mobile', number: '' },
  isEmergency: true,
  mayReceivePhi: false,
};

interface ContactsDialogProps {
  readonly patient: z.output<typeof Patient>;
  readonly onClose: () => void;
}

/** The people to call, in the order to call them. */
export function ContactsDialog({ patient, onClose }: ContactsDialogProps) {
  const [contacts, setContacts] = useState<readonly Contact[]>(
    patient.contacts.length > 0 ? patient.contacts : [EMPTY],
  );
  // of the contacts as they stood when it was opened
  const [version] = useState(patient.version);
  const [problem, setProblem] = useState<string>();
  const save = useCommand({
    touches: 'patients',
    done: 'Contacts changed',
    onDone: onClose,
    run: () =>
      patients.setContacts(
        { patientId: patient.id, contacts: [...contacts], reason: 'Contacts told at the desk' },
        { version },
      ),
  });
  const change = (index: number, part: Partial<Contact>) =>
    setContacts(all =>
      all.map((contact, position) => (position === index ? { ...contact, ...part } : contact)),
    );
  const move = (index: number) =>
    setContacts(all => {
      const [moved, ...rest] = [all[index], ...all.filter((_, position) => position !== index)];
      return moved
        ? [...rest.slice(0, index - 1), moved, ...rest.slice(index - 1)].filter(item => item !== undefined)
        : all;
    });
  const confirm = () => {
    const bad = contacts.findIndex(contact => !PatientContact.safeParse(contact).success);
    setProblem(bad < 0 ? undefined : `Contact ${bad + 1} needs a name and a phone number of ten digits.`);
    if (bad < 0) save.mutate(undefined);
  };
  return (
    <FormDialog
      title="Contacts"
      confirmLabel="Save contacts"
      width={640}
      busy={save.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="sd-field" data-span={12}>
        <ErrorSummary problems={problem ? [{ name: 'contact-0-name', message: problem }] : []} />
      </div>
      {contacts.map((contact, index) => (
        <fieldset key={index} className="sd-field" data-span={12}>
          <legend className="sd-visually-hidden">Contact {index + 1}</legend>
          <div className="sd-grid">
            <TextInput
              label={`${index + 1}. Name`}
              name={`contact-${index}-name`}
              span={4}
              value={contact.name}
              onChange={event => change(index, { name: event.target.value })}
            />
            <SelectInput
              label="Relationship"
              span={4}
              options={RELATIONSHIPS}
              value={contact.relationship}
              onChange={event =>
                change(index, { relationship: event.target.value as Contact['relationship'] })
              }
            />
            <MaskedInput
              kind="phone"
              label="Phone"
              span={4}
              value={contact.phone.number}
              onValueChange={number => change(index, { phone: { ...contact.phone, number } })}
            />
            <CheckInput
              label="Emergency contact"
              checked={contact.isEmergency}
              onChange={event => change(index, { isEmergency: event.target.checked })}
            />
            <CheckInput
              label="May be told about the patient’s health"
              checked={contact.mayReceivePhi}
              onChange={event => change(index, { mayReceivePhi: event.target.checked })}
            />
            <div className="sd-field sd-row" data-span={12}>
              {index > 0 && <Button onClick={() => move(index)}>Call earlier</Button>}
              <Button onClick={() => setContacts(all => all.filter((_, position) => position !== index))}>
                Remove
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      <div className="sd-field" data-span={12}>
        <Button onClick={() => setContacts(all => [...all, EMPTY])}>Add contact</Button>
      </div>
    </FormDialog>
  );
}
