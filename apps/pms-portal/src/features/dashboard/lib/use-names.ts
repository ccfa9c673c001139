import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { namesQuery } from '../api/dashboard-queries.ts';

const NOBODY: ReadonlyMap<string, string> = new Map();
/** As many as the patients service names at once. */
const MOST = 200;

/** Names of these patients for those who may see patients; nobody's for the others. */
export function useNames(patientIds: readonly (string | null)[]): ReadonlyMap<string, string> {
  const { can } = useSession();
  const ids = [...new Set(patientIds.filter(id => id !== null))].sort().slice(0, MOST);
  const isOpen = can('patients.patient.read') && ids.length > 0;
  return useQuery({ ...namesQuery(ids), enabled: isOpen }).data ?? NOBODY;
}
