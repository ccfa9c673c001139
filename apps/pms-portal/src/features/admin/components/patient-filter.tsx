import Button from '@mui/material/Button';
import { CodePicker, type CodeOption } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { namesQuery, searchPatientsByText } from '../api/audit-queries.ts';
import { nameText } from '../lib/patient-names.ts';

interface PatientFilterProps {
  readonly patientId: string | undefined;
  readonly onChange: (patientId: string | undefined) => void;
}

/** Narrows the log to one patient. The name is typed here and never reaches the address. */
export function PatientFilter({ patientId, onChange }: PatientFilterProps) {
  const ids = useRef(new Map<string, string>());
  const chosen = useQuery(namesQuery(patientId ? [patientId] : []));
  const search = useCallback(async (text: string, signal: AbortSignal): Promise<CodeOption[]> => {
    const { items } = await searchPatientsByText(text, signal);
    for (const patient of items) ids.current.set(patient.mrn, patient.id);
    return items.map(patient => ({ code: patient.mrn, label: nameText(patient.name) }));
  }, []);
  if (patientId) {
    const [patient] = chosen.data?.items ?? [];
    return (
      <Button onClick={() => onChange(undefined)} title="Show all patients">
        {patient ? nameText(patient.name) : 'One patient'} ✕
      </Button>
    );
  }
  return (
    <div style={{ width: 220 }}>
      <CodePicker
        label="Patient"
        hideLabel
        placeholder="Any patient: name or MRN"
        search={search}
        onPick={option => onChange(ids.current.get(option.code))}
      />
    </div>
  );
}
