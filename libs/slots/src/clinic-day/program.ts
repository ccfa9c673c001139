import type { BinaryProgram, ProgramRow } from '../program.ts';
import type { DayOption } from './options.ts';
import type { ClinicDay, Step } from './types.ts';

/**
 * The day as a program: a variable per option, then one per provider, step and site that says where the
 * provider is. Visits need the provider there, and two sites need `travelSlots` between them.
 */
export function dayProgram(day: ClinicDay, options: readonly DayOption[]): BinaryProgram {
  const sites = sitesOf(options);
  const presence = day.providers.length * day.slots * sites.length;
  return {
    gains: [...options.map(option => option.worth), ...Array.from({ length: presence }, () => 0)],
    rows: [
      ...[...grouped(options, ({ request }) => [`${request}`]).values()].map(columns => atMost(columns, 1)),
      ...presenceRows(day, options, sites),
      ...stockRows(day, options, day.rooms, option => day.requests[option.request]!.room),
      ...stockRows(day, options, day.equip, option => day.requests[option.request]!.equip),
    ].filter(row => row.columns.length > 1),
  };
}

/** How many coefficients the program has that come from options; it has a few more for where providers are. */
export function programSize(day: ClinicDay, options: readonly DayOption[]): number {
  let size = 0;
  for (const { request, start, end } of options) {
    const { room, equip } = day.requests[request]!;
    const resources = 1 + (room === null ? 0 : 1) + (equip === null ? 0 : 1);
    size += 1 + resources * (end - start);
  }
  return size;
}

/** A plan as a solution of the program. */
export function dayStart(
  day: ClinicDay,
  options: readonly DayOption[],
  plan: readonly DayOption[],
): number[] {
  const sites = sitesOf(options);
  const chosen = new Set(plan);
  const x = options.map(option => (chosen.has(option) ? 1 : 0));
  const isThere = new Set(
    plan.flatMap(({ provider, site, start, end }) =>
      stepsOf(start, end).map(step => `${provider} ${step} ${site}`),
    ),
  );
  for (let provider = 0; provider < day.providers.length; provider += 1) {
    for (let step = 0; step < day.slots; step += 1) {
      for (const site of sites) {
        x.push(isThere.has(`${provider} ${step} ${site}`) ? 1 : 0);
      }
    }
  }
  return x;
}

function presenceRows(day: ClinicDay, options: readonly DayOption[], sites: readonly string[]): ProgramRow[] {
  const busy = grouped(options, ({ provider, site, start, end }) =>
    stepsOf(start, end).map(step => `${provider} ${step} ${site}`),
  );
  const rows: ProgramRow[] = [];
  for (let provider = 0; provider < day.providers.length; provider += 1) {
    const present = (step: Step, site: number) =>
      options.length + (provider * day.slots + step) * sites.length + site;
    for (let step = 0; step < day.slots; step += 1) {
      sites.forEach((site, index) => {
        const visits = busy.get(`${provider} ${step} ${site}`) ?? [];
        rows.push({
          columns: [...visits, present(step, index)],
          values: [...visits.map(() => 1), -1],
          upper: 0,
        });
        for (let other = 0; other < sites.length; other += 1) {
          for (let back = 0; back <= Math.min(day.travelSlots, step); back += 1) {
            if (other < index || (other > index && back > 0)) {
              rows.push(atMost([present(step, index), present(step - back, other)], 1));
            }
          }
        }
      });
    }
  }
  return rows;
}

function stockRows(
  day: ClinicDay,
  options: readonly DayOption[],
  stock: ClinicDay['rooms'],
  needs: (option: DayOption) => string | null,
): ProgramRow[] {
  const users = grouped(options, option => {
    const kind = needs(option);
    if (kind === null) return [];
    return stepsOf(option.start, option.end).map(step => `${option.site} ${kind} ${step}`);
  });
  return Object.entries(stock).flatMap(([site, kinds]) =>
    Object.entries(kinds).flatMap(([kind, count]) =>
      stepsOf(0, day.slots)
        .map(step => atMost(users.get(`${site} ${kind} ${step}`) ?? [], count))
        .filter(row => row.columns.length > count),
    ),
  );
}

/** Columns by key, in the order in which each key is met first. */
function grouped(
  options: readonly DayOption[],
  keysOf: (option: DayOption) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  options.forEach((option, column) => {
    for (const key of keysOf(option)) {
      const group = groups.get(key);
      if (group) group.push(column);
      else groups.set(key, [column]);
    }
  });
  return groups;
}

function stepsOf(from: Step, to: Step): Step[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function atMost(columns: readonly number[], upper: number): ProgramRow {
  return { columns, values: columns.map(() => 1), upper };
}

function sitesOf(options: readonly DayOption[]): string[] {
  return [...new Set(options.map(option => option.site))].sort();
}
