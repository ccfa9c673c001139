import type { FeeItem, FeeSchedule } from '@spark-den/contracts/administration/types';
import type { LocalDate } from '@spark-den/kernel';
import type { AdministrationContext } from '../database.ts';
import { pageOf, readCursor } from '../paging.ts';
import { writeRecords } from '../practices/master-data-repository.ts';

export interface ScheduleFilter {
  readonly on?: LocalDate | undefined;
  readonly payerId?: string | undefined;
}

/** Schedules with their items, by name; those in force on a day where one is named. */
export async function listSchedules(
  context: AdministrationContext,
  filter: ScheduleFilter & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: FeeSchedule[]; nextCursor: string | null }> {
  const after = readCursor(filter.cursor);
  let query = scheduleRows(context, filter)
    .orderBy('name')
    .orderBy('id')
    .limit(filter.limit + 1);
  if (after) {
    query = query.where(eb => eb(eb.refTuple('name', 'id'), '>', eb.tuple(after[0], after[1])));
  }
  const page = pageOf(await query.execute(), filter.limit, row => row.name);
  return { ...page, items: await withItems(context, page.items) };
}

/** Every schedule in force on a day: what a price is resolved from. */
export async function schedulesInForce(
  context: AdministrationContext,
  on: LocalDate,
): Promise<FeeSchedule[]> {
  return withItems(context, await scheduleRows(context, { on }).orderBy('id').execute());
}

export async function findSchedule(
  context: AdministrationContext,
  id: string,
): Promise<FeeSchedule | undefined> {
  const rows = await scheduleRows(context, {}).where('id', '=', id).execute();
  return (await withItems(context, rows))[0];
}

/** Makes the items of a schedule equal to `items`. @returns how many rows changed */
export async function writeFeeItems(
  context: AdministrationContext,
  feeScheduleId: string,
  items: readonly FeeItem[],
): Promise<number> {
  const { practiceId } = context;
  const rows = items.map(item => ({
    ...item,
    modifiers: item.modifiers.join(','),
    practiceId,
    feeScheduleId,
  }));
  const wanted = new Set(rows.map(row => `${row.code}|${row.modifiers}`));
  const present = await context.db
    .selectFrom('feeItem')
    .select(['code', 'modifiers'])
    .where('practiceId', '=', practiceId)
    .where('feeScheduleId', '=', feeScheduleId)
    .execute();
  const gone = present.filter(row => !wanted.has(`${row.code}|${row.modifiers}`));
  for (const row of gone) {
    await context.db
      .deleteFrom('feeItem')
      .where('practiceId', '=', practiceId)
      .where('feeScheduleId', '=', feeScheduleId)
      .where('code', '=', row.code)
      .where('modifiers', '=', row.modifiers)
      .execute();
  }
  const written = await writeRecords(
    context,
    'feeItem',
    ['practiceId', 'feeScheduleId', 'code', 'modifiers'],
    rows,
  );
  return written + gone.length;
}

function scheduleRows(context: AdministrationContext, { on, payerId }: ScheduleFilter) {
  let query = context.db
    .selectFrom('feeSchedule')
    .select([
      'id',
      'name',
      'kind',
      'payerId',
      'planId',
      'locationId',
      'effectiveFrom',
      'effectiveTo',
      'method',
      'source',
    ])
    .where('practiceId', '=', context.practiceId);
  if (payerId !== undefined) query = query.where('payerId', '=', payerId);
  if (on !== undefined) {
    query = query
      .where('effectiveFrom', '<=', on)
      .where(eb => eb.or([eb('effectiveTo', 'is', null), eb('effectiveTo', '>=', on)]));
  }
  return query;
}

async function withItems(
  context: AdministrationContext,
  schedules: readonly Omit<FeeSchedule, 'items'>[],
): Promise<FeeSchedule[]> {
  if (schedules.length === 0) return [];
  const rows = await context.db
    .selectFrom('feeItem')
    .select(['feeScheduleId', 'code', 'modifiers', 'label', 'amountCents'])
    .where('practiceId', '=', context.practiceId)
    .where(
      'feeScheduleId',
      'in',
      schedules.map(schedule => schedule.id),
    )
    .orderBy('code')
    .orderBy('modifiers')
    .execute();
  const items = new Map<string, FeeItem[]>(schedules.map(schedule => [schedule.id, []]));
  for (const { feeScheduleId, modifiers, ...item } of rows) {
    items.get(feeScheduleId)?.push({ ...item, modifiers: modifiers === '' ? [] : modifiers.split(',') });
  }
  return schedules.map(schedule => ({ ...schedule, items: items.get(schedule.id) ?? [] }));
}
