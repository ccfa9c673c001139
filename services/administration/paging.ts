import { AppError } from '@spark-den/kernel';
import { z } from 'zod';

const Cursor = z.tuple([z.string(), z.uuid()]);

/** Where the last page of a list by name ended. */
export function readCursor(cursor: string | undefined): readonly [name: string, id: string] | undefined {
  if (cursor === undefined) return undefined;
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('invalid', 'platform.input_invalid', { cursor: 'is not from this list' });
  }
}

/** A page of rows that were read with one more than `limit`. */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
  nameOf: (row: Row) => string,
) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last
      ? Buffer.from(JSON.stringify([nameOf(last), last.id])).toString('base64url')
      : null;
  return { items, nextCursor };
}
