import Button from '@mui/material/Button';
import { DateText, SearchInput, useTypedSearch } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findPatients, namesQuery } from '../api/charge-queries.ts';

interface PatientPickerProps {
  readonly patientId: string;
  readonly onPick: (patientId: string) => void;
  readonly readOnly: boolean;
}

/** Whom the charge is for: found by name, birth date or MRN, then shown as a line. */
export function PatientPicker({ patientId, onPick, readOnly }: PatientPickerProps) {
  const [text, setText] = useState('');
  const { found } = useTypedSearch(text, findPatients, 2);
  const names = useQuery(namesQuery(patientId === '' ? [] : [patientId]));
  if (patientId !== '') {
    const patient = names.data?.items.find(item => item.requestedId === patientId);
    return (
      <p className="sd-charge-patient">
        <strong>{patient ? `${patient.name.family}, ${patient.name.given}` : 'Patient'}</strong>{' '}
        {patient && (
          <span className="sd-text2 sd-num">
            <DateText value={patient.birthDate} /> · MRN {patient.mrn}
          </span>
        )}{' '}
        {!readOnly && <Button onClick={() => onPick('')}>Change</Button>}
      </p>
    );
  }
  return (
    <div className="sd-charge-patient">
      <SearchInput label="Find the patient" value={text} onChange={event => setText(event.target.value)} />
      <ul className="sd-patient-hits" aria-label="Matching patients">
        {found.map(patient => (
          <li key={patient.id}>
            <button
              type="button"
              onClick={() => {
                onPick(patient.id);
                setText('');
              }}
            >
              {patient.name.family}, {patient.name.given}{' '}
              <span className="sd-text2 sd-num">
                <DateText value={patient.birthDate} /> · MRN {patient.mrn}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
