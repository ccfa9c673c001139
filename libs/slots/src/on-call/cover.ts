/**
 * Who does each day so that as few days as can be stay uncovered: dynamic programming over the member of the
 * day before. Among equals, who had the fewest days of late goes first.
 *
 * @param canDo for each day the members who are there
 * @param before the member of the day before the first; -1 for none
 * @returns for each day a member, or -1
 */
export function coverDays(canDo: readonly (readonly number[])[], before: number): number[] {
  const cover: number[] = [];
  const uncovered = leastUncovered(canDo);
  // a day that somebody could do is never left open for the sake of order
  const lastDay = new Map<number, number>([[-1, Infinity]]);
  let last = before;
  canDo.forEach((able, day) => {
    const costs = [-1, ...able.filter(member => member !== last)].map(member => ({
      member,
      cost: (member === -1 ? 1 : 0) + (uncovered[day + 1]?.(member) ?? 0),
    }));
    const [choice] = costs.sort(
      (a, b) => a.cost - b.cost || (lastDay.get(a.member) ?? -1) - (lastDay.get(b.member) ?? -1),
    );
    last = choice!.member;
    cover.push(last);
    if (last !== -1) lastDay.set(last, day);
  });
  return cover;
}

/** For each day, how many days from there on stay uncovered, by the member of the day before. */
function leastUncovered(canDo: readonly (readonly number[])[]): ((last: number) => number)[] {
  const result: ((last: number) => number)[] = [];
  let next: (last: number) => number = () => 0;
  for (let day = canDo.length - 1; day >= 0; day -= 1) {
    const after = next;
    const costs = canDo[day]!.map(member => ({ member, cost: after(member) }));
    const open = 1 + after(-1);
    const known = new Map<number, number>();
    next = last => {
      let cost = known.get(last);
      if (cost === undefined) {
        cost = Math.min(open, ...costs.filter(entry => entry.member !== last).map(entry => entry.cost));
        known.set(last, cost);
      }
      return cost;
    };
    result[day] = next;
  }
  return result;
}
