import { patientsContract } from '@spark-den/contracts/patients/operations';
import { formatDate, type CommandItem } from '@spark-den/ui';
import { api } from './api.ts';

/** Patients for the command palette: by name, date of birth, phone, MRN or member id. */
export async function searchPatients(text: string, go: (to: string) => void): Promise<CommandItem[]> {
  const { items } = await api(patientsContract).searchPatients({ text, limit: 8 });
  return items.map(patient => ({
    id: patient.id,
    label: `${patient.name.family}, ${patient.name.given}`,
    group: 'Patients',
    detail: `${formatDate(patient.birthDate)} · MRN ${patient.mrn}`,
    run: () => go(`/patients/${patient.id}`),
  }));
}
