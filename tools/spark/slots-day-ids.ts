import type { ClinicDay, DayAssignment, Waitlist } from '@spark-den/slots/optimise';
import { IdCheck, type Finding } from './slots-ids.ts';

/** Ways to grant requests beyond which a day takes gigabytes of memory. */
const MOST_WAYS = 1_500_000;

/** Ids of a clinic day that stand for nothing or for two things, and what no plan could do. */
export function dayFindings(day: ClinicDay & { readonly current: readonly DayAssignment[] }): Finding[] {
  const check = new IdCheck();
  const providers = check.once(day.providers, 'providers');
  const requests = check.once(day.requests, 'requests');
  const sites = new Set([...Object.keys(day.rooms), ...Object.keys(day.equip)]);
  const kinds = {
    room: new Set(Object.values(day.rooms).flatMap(Object.keys)),
    equip: new Set(Object.values(day.equip).flatMap(Object.keys)),
  };
  day.requests.forEach((request, at) => {
    const here = ['requests', at] as const;
    check.lookAll('provider', providers, request.providers, ...here, 'providers');
    check.look('provider', providers, request.preferred, ...here, 'preferred');
    check.lookAll('site (of `rooms` or `equip`)', sites, request.sites, ...here, 'sites');
    check.look('kind of room', kinds.room, request.room, ...here, 'room');
    check.look('kind of equipment', kinds.equip, request.equip, ...here, 'equip');
    if (request.dur > day.slots) {
      const message = `is longer than the day: ${request.dur} steps of ${day.slots}`;
      check.found.push({ path: [...here, 'dur'], message });
    }
  });
  const granted = new Set<number | string>();
  day.current.forEach(({ request, provider, site }, at) => {
    if (granted.has(request)) {
      check.found.push({ path: ['current', at, 'request'], message: 'stands in `current` twice' });
    }
    granted.add(request);
    check.look('request', requests, request, 'current', at, 'request');
    check.look('provider', providers, provider, 'current', at, 'provider');
    check.look('site (of `rooms` or `equip`)', sites, site, 'current', at, 'site');
  });
  const ways = day.requests.reduce((sum, request) => sum + waysOf(day, request), 0);
  if (ways > MOST_WAYS) {
    const message = `can be granted in ${ways} ways (provider, site and start), more than the ${MOST_WAYS} that are planned at once: plan groups of providers by themselves`;
    check.found.push({ path: ['requests'], message });
  }
  return check.found;
}

/** Ids of a waitlist that stand twice. Patients may wait for providers without an opening. */
export function waitlistFindings({ openings, waitlist }: Omit<Waitlist, 'fit'>): Finding[] {
  const check = new IdCheck();
  check.once(openings, 'openings');
  check.once(waitlist, 'waitlist');
  return check.found;
}

function waysOf(day: ClinicDay, { dur, providers, sites }: ClinicDay['requests'][number]): number {
  const wanted = new Set(providers);
  const starts = day.providers
    .filter(({ id }) => wanted.has(id))
    .reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, day.slots) - start - dur + 1), 0);
  return starts * new Set(sites).size;
}
