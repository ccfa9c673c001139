import type { PersonName, Sex } from '@spark-den/contracts/patients/types';
import type { LocalDate } from '@spark-den/kernel';
import type { CoverageRow } from '../coverage/coverage-repository.ts';
import type { PatientRow } from '../records/patient-row.ts';

const RELATIONS = { spouse: '01', child: '19', other: '34' } as const;
const SEXES = { female: 'F', male: 'M', unknown: 'U' } as const;

interface Person {
  readonly name: PersonName;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
}

function facts({ name, birthDate, sex }: Person) {
  return {
    lastName: name.family,
    firstName: name.given,
    ...(name.middle === null ? {} : { middleName: name.middle.slice(0, 25) }),
    birthDate,
    sex: SEXES[sex],
  };
}

/** Who is asked about, and through whom they are insured. */
export function inquiryPeople(row: PatientRow, coverage: CoverageRow) {
  const { family, given, middle, suffix, birthDate, sex } = row;
  const patient = { name: { family, given, middle, suffix }, birthDate, sex };
  const membership = {
    memberId: coverage.memberId,
    ...(coverage.groupNumber === null ? {} : { groupNumber: coverage.groupNumber }),
  };
  if (coverage.relationship === 'self' || coverage.subscriber === null) {
    return { subscriber: { ...facts(patient), ...membership }, dependant: null };
  }
  return {
    subscriber: { ...facts(coverage.subscriber), ...membership },
    dependant: { ...facts(patient), relation: RELATIONS[coverage.relationship] },
  };
}
