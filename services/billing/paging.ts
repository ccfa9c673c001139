import { AppError } from '@spark-den/kernel';

/** An opaque cursor: where the last page ended, in the order of the list. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws AppError when the text is no cursor of a list with these many keys */
export function decodeCursor(cursor: string | undefined, keys: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(values) && values.length === keys && values.every(isKey)) return values;
  } catch {
    // falls through: not a cursor of ours
  }
  throw new AppError('invalid', 'platform.input_invalid', { cursor: 'is not from this list' });
}

const isKey = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Cuts the row that was read beyond the limit, and says where the next page starts. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly (string | number)[],
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? encodeCursor(keysOf(last)) : null,
  };
}
