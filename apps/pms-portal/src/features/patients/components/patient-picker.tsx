import { CodePicker, formatDate, takeFocus } from '@spark-den/ui';
import Button from '@mui/material/Button';
import { useCallback, useRef } from 'react';
import { patients } from '../api/patient-queries.ts';

export interface PickedPatient {
  readonly patientId: string;
  readonly label: string;
}

/** Finds a patient by name, date of birth, phone or MRN while typing. */
export function PatientPicker({
  value,
  onChange,
}: {
  readonly value: PickedPatient | undefined;
  readonly onChange: (patient: PickedPatient | undefined) => void;
}) {
  const found = useRef(new Map<string, PickedPatient>());
  const search = useCallback(async (text: string, signal: AbortSignal) => {
    const { items } = await patients.searchPatients({ text, limit: 8 }, { signal });
    return items.map(item => {
      const name = `${item.name.family}, ${item.name.given}`;
      found.current.set(item.mrn, { patientId: item.id, label: `${name} · ${formatDate(item.birthDate)}` });
      return { code: item.mrn, label: `${name} · ${formatDate(item.birthDate)}` };
    });
  }, []);
  if (value) {
    return (
      <div className="sd-field" data-span={12}>
        <span className="sd-meta">Patient</span>
        <div className="sd-row">
          <b>{value.label}</b>
          {/* the search box that had the focus is gone: without this the keyboard would be nowhere */}
          <Button size="small" ref={takeFocus} onClick={() => onChange(undefined)}>
            Change patient
          </Button>
        </div>
      </div>
    );
  }
  return (
    <CodePicker
      label="Patient"
      required
      placeholder="Name, date of birth, phone or MRN"
      focused
      search={search}
      onPick={option => onChange(found.current.get(option.code))}
    />
  );
}
