import type { ClinicDay, DayAssignment, DayRequest, Step } from './types.ts';

/**
 * Every hard rule that the assignments break, in words; empty when they are sound. Shares nothing with the
 * search: it counts, step by step, what each person and thing does.
 */
export function clinicDayViolations(day: ClinicDay, assignments: readonly DayAssignment[]): string[] {
  const found: string[] = [];
  const seen = new Set<number | string>();
  const use = new Map<string, number>();
  const placed: { at: DayAssignment; request: DayRequest }[] = [];
  for (const at of assignments) {
    const request = day.requests.find(entry => entry.id === at.request);
    if (!request) {
      found.push(`There is no request ${at.request}.`);
      continue;
    }
    if (seen.has(at.request)) found.push(`Request ${at.request} is granted twice.`);
    seen.add(at.request);
    found.push(...ownRules(day, request, at));
    for (let step = at.start; step < at.start + request.dur; step += 1) {
      for (const [what, stock] of [
        [request.room, day.rooms],
        [request.equip, day.equip],
      ] as const) {
        if (what === null) continue;
        const key = `${what} at ${at.site} in step ${step}`;
        const used = (use.get(key) ?? 0) + 1;
        use.set(key, used);
        if (used === (stock[at.site]?.[what] ?? 0) + 1) found.push(`Too few: ${key}.`);
      }
    }
    placed.push({ at, request });
  }
  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(index + 1)) {
      if (a.at.provider !== b.at.provider) continue;
      const needed = a.at.site === b.at.site ? 0 : day.travelSlots;
      if (freeBetween(a, b) < needed) {
        found.push(`Provider ${a.at.provider} cannot do both ${a.at.request} and ${b.at.request}.`);
      }
    }
  }
  return found;
}

/** What the assignments are worth together. */
export function clinicDayObjective(day: ClinicDay, assignments: readonly DayAssignment[]): number {
  let sum = 0;
  for (const { request: id, provider, start } of assignments) {
    const request = day.requests.find(entry => entry.id === id);
    if (!request) continue;
    sum += 10 * request.w + (request.preferred === provider ? 3 : 0);
    if (start < request.win[0]) sum -= request.win[0] - start;
    if (start + request.dur > request.win[1]) sum -= start + request.dur - request.win[1];
  }
  return sum;
}

function ownRules(day: ClinicDay, request: DayRequest, at: DayAssignment): string[] {
  const found: string[] = [];
  const end = at.start + request.dur;
  const provider = day.providers.find(entry => entry.id === at.provider);
  const name = `Request ${at.request}`;
  if (!provider || !request.providers.includes(at.provider)) {
    return [`${name}: provider ${at.provider} does not do it.`];
  }
  if (!request.sites.includes(at.site)) found.push(`${name}: not at site ${at.site}.`);
  if (!Number.isInteger(at.start) || at.start < provider.start || end > Math.min(provider.end, day.slots)) {
    found.push(`${name}: outside the working time of provider ${at.provider}.`);
  }
  if (provider.lunch !== null && at.start < provider.lunch + day.lunchSlots && end > provider.lunch) {
    found.push(`${name}: in the lunch of provider ${at.provider}.`);
  }
  if (clinicDayObjective(day, [at]) <= 0) found.push(`${name}: gains nothing.`);
  return found;
}

/** Steps from the end of the first to the start of the second; negative when they overlap. */
function freeBetween(
  a: { at: DayAssignment; request: DayRequest },
  b: { at: DayAssignment; request: DayRequest },
): Step {
  return Math.max(b.at.start - (a.at.start + a.request.dur), a.at.start - (b.at.start + b.request.dur));
}
