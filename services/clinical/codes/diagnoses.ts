import { codes } from '@spark-den/codes';
import type { LocalDate } from '@spark-den/kernel';
import type { CodeVerdict } from '../encounters/encounter.ts';

export function diagnosisLabel(code: string, on: LocalDate): string | null {
  return codes.lookup('icd10cm', code, on).label ?? null;
}

export function judgeDiagnosis(code: string, on: LocalDate): CodeVerdict {
  const { status } = codes.lookup('icd10cm', code, on);
  return status === 'valid' ? 'usable' : status === 'unverified' ? 'unknown' : status;
}
