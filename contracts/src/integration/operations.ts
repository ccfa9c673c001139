import { z } from 'zod';
import { File, Id, Page, PageInput, Text } from '../fields.ts';
import { operation, serviceContract } from '../operation.ts';
import { integrationErrors } from './errors.ts';
import { integrationEvents } from './events.ts';
import { integrationPermissions } from './permissions.ts';
import {
  EligibilityAnswer,
  EligibilityInquiryFacts,
  FileDirection,
  FileKind,
  FileStatus,
  InterchangeInfo,
} from './types.ts';

export const checkEligibility = operation({
  summary: 'Asks a payer in real time what a member is covered for; raw 270 and 271 are kept',
  method: 'POST',
  path: '/integration/eligibility-inquiries',
  input: z.strictObject(EligibilityInquiryFacts),
  output: z.object({
    /** `answered`: there is a readable 271, perhaps with rejections; the others say why there is none. */
    outcome: z.enum(['answered', 'no-answer', 'unreadable']),
    answer: EligibilityAnswer.nullable(),
    requestFileId: Id,
    responseFileId: Id.nullable(),
  }),
  permission: 'internal',
  phi: 'write',
  audit: 'eligibility.inquired',
  rateClass: 'expensive',
  idempotent: false,
  errors: ['integration.bad_inquiry'],
});

export const reserveEnvelope = operation({
  summary: 'Control numbers and addresses for one outgoing interchange; each call gives new numbers',
  method: 'POST',
  path: '/integration/envelopes',
  input: z.strictObject({ transactions: z.int().min(1).max(9_999) }),
  output: z.object({
    sender: z.object({ qualifier: z.string(), id: z.string() }),
    receiver: z.object({ qualifier: z.string(), id: z.string() }),
    usage: z.enum(['T', 'P']),
    /** ISA13. */
    interchangeControl: z.int(),
    /** GS06. */
    groupControl: z.int(),
    /** ST02 of each transaction. */
    transactionControls: z.array(z.string()),
    /** Wall clock of the practice, as `writeInterchange` takes it. */
    at: z.string(),
  }),
  permission: 'internal',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const submitClaims = operation({
  summary: 'Keeps an 837P interchange and sends it to the clearinghouse; the same batch is sent once',
  method: 'POST',
  path: '/integration/claim-files',
  input: z.strictObject({ batchId: Id, interchange: z.string().min(106), claimIds: z.array(Id).min(1) }),
  output: InterchangeInfo,
  permission: 'internal',
  phi: 'write',
  audit: 'claims.submitted',
  rateClass: 'standard',
  idempotent: false,
  errors: ['integration.bad_interchange', 'integration.batch_changed'],
});

export const importFile = operation({
  summary: 'Takes in a file by hand, as if it had come from the mailbox; the same bytes are one file',
  method: 'POST',
  path: '/integration/files',
  input: z.strictObject({ fileName: Text(200), base64: z.string().min(1).max(70_000_000) }),
  output: InterchangeInfo,
  permission: 'integration.file.import',
  phi: 'write',
  audit: 'interchange.imported',
  rateClass: 'expensive',
  idempotent: false,
  errors: ['integration.file_unreadable'],
});

export const listInterchanges = operation({
  summary: 'Files exchanged with the clearinghouse, newest first',
  method: 'GET',
  path: '/integration/files',
  input: z.strictObject({
    direction: FileDirection.optional(),
    kind: FileKind.optional(),
    status: FileStatus.optional(),
    batchId: Id.optional(),
    ...PageInput,
  }),
  output: Page(InterchangeInfo),
  permission: 'integration.file.read',
  phi: 'read',
  audit: 'interchanges.listed',
  rateClass: 'standard',
  idempotent: false,
});

const FileContent = z.object({ info: InterchangeInfo, content: z.string() });

export const getFile = operation({
  summary: 'A raw file with its content',
  method: 'GET',
  path: '/integration/files/:fileId',
  input: z.strictObject({ fileId: Id }),
  output: FileContent,
  permission: 'integration.file.read',
  phi: 'read',
  audit: 'interchange.opened',
  rateClass: 'standard',
  idempotent: false,
  errors: ['integration.file_not_found', 'integration.file_damaged'],
});

export const downloadFile = operation({
  summary: 'A raw file as it went over the wire',
  method: 'GET',
  path: '/integration/files/:fileId/content',
  input: z.strictObject({ fileId: Id }),
  output: File,
  permission: 'integration.file.read',
  phi: 'read',
  audit: 'interchange.downloaded',
  rateClass: 'expensive',
  idempotent: false,
  binary: true,
  errors: ['integration.file_not_found', 'integration.file_damaged'],
});

export const readFile = operation({
  summary: 'A raw file for a service that works on it',
  method: 'GET',
  path: '/integration/files/:fileId/source',
  input: z.strictObject({ fileId: Id }),
  output: FileContent,
  permission: 'internal',
  phi: 'read',
  audit: 'interchange.read',
  rateClass: 'standard',
  idempotent: false,
  errors: ['integration.file_not_found', 'integration.file_damaged'],
});

export const replayFile = operation({
  summary: 'Reads or sends a held file again',
  method: 'POST',
  path: '/integration/files/:fileId/replays',
  input: z.strictObject({ fileId: Id }),
  output: InterchangeInfo,
  permission: 'integration.file.replay',
  phi: 'write',
  audit: 'interchange.replayed',
  rateClass: 'standard',
  idempotent: true,
  errors: ['integration.file_not_found', 'integration.file_damaged', 'integration.file_not_held'],
});

export const pollMailbox = operation({
  summary: 'Fetches what waits in the mailbox and sends what waits here now, instead of at the next turn',
  method: 'POST',
  path: '/integration/mailbox-polls',
  input: z.strictObject({}),
  output: z.object({ sent: z.int(), received: z.int() }),
  permission: 'integration.mailbox.poll',
  phi: 'write',
  audit: 'mailbox.polled',
  rateClass: 'expensive',
  idempotent: false,
});

export const integrationContract = serviceContract({
  name: 'integration',
  port: 3005,
  database: 'shared',
  operations: {
    checkEligibility,
    reserveEnvelope,
    submitClaims,
    importFile,
    listInterchanges,
    getFile,
    downloadFile,
    readFile,
    replayFile,
    pollMailbox,
  },
  events: integrationEvents,
  errors: integrationErrors,
  permissions: integrationPermissions,
});
