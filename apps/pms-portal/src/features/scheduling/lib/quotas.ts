import type { AppointmentType } from '@spark-den/contracts/scheduling/types';
import type { Rule } from './week.ts';

export type Quota = Rule['quotas'][number];
export type VisitType = Pick<AppointmentType, 'appointmentTypeId' | 'name'>;

/** As the contract has it. */
export const MOST_OF_QUOTA = 200;

/** What hours take beyond their place: `only Follow-up`, `at most 2 New patient`. */
export function limitsOf(
  { appointmentTypeIds, quotas }: Pick<Rule, 'appointmentTypeIds' | 'quotas'>,
  types: readonly VisitType[],
): string[] {
  const namesOf = (ids: readonly string[], word: string) =>
    ids.map(id => types.find(type => type.appointmentTypeId === id)?.name ?? '…').join(` ${word} `);
  return [
    ...(appointmentTypeIds.length > 0 ? [`only ${namesOf(appointmentTypeIds, 'and')}`] : []),
    ...quotas.map(quota => `at most ${quota.most} ${namesOf(quota.appointmentTypeIds, 'or')}`),
  ];
}
