import { administrationContract } from '@spark-den/contracts/administration/operations';
import { fail } from '@spark-den/service-kit';
import type { AdministrationContext } from '../database.ts';
import { findSchedule } from './fee-schedule-repository.ts';

export async function getFeeSchedule(
  context: AdministrationContext,
  { feeScheduleId }: { readonly feeScheduleId: string },
) {
  const schedule = await findSchedule(context, feeScheduleId);
  if (!schedule)
    throw fail(administrationContract, 'administration.fee_schedule_not_found', { feeScheduleId });
  return schedule;
}
