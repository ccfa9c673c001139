import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { FieldProblem } from '@spark-den/ui';
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

interface Place {
  readonly step: StepKey;
  /** Name of the field in the form. */
  readonly field: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

const at = (step: StepKey, field: string, message: string): Place => ({ step, field, message });

/** Where a problem that the contract finds stands in the wizard; the longest beginning of the path decides. */
const PLACES: Readonly<Record<string, Place>> = {
  'demographics.name.family': at('identity', 'family', 'Enter the legal last name.'),
  'demographics.name.given': at('identity', 'given', 'Enter the legal first name.'),
  'demographics.name.middle': at('identity', 'middle', 'Shorten the middle name to 35 letters.'),
  'demographics.name.suffix': at('identity', 'suffix', 'Shorten the suffix to 10 letters.'),
  'demographics.birthDate': at('identity', 'birthDate', 'Enter the date of birth as MM/DD/YYYY.'),
  'demographics.sex': at('identity', 'sex', 'Choose the sex as the payer has it.'),
  'demographics.selfDescription': at('identity', 'nameUsed', 'Shorten the name used to 60 letters.'),
  ssn: at('identity', 'ssn', 'Enter all nine digits of the Social Security number, or leave it empty.'),
  'demographics.phones': at('contact', 'mobile', 'Enter a phone number of ten digits.'),
  'demographics.email': at('contact', 'email', 'Enter an email address like name@example.org.'),
  'demographics.address.line1': at('contact', 'address-line1', 'Enter the street.'),
  'demographics.address.city': at('contact', 'address-city', 'Enter the city.'),
  'demographics.address.state': at('contact', 'address-state', 'Choose the state.'),
  'demographics.address.postalCode': at('contact', 'address-zip', 'Enter the ZIP code, 5 or 9 digits.'),
  'contacts.0.name': at('emergency', 'contactName', 'Enter the name of the contact.'),
  'contacts.0.relationship': at(
    'emergency',
    'contactRelationship',
    'Choose who the contact is to the patient.',
  ),
  'contacts.0.phone': at('emergency', 'contactPhone', 'Enter the contact’s phone number of ten digits.'),
  'coverages.0.memberId': at('insurance', 'memberId', 'Enter the member id as it is on the card.'),
  'coverages.0.validFrom': at('insurance', 'coverageFrom', 'Enter the date from which the coverage holds.'),
  'coverages.0.subscriber.name.family': at(
    'insurance',
    'subscriberFamily',
    'Enter the subscriber’s last name.',
  ),
  'coverages.0.subscriber.name.given': at(
    'insurance',
    'subscriberGiven',
    'Enter the subscriber’s first name.',
  ),
  'coverages.0.subscriber.birthDate': at(
    'insurance',
    'subscriberBirthDate',
    'Enter the subscriber’s date of birth.',
  ),
  'coverages.0.subscriber.sex': at('insurance', 'subscriberSex', 'Choose the subscriber’s sex.'),
};

function placeOf(path: readonly PropertyKey[]): Place | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const place = PLACES[path.slice(0, length).map(String).join('.')];
    if (place) return place;
  }
  return undefined;
}

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
      ? { step: place.step, name: place.field, message: place.message }
      : { step: 'review' as const, name: issue.path.join('-'), message: issue.message };
    problems.set(problem.name, problem);
  }
  return [...problems.values()];
}
