import type { ErrorCatalogue } from '../operation.ts';

export const administrationErrors = {
  'administration.practice_not_found': {
    kind: 'not_found',
    title: 'This practice has not been installed yet.',
  },
  'administration.payer_not_found': { kind: 'not_found', title: 'There is no such payer in this practice.' },
  'administration.fee_schedule_not_found': {
    kind: 'not_found',
    title: 'There is no such fee schedule in this practice.',
  },
  'administration.practice_mismatch': {
    kind: 'forbidden',
    title: 'A practice document can only be installed for its own practice.',
  },
  'administration.dangling_reference': {
    kind: 'invalid',
    title: 'The practice document names a record that it does not hold. Add the record or correct its id.',
  },
} satisfies ErrorCatalogue;
