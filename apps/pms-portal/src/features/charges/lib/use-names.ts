import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { namesQuery } from '../api/charge-queries.ts';

const AT_ONCE = 200;
const NOBODY: readonly string[] = [];

/** Names of the patients of a list, asked for together; nobody's for who may not see patients. */
export function useNames(patientIds: readonly string[]): (patientId: string) => string {
  const key = [...new Set(patientIds)].sort().slice(0, AT_ONCE).join();
  const ids = useMemo(() => (key === '' ? [] : key.split(',')), [key]);
  const { can } = useSession();
  const isOpen = can('patients.patient.read');
  const { data } = useQuery(namesQuery(isOpen ? ids : NOBODY));
  return useMemo(() => {
    const names = new Map(
      data?.items.map(patient => [patient.requestedId, `${patient.name.family}, ${patient.name.given}`]),
    );
    return patientId => names.get(patientId) ?? (isOpen ? '…' : 'Not shown');
  }, [data, isOpen]);
}
