import type { ErrorCatalogue } from '../operation.ts';

export const clinicalErrors = {
  'clinical.patient_not_found': {
    kind: 'not_found',
    title: 'There is no such patient, or the chart is closed to you.',
  },
  'clinical.visit_not_found': { kind: 'not_found', title: 'There is no such visit.' },
  'clinical.visit_not_arrived': {
    kind: 'rule_violated',
    title: 'The patient has not arrived. The front desk marks the arrival; then the encounter can be opened.',
  },
  'clinical.encounter_not_found': { kind: 'not_found', title: 'There is no such encounter.' },
  'clinical.encounter_changed': {
    kind: 'conflict',
    title: 'Somebody else changed this encounter. Read it again before you go on.',
  },
  'clinical.encounter_signed': {
    kind: 'rule_violated',
    title: 'A signed encounter is not changed. Amend it, with the reason.',
  },
  'clinical.encounter_not_signed': {
    kind: 'rule_violated',
    title: 'This encounter is not signed yet. Change it as it is.',
  },
  'clinical.encounter_incomplete': {
    kind: 'rule_violated',
    title: 'Something is missing or not valid on the date of service. Mend what is marked, then sign.',
  },
  'clinical.nothing_amended': {
    kind: 'rule_violated',
    title: 'Nothing differs from what was signed, so there is nothing to amend.',
  },
} as const satisfies ErrorCatalogue;
