import type { GridEvent } from './types.ts';

export interface Lane {
  readonly index: number;
  /** Lanes of the cluster of overlapping events that this one belongs to. */
  readonly of: number;
}

/** Puts overlapping events side by side: each takes the first lane that is free when it starts. */
export function lanesOf(
  events: readonly Pick<GridEvent, 'id' | 'start' | 'end'>[],
): ReadonlyMap<string, Lane> {
  const sorted = [...events].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const result = new Map<string, Lane>();
  let cluster: { id: string; index: number }[] = [];
  let laneEnds: number[] = [];
  let clusterEnd = -Infinity;
  const close = () => {
    for (const { id, index } of cluster) result.set(id, { index, of: laneEnds.length });
    cluster = [];
    laneEnds = [];
  };
  for (const event of sorted) {
    if (event.start >= clusterEnd) close();
    const free = laneEnds.findIndex(end => end <= event.start);
    const index = free === -1 ? laneEnds.length : free;
    laneEnds[index] = event.end;
    cluster.push({ id: event.id, index });
    clusterEnd = Math.max(clusterEnd, event.end);
  }
  close();
  return result;
}
