import Button from '@mui/material/Button';
import { DateText, SearchInput } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { findPatients, namesQuery } from '../api/charge-queries.ts';

type Hits = Awaited<ReturnType<typeof findPatients>>;

interface PatientPickerProps {
  readonly patientId: string;
  readonly onPick: (patientId: string) => void;
  readonly readOnly: boolean;
}

const DEBOUNCE_MS = 150;

/** Whom the charge is for: found by name, birth date or MRN, then shown as a line. */
export function PatientPicker({ patientId, onPick, readOnly }: PatientPickerProps) {
  const [text, setText] = useState('');
  const [hits, setHits] = useState<Hits>([]);
  const names = useQuery(namesQuery(patientId === '' ? [] : [patientId]));
  useEffect(() => {
    if (text.trim().length < 2) {
      setHits([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      findPatients(text.trim(), abort.signal).then(setHits, () => setHits([]));
    }, DEBOUNCE_MS);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [text]);
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
        {hits.map(patient => (
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
