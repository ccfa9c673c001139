import { useRef } from 'react';

interface InColumn {
  readonly columnId: string;
}

const NONE: readonly never[] = [];

/**
 * Items by column. A column whose items are the same as before keeps its array, so that a move redraws
 * the two columns that it touches and no other.
 */
export function useGrouped<T extends InColumn>(items: readonly T[]): (columnId: string) => readonly T[] {
  const before = useRef<ReadonlyMap<string, readonly T[]>>(new Map());
  const source = useRef<readonly T[]>();
  if (source.current !== items) {
    source.current = items;
    before.current = regroup(items, before.current);
  }
  const groups = before.current;
  return columnId => groups.get(columnId) ?? NONE;
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
