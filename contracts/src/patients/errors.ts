import type { ErrorCatalogue } from '@spark-den/contracts/operation';

export const errors = {
  'patients.patient_not_found': { kind: 'not_found', title: 'There is no such patient in this practice.' },
  'patients.patient_restricted': {
    kind: 'forbidden',
    title: 'This chart is restricted. Ask the practice administrator for access.',
  },
  'patients.version_conflict': {
    kind: 'conflict',
    title: 'Somebody changed this record meanwhile. Load it again and repeat your change.',
  },
  'patients.likely_duplicate': {
    kind: 'conflict',
    title:
      'This person is probably registered already. Open the record shown, or say why this is somebody else.',
  },
  'patients.birth_date_in_future': {
    kind: 'rule_violated',
    title: 'The date of birth lies in the future. Correct it.',
  },
  'patients.signed_in_future': {
    kind: 'rule_violated',
    title: 'A consent cannot be signed later than today. Correct its date.',
  },
  'patients.ssn_in_use': {
    kind: 'rule_violated',
    title: 'Another patient of this practice has this Social Security number. Compare the two records.',
  },
  'patients.ssn_not_recorded': {
    kind: 'not_found',
    title: 'No Social Security number is recorded for this patient.',
  },
  'patients.draft_not_found': {
    kind: 'not_found',
    title: 'This draft was registered or discarded. Start anew.',
  },
  'patients.merge_not_found': { kind: 'not_found', title: 'There is no such merge.' },
  'patients.merge_with_itself': {
    kind: 'rule_violated',
    title: 'Both records are the same patient already.',
  },
  'patients.already_merged': {
    kind: 'conflict',
    title: 'One of the records was merged meanwhile. Load both again.',
  },
  'patients.merge_order': {
    kind: 'rule_violated',
    title: 'A later merge builds on this one. Undo that one first.',
  },
  'patients.coverage_not_found': { kind: 'not_found', title: 'There is no such coverage.' },
  'patients.coverage_overlap': {
    kind: 'conflict',
    title:
      'Another coverage has this place in the order for some of these dates. End it, or choose another place.',
  },
  'patients.coverage_dates': {
    kind: 'rule_violated',
    title: 'The coverage ends before it begins. Correct the dates.',
  },
  'patients.subscriber_missing': {
    kind: 'rule_violated',
    title: 'The patient is not the subscriber: enter the name and date of birth of the person who is.',
  },
  'patients.payer_unknown': { kind: 'rule_violated', title: 'This payer is not set up in the practice.' },
  'patients.plan_unknown': { kind: 'rule_violated', title: 'This payer has no such plan in the practice.' },
  'patients.payer_must_be_last': {
    kind: 'rule_violated',
    title: 'Medicaid pays after every other coverage. Give it the last place.',
  },
} as const satisfies ErrorCatalogue;
