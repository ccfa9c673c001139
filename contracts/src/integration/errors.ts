import type { ErrorCatalogue } from '../operation.ts';

export const integrationErrors = {
  'integration.file_not_found': { kind: 'not_found', title: 'There is no such file.' },
  'integration.file_damaged': {
    kind: 'internal',
    title: 'The kept file is not what was stored. It is not shown; tell your administrator.',
  },
  'integration.file_not_held': {
    kind: 'conflict',
    title: 'Only a held file can be read again. This one has been dealt with.',
  },
  'integration.file_unreadable': {
    kind: 'rule_violated',
    title: 'This is not an X12 interchange. Check that the right file was chosen.',
  },
  'integration.batch_changed': {
    kind: 'conflict',
    title: 'This batch was handed over before with other content. A file that was sent never changes.',
  },
  'integration.bad_interchange': {
    kind: 'rule_violated',
    title: 'The interchange breaks the guide and was not sent. The findings name each place.',
  },
  'integration.bad_inquiry': {
    kind: 'rule_violated',
    title: 'The inquiry holds characters that cannot be sent. Check names and ids.',
  },
} as const satisfies ErrorCatalogue;
