import Button from '@mui/material/Button';
import { FactList, formatDate, PageBody, Panel } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { patientQuery } from '../api/patient-queries.ts';
import { ContactsDialog } from '../components/contacts-dialog.tsx';
import { SsnReveal } from '../components/ssn-reveal.tsx';
import { DemographicsDialog } from '../forms/demographics-dialog.tsx';
import { PreferencesDialog } from '../forms/preferences-dialog.tsx';
import { PreferenceFacts } from '../components/preference-facts.tsx';
import { addressText, fullName, phoneText, wordsOf } from '../lib/patient-text.ts';

export function DemographicsTab() {
  const { patientId = '' } = useParams();
  const session = useSession();
  const { data: patient } = useQuery(patientQuery(patientId));
  const [editing, setEditing] = useState<'demographics' | 'contacts' | 'preferences'>();
  if (!patient) return null;
  const mayUpdate = session.can('patients.patient.update');
  const { selfDescription } = patient;
  const close = () => setEditing(undefined);
  return (
    <PageBody>
      <div className="sd-columns">
        <Panel
          title="Person"
          actions={mayUpdate && <Button onClick={() => setEditing('demographics')}>Edit demographics</Button>}
        >
          <FactList
            facts={[
              ['Legal name', fullName(patient.name)],
              ['Name used', selfDescription.nameUsed],
              [
                'Former names',
                patient.formerFamilyNames.length > 0 ? patient.formerFamilyNames.join(', ') : '—',
              ],
              ['Date of birth', formatDate(patient.birthDate)],
              ['Sex', wordsOf(patient.sex)],
              ['Pronouns', selfDescription.pronouns],
              ['Gender identity', selfDescription.genderIdentity],
              ['Language', selfDescription.language],
              ['SSN', <SsnReveal key="ssn" patientId={patient.id} last4={patient.ssnLast4} />],
            ]}
          />
        </Panel>
        <Panel title="Phone, email and address">
          <FactList
            facts={[
              ...patient.phones.map(phone => [wordsOf(phone.use), phoneText(phone.number)] as const),
              ['Email', patient.email],
              ['Home', patient.address ? addressText(patient.address) : '—'],
            ]}
          />
        </Panel>
        <Panel
          title="How to reach the patient"
          actions={mayUpdate && <Button onClick={() => setEditing('preferences')}>Edit preferences</Button>}
        >
          <PreferenceFacts preferences={patient.preferences} />
        </Panel>
        <Panel
          title="Contacts"
          actions={mayUpdate && <Button onClick={() => setEditing('contacts')}>Edit contacts</Button>}
        >
          <FactList
            facts={patient.contacts.map(contact => [
              `${contact.name} (${contact.relationship})`,
              phoneText(contact.phone.number),
            ])}
          />
          {patient.contacts.length === 0 && <p className="sd-text2">None on file.</p>}
        </Panel>
      </div>
      {editing === 'demographics' && <DemographicsDialog patient={patient} onClose={close} />}
      {editing === 'preferences' && <PreferencesDialog patient={patient} onClose={close} />}
      {editing === 'contacts' && <ContactsDialog patient={patient} onClose={close} />}
    </PageBody>
  );
}
