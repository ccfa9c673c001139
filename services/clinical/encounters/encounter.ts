import type { EncounterContent } from '@spark-den/contracts/clinical/types';

/** What the code books say of a code on the date of service. */
export type CodeVerdict = 'usable' | 'header' | 'not-valid-on-date' | 'unknown';

export interface CodeJudge {
  diagnosis(code: string): CodeVerdict;
  service(code: string): CodeVerdict;
}

export interface ContentProblem {
  /** Where: `diagnoses`, `diagnoses.0`, `services.1.diagnosisPointers`. */
  readonly field: string;
  readonly problem: 'missing' | 'repeated' | 'out-of-range' | Exclude<CodeVerdict, 'usable'>;
  readonly code?: string;
}

/** All that stands between this content and a signature. */
export function problemsOf(content: EncounterContent, judge: CodeJudge): ContentProblem[] {
  const problems: ContentProblem[] = [];
  if (content.diagnoses.length === 0) problems.push({ field: 'diagnoses', problem: 'missing' });
  if (content.services.length === 0) problems.push({ field: 'services', problem: 'missing' });
  content.diagnoses.forEach((code, index) => {
    const field = `diagnoses.${index}`;
    const verdict = judge.diagnosis(code);
    if (verdict !== 'usable') problems.push({ field, problem: verdict, code });
    if (content.diagnoses.indexOf(code) < index) problems.push({ field, problem: 'repeated', code });
  });
  content.services.forEach((service, index) => {
    const verdict = judge.service(service.code);
    if (verdict !== 'usable')
      problems.push({ field: `services.${index}`, problem: verdict, code: service.code });
    problems.push(...pointerProblems(service.diagnosisPointers, content.diagnoses.length, index));
  });
  return problems;
}

function pointerProblems(pointers: readonly number[], diagnoses: number, index: number): ContentProblem[] {
  const field = `services.${index}.diagnosisPointers`;
  if (pointers.length === 0) return [{ field, problem: 'missing' }];
  if (pointers.some(pointer => pointer > diagnoses)) return [{ field, problem: 'out-of-range' }];
  if (new Set(pointers).size < pointers.length) return [{ field, problem: 'repeated' }];
  return [];
}

/** True when a bill made from one would equal a bill made from the other. */
export function sameContent(a: EncounterContent, b: EncounterContent): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ diagnoses, services }: EncounterContent): string {
  return JSON.stringify([
    diagnoses,
    services.map(service => [service.code, service.modifiers, service.units, service.diagnosisPointers]),
  ]);
}
