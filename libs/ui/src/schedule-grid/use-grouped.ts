import { useMemo, useState } from 'react';

interface InColumn {
  readonly columnId: string;
}

const NONE: readonly never[] = [];

/**
 * Items by column. A column whose items are the same as before keeps its array, so that a move redraws
 * the two columns that it touches and no other.
 */
export function useGrouped<T extends InColumn>(items: readonly T[]): (columnId: string) => readonly T[] {
  const [grouper] = useState(() => new Grouper<T>());
  const groups = useMemo(() => grouper.group(items), [grouper, items]);
  return columnId => groups.get(columnId) ?? NONE;
}

/** Remembers the groups that it made last. */
class Grouper<T extends InColumn> {
  #before: ReadonlyMap<string, readonly T[]> = new Map();

  group(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
    this.#before = regroup(items, this.#before);
    return this.#before;
  }
}

function regroup<T extends InColumn>(
  items: readonly T[],
  before: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.columnId);
    if (group) group.push(item);
    else groups.set(item.columnId, [item]);
  }
  return new Map(
    [...groups].map(([columnId, group]) => {
      const old = before.get(columnId);
      const same = old?.length === group.length && group.every((item, index) => item === old[index]);
      return [columnId, same ? old : group];
    }),
  );
}
