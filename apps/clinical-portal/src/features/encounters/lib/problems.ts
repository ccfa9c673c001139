import { AppError } from '@spark-den/kernel';
import type { FieldProblem } from '@spark-den/ui';
import { dotted, letter, type Draft } from './content.ts';

interface Problem {
  readonly field: string;
  readonly problem: string;
  readonly code?: string;
}

/** What the server found before a signature, in words, each leading to the field to mend. */
export function problemsOfRefusal(error: unknown, draft: Draft): FieldProblem[] {
  if (!(error instanceof AppError) || error.code !== 'clinical.encounter_incomplete') return [];
  const problems = Array.isArray(error.fields.problems) ? (error.fields.problems as Problem[]) : [];
  return problems.map(problem => ({ name: fieldOf(problem.field), message: words(problem, draft) }));
}

function fieldOf(field: string): string {
  const [list = '', index, part] = field.split('.');
  if (index === undefined || list === 'diagnoses') return list === 'services' ? 'service' : 'diagnosis';
  return part === 'diagnosisPointers' ? `pointers-${index}` : `units-${index}`;
}

const VERDICTS: Readonly<Record<string, string>> = {
  header: 'is a heading; choose one of the longer codes below it',
  'not-valid-on-date': 'was not valid on the date of service',
  unknown: 'is not a code that can be billed',
  repeated: 'stands twice',
};

function words({ field, problem, code }: Problem, draft: Draft): string {
  const [list, index, part] = field.split('.');
  if (part === 'diagnosisPointers') {
    const service = draft.services[Number(index)]?.code ?? 'A service';
    return problem === 'missing'
      ? `${service} needs the diagnosis that it was done for`
      : `${service} points at a diagnosis that is not there (${letter(draft.diagnoses.length)} is the last)`;
  }
  if (problem === 'missing') return list === 'diagnoses' ? 'Enter a diagnosis' : 'Enter a service';
  return `${list === 'diagnoses' ? dotted(code ?? '') : code} ${VERDICTS[problem] ?? 'cannot be signed'}`;
}
