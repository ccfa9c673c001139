import Button from '@mui/material/Button';
import { DateText, takeFocus } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PatientPicker, type PickedPatient } from '../../patients/public.ts';
import { namesQuery } from '../api/charge-queries.ts';

interface ChargePatientProps {
  readonly patientId: string;
  readonly onPick: (patientId: string) => void;
  readonly readOnly: boolean;
}

/** Whom the charge is for: found by name, birth date or MRN, then shown as a line. */
export function ChargePatient({ patientId, onPick, readOnly }: ChargePatientProps) {
  const [pickedHere, setPicked] = useState(false);
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
        {!readOnly && (
          // the search box that had the focus is gone: without this the keyboard would be nowhere
          <Button ref={pickedHere ? takeFocus : undefined} onClick={() => onPick('')}>
            Change patient
          </Button>
        )}
      </p>
    );
  }
  const pick = (found: PickedPatient | undefined) => {
    if (!found) return;
    setPicked(true);
    onPick(found.patientId);
  };
  return <PatientPicker value={undefined} onChange={pick} />;
}
