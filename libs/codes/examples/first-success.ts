import { codes } from '@spark-den/codes';
import { localDate } from '@spark-den/kernel';

/** What the tables say of a diagnosis and of a visit, and what a coder finds by words. */
export function firstSuccess(): readonly string[] {
  const diagnosis = codes.lookup('icd10cm', 'E11.9', localDate('2026-03-01'));
  const visit = codes.lookup('procedure', '99213');
  const found = codes.search('icd10cm', 'diabetes type 2', { limit: 5 });
  return [
    `${diagnosis.code} ${diagnosis.status}: ${diagnosis.label}`,
    `${visit.code} ${visit.status}`,
    ...found.map(({ code, label }) => `${code} ${label}`),
  ];
}
