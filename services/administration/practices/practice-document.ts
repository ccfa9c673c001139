import type { PracticeDocument } from '@spark-den/contracts/administration/types';
import type { z } from 'zod';

export type ParsedDocument = z.output<typeof PracticeDocument>;

export interface DanglingReference {
  readonly field: string;
  readonly id: string;
}

/** References of a document to records that it does not hold: the first is enough to refuse it. */
export function danglingReferences(document: ParsedDocument): DanglingReference[] {
  const locations = new Set(document.locations.map(location => location.id));
  const payers = new Set(document.payers.map(payer => payer.id));
  const plans = new Set(document.plans.map(plan => plan.id));
  const missing = (field: string, known: ReadonlySet<string>, id: string | null): DanglingReference[] =>
    id === null || known.has(id) ? [] : [{ field, id }];
  return [
    ...document.rooms.flatMap(room => missing('rooms.locationId', locations, room.locationId)),
    ...document.equipment.flatMap(item => missing('equipment.locationId', locations, item.locationId)),
    ...document.plans.flatMap(plan => missing('plans.payerId', payers, plan.payerId)),
    ...document.payers.flatMap(payer =>
      missing('payers.crossoverPayerId', payers, payer.profile.crossoverPayerId),
    ),
    ...document.feeSchedules.flatMap(schedule => [
      ...missing('feeSchedules.payerId', payers, schedule.payerId),
      ...missing('feeSchedules.planId', plans, schedule.planId),
      ...missing('feeSchedules.locationId', locations, schedule.locationId),
    ]),
  ];
}
