import type { ErrorCatalogue } from '../operation.ts';

export const schedulingErrors = {
  'scheduling.appointment_not_found': { kind: 'not_found', title: 'This appointment does not exist.' },
  'scheduling.appointment_type_not_found': { kind: 'not_found', title: 'This visit type does not exist.' },
  'scheduling.provider_not_found': { kind: 'not_found', title: 'This provider has no schedule here.' },
  'scheduling.location_not_found': { kind: 'not_found', title: 'This location does not exist.' },
  'scheduling.resource_not_found': { kind: 'not_found', title: 'This room or equipment does not exist.' },
  'scheduling.patient_not_found': { kind: 'not_found', title: 'This patient does not exist.' },
  'scheduling.entry_not_found': { kind: 'not_found', title: 'This schedule entry does not exist.' },
  'scheduling.hold_not_found': {
    kind: 'not_found',
    title: 'The held time was released or has expired. Choose a time again.',
  },
  'scheduling.slot_taken': {
    kind: 'conflict',
    title: 'Somebody else has taken this time. Choose one of the alternatives.',
  },
  'scheduling.version_conflict': {
    kind: 'conflict',
    title: 'This appointment was changed by someone else. Look at it again, then repeat the change.',
  },
  'scheduling.outside_availability': {
    kind: 'rule_violated',
    title:
      'The provider does not work at this time. Choose another time, or book it as an exception with a reason.',
  },
  'scheduling.no_resource_free': {
    kind: 'conflict',
    title: 'No suitable room or equipment is free at this time. Choose one of the alternatives.',
  },
  'scheduling.in_the_past': { kind: 'rule_violated', title: 'This time has passed. Choose a later one.' },
  'scheduling.patient_overlap': {
    kind: 'rule_violated',
    title:
      'The patient has another visit at this time. Confirm that both are wanted, or choose another time.',
  },
  'scheduling.transition_not_allowed': {
    kind: 'rule_violated',
    title: 'This step does not follow from the state of the visit.',
  },
  'scheduling.too_early_for_no_show': {
    kind: 'rule_violated',
    title: 'A visit becomes a no-show only after its start and the time of grace.',
  },
  'scheduling.checkin_gates_open': {
    kind: 'rule_violated',
    title:
      'Check-in needs each of identity, coverage, consent and copay: settle it, or override it with a reason.',
  },
  'scheduling.checkout_incomplete': {
    kind: 'rule_violated',
    title: 'Check-out needs the charges, the next visit and the balance to be looked at.',
  },
  'scheduling.override_forbidden': {
    kind: 'forbidden',
    title: 'You may not override this rule. Ask a practice manager.',
  },
  'scheduling.not_cancellable': {
    kind: 'rule_violated',
    title: 'Only a visit that has not begun can be moved or cancelled.',
  },
  'scheduling.undo_not_possible': {
    kind: 'rule_violated',
    title: 'This step can no longer be undone.',
  },
  'scheduling.other_practice': {
    kind: 'forbidden',
    title: 'A schedule can only be installed for its own practice.',
  },
  'scheduling.cursor_invalid': { kind: 'invalid', title: 'This page link does not belong to this list.' },
  'scheduling.windows_overlap': {
    kind: 'invalid',
    title: 'Two working times of the same day overlap. Change one of them.',
  },
} as const satisfies ErrorCatalogue;
