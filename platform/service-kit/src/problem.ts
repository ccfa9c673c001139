import { AppError, HTTP_STATUS, type ErrorFields } from '@spark-den/kernel';
import type { ErrorCatalogue, Operation } from '@spark-den/contracts/operation';
import type { Reply } from './call.ts';

/** Failures that any operation can have; the platform lists them, contracts need not. */
export const PLATFORM_ERRORS: ErrorCatalogue = {
  'platform.input_invalid': {
    kind: 'invalid',
    title: 'Some fields are missing or wrong; each is named with what is expected.',
  },
  'platform.body_unreadable': { kind: 'invalid', title: 'The request is not JSON that can be read.' },
  'platform.idempotency_key_missing': {
    kind: 'invalid',
    title: 'This command needs an Idempotency-Key header.',
  },
  'platform.idempotency_key_reused': {
    kind: 'rule_violated',
    title: 'This Idempotency-Key was used for another command. Use a new one.',
  },
  'platform.version_missing': {
    kind: 'invalid',
    title: 'This change needs an If-Match header with the version that was read.',
  },
  'platform.sign_in_required': { kind: 'unauthenticated', title: 'Sign in to go on.' },
  'platform.forbidden': { kind: 'forbidden', title: 'Your roles do not allow this.' },
  'platform.not_found': { kind: 'not_found', title: 'There is nothing at this address.' },
  'platform.rate_limited': { kind: 'rate_limited', title: 'Too many requests. Wait a moment and try again.' },
  'platform.too_large': { kind: 'invalid', title: 'The request is too large.' },
  'platform.unavailable': {
    kind: 'unavailable',
    title: 'A part of the system does not answer. Try again in a moment.',
  },
  'platform.deadline_passed': {
    kind: 'unavailable',
    title: 'This took too long and was given up. Nothing was changed; try again.',
  },
  'platform.internal': {
    kind: 'internal',
    title: 'Something went wrong on our side. The request id helps us to find it.',
  },
};

/** Turns a failure into what the caller may know. What the contract does not list becomes `internal`. */
export function problemReply(
  error: unknown,
  requestId: string,
  operation: Operation | undefined,
  catalogue: ErrorCatalogue,
): Reply {
  const known = expected(error, operation, catalogue);
  const entry = known ? (catalogue[known.code] ?? PLATFORM_ERRORS[known.code]) : undefined;
  const kind = known && entry ? known.kind : 'internal';
  const code = known && entry ? known.code : 'platform.internal';
  const fields: ErrorFields = known && entry ? known.fields : {};
  const title = (entry ?? PLATFORM_ERRORS['platform.internal'])?.title;
  const status = HTTP_STATUS[kind];
  return {
    status,
    contentType: 'application/problem+json',
    errorKind: kind,
    body: JSON.stringify({
      type: `urn:sparkden:error:${code}`,
      title,
      status,
      kind,
      code,
      requestId,
      fields,
    }),
  };
}

function expected(
  error: unknown,
  operation: Operation | undefined,
  catalogue: ErrorCatalogue,
): AppError | undefined {
  if (!(error instanceof AppError)) return undefined;
  if (PLATFORM_ERRORS[error.code]) return error;
  if (operation?.errors.includes(error.code) && catalogue[error.code]) return error;
  return undefined;
}
