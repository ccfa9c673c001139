import type { ClinicDay, DayAssignment, DayProvider, DayRequest, Step, VisitWorth } from './types.ts';

/** One way to grant a request that gains something. */
export interface DayOption {
  /** Index into the day's requests. */
  readonly request: number;
  /** Index into the day's providers. */
  readonly provider: number;
  readonly site: string;
  readonly start: Step;
  readonly end: Step;
  readonly worth: number;
}

const PRIORITY = 10;
const PREFERRED = 3;

/** 10 per weight, 3 for the preferred provider, less one per step outside the wanted time. */
export function worthOf(
  request: DayRequest,
  { provider, start }: Pick<DayAssignment, 'provider' | 'start'>,
): VisitWorth {
  const priority = PRIORITY * request.w;
  const preferredProvider = request.preferred === provider ? PREFERRED : 0;
  const tooEarly = -Math.max(0, request.win[0] - start);
  const tooLate = -Math.max(0, start + request.dur - request.win[1]);
  return {
    priority,
    preferredProvider,
    tooEarly: tooEarly || 0,
    tooLate: tooLate || 0,
    total: priority + preferredProvider + tooEarly + tooLate,
  };
}

/** For each request, its options, best first; one worth nothing is none. */
export function optionsOf(day: ClinicDay): DayOption[][] {
  return day.requests.map((request, index) => {
    const options: DayOption[] = [];
    for (const site of request.sites.filter(name => hasRoomFor(day, request, name))) {
      day.providers.forEach((provider, at) => {
        if (!request.providers.includes(provider.id)) return;
        for (let start = provider.start; start + request.dur <= provider.end; start += 1) {
          const end = start + request.dur;
          const worth = worthOf(request, { provider: provider.id, start }).total;
          if (worth > 0 && end <= day.slots && !meetsLunch(day, provider, start, end)) {
            options.push({ request: index, provider: at, site, start, end, worth });
          }
        }
      });
    }
    return options.sort((a, b) => b.worth - a.worth || a.start - b.start || a.provider - b.provider);
  });
}

function hasRoomFor(day: ClinicDay, request: DayRequest, site: string): boolean {
  const has = (stock: ClinicDay['rooms'], kind: string | null) =>
    kind === null || (stock[site]?.[kind] ?? 0) > 0;
  return has(day.rooms, request.room) && has(day.equip, request.equip);
}

function meetsLunch(day: ClinicDay, { lunch }: DayProvider, start: Step, end: Step): boolean {
  return lunch !== null && start < lunch + day.lunchSlots && lunch < end;
}
