import { AppError, type ErrorFields } from '@spark-den/kernel';
import type { ServiceContract } from '@spark-den/contracts/operation';

/**
 * Ends a call with an error that its contract lists.
 * @example throw fail(patientsContract, 'patients.not_found', { patientId })
 */
export function fail<C extends ServiceContract>(
  contract: C,
  code: string,
  fields: ErrorFields = {},
): AppError {
  const entry = contract.errors[code];
  if (!entry) return new AppError('internal', 'platform.unlisted_error', { listed: code });
  return new AppError(entry.kind, code, fields);
}
