import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { FieldProblem } from '@spark-den/ui';
import { placeOf } from './field-places.ts';
import { toRegistration, type RegistrationForm } from './registration-form.ts';

export const STEPS = [
  { key: 'identity', label: 'Identity' },
  { key: 'contact', label: 'Contact' },
  { key: 'emergency', label: 'Emergency contact' },
  { key: 'insurance', label: 'Insurance' },
  { key: 'consents', label: 'Consents' },
  { key: 'review', label: 'Review' },
] as const;
export type StepKey = (typeof STEPS)[number]['key'];

/** The step in which each part of a registration is asked; the longest beginning of a path decides. */
const STEP_OF: readonly (readonly [path: string, step: StepKey])[] = [
  ['demographics.phones', 'contact'],
  ['demographics.email', 'contact'],
  ['demographics.address', 'contact'],
  ['contacts', 'emergency'],
  ['coverages', 'insurance'],
  ['demographics', 'identity'],
  ['ssn', 'identity'],
];

const stepOf = (path: string): StepKey =>
  STEP_OF.find(([beginning]) => path.startsWith(beginning))?.[1] ?? 'review';

export interface StepProblem extends FieldProblem {
  readonly step: StepKey;
}

/** What the contract's own schema says of the form, in the words and places of the wizard. */
export function problemsOf(form: RegistrationForm, today: string): StepProblem[] {
  const parsed = patientsContract.operations.registerPatient.input.safeParse(toRegistration(form, today));
  if (parsed.success) return [];
  const problems = new Map<string, StepProblem>();
  for (const issue of parsed.error.issues) {
    const place = placeOf(issue.path);
    const problem = place
      ? { step: stepOf(place.path), name: place.field, message: place.message }
      : { step: 'review' as const, name: issue.path.join('-'), message: issue.message };
    problems.set(problem.name, problem);
  }
  return [...problems.values()];
}
