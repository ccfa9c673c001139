import type { listActivity as operation } from '@spark-den/contracts/analytics/operations';
import { AppError, instant } from '@spark-den/kernel';
import type { Handler } from '@spark-den/service-kit';
import type { AnalyticsDatabase } from '../database.ts';
import { ACTIVITY_PERMISSIONS } from './activity.ts';
import { activityOf } from './activity-repository.ts';

/** Shows a viewer what they could also open: no write-off reaches the front desk. */
export const listActivity: Handler<typeof operation, AnalyticsDatabase> = async (
  context,
  { cursor, limit },
) => {
  const { permissions } = context.principal;
  const visible = [...new Set(Object.values(ACTIVITY_PERMISSIONS))].filter(permission =>
    permissions.has(permission),
  );
  const rows = await activityOf(context, visible, readCursor(cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, kind, at, patientId, entityType, entityId, detail }) => ({
      activityId: id,
      kind,
      at,
      patientId,
      entityType,
      entityId,
      detail,
    })),
    nextCursor: rows.length > limit && last ? `${last.at} ${last.id}` : null,
  };
};

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const match = /^(\S+Z) ([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2] || Number.isNaN(Date.parse(match[1]))) {
    throw new AppError('invalid', 'platform.input_invalid', { cursor: 'is not from this list' });
  }
  return { at: instant(match[1]), id: match[2] };
}
