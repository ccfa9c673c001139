import type { SurvivorAttribute } from '@spark-den/contracts/patients/duplicate-types';
import type { PatientRow } from '../records/patient-row.ts';

/** A merge that holds: `mergedId` is an alias of `survivingId`. */
export interface ActiveMerge {
  readonly id: string;
  readonly survivingId: string;
  readonly mergedId: string;
  readonly take: readonly SurvivorAttribute[];
  readonly mergedAt: string;
}

/** The record that an id stands for now. */
export function survivorOf(merges: readonly ActiveMerge[], id: string): string {
  let current = id;
  for (;;) {
    const next = merges.find(merge => merge.mergedId === current);
    if (!next) return current;
    current = next.survivingId;
  }
}

/** The survivor itself and every record that stands for it, in the order in which they joined. */
export function membersOf(merges: readonly ActiveMerge[], survivorId: string): string[] {
  const aliases = merges
    .filter(merge => merge.survivingId === survivorId)
    .sort((a, b) => (a.mergedAt < b.mergedAt ? -1 : 1));
  return [survivorId, ...aliases.flatMap(merge => membersOf(merges, merge.mergedId))];
}

const COLUMNS: Readonly<Record<SurvivorAttribute, readonly (keyof PatientRow)[]>> = {
  name: ['family', 'given', 'middle', 'suffix', 'familyKey', 'givenKey'],
  birthDate: ['birthDate'],
  sex: ['sex'],
  phones: ['phones'],
  email: ['email'],
  address: ['address'],
  selfDescription: ['selfDescription'],
  ssn: ['ssnCipher', 'ssnHash', 'ssnLast4'],
};

/** The record as people see it: its own values, and those that its merges took from the merged records. */
export function effectiveRow(
  merges: readonly ActiveMerge[],
  rows: ReadonlyMap<string, PatientRow>,
  id: string,
): PatientRow | undefined {
  const own = rows.get(id);
  if (!own) return undefined;
  let row = own;
  const joined = merges
    .filter(merge => merge.survivingId === id)
    .sort((a, b) => (a.mergedAt < b.mergedAt ? -1 : 1));
  for (const merge of joined) {
    const other = effectiveRow(merges, rows, merge.mergedId);
    if (!other) continue;
    row = { ...row, restricted: row.restricted || other.restricted };
    for (const attribute of merge.take) {
      row = { ...row, ...Object.fromEntries(COLUMNS[attribute].map(column => [column, other[column]])) };
    }
  }
  return row;
}
