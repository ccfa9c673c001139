import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { SlotReason as SlotReasonSchema } from '@spark-den/contracts/scheduling/types';
import { fail } from '@spark-den/service-kit';
import type { z } from 'zod';

type Reason = z.input<typeof SlotReasonSchema>;

const OUTSIDE: ReadonlySet<Reason['code']> = new Set([
  'provider-not-working',
  'wrong-location',
  'type-not-offered',
  'quota-reached',
  'provider-time-off',
  'location-closed',
]);
const BUSY: ReadonlySet<Reason['code']> = new Set(['provider-busy', 'travel-between-sites']);

/** The one code for a wish that cannot be met, with every reason in its fields. */
export function placementFailure(reasons: readonly Reason[], alternatives: readonly unknown[]) {
  return fail(schedulingContract, codeOf(reasons), { reasons, alternatives });
}

function codeOf(reasons: readonly Reason[]): string {
  if (reasons.some(reason => OUTSIDE.has(reason.code))) return 'scheduling.outside_availability';
  if (reasons.some(reason => BUSY.has(reason.code))) return 'scheduling.slot_taken';
  return 'scheduling.no_resource_free';
}
