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
      ...day.requests.map((_, request) =>
        atMost(
          columnsOf(options, option => option.request === request),
          1,
        ),
      ),
      ...day.providers.flatMap((_, provider) => presenceRows(day, options, sites, provider)),
      ...stockRows(day, options, day.rooms, option => day.requests[option.request]!.room),
      ...stockRows(day, options, day.equip, option => day.requests[option.request]!.equip),
    ].filter(row => row.columns.length > 1),
  };
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
  for (let provider = 0; provider < day.providers.length; provider += 1) {
    for (let step = 0; step < day.slots; step += 1) {
      for (const site of sites) {
        const isThere = plan.some(
          option => option.provider === provider && option.site === site && covers(option, step),
        );
        x.push(isThere ? 1 : 0);
      }
    }
  }
  return x;
}

function presenceRows(
  day: ClinicDay,
  options: readonly DayOption[],
  sites: readonly string[],
  provider: number,
): ProgramRow[] {
  const rows: ProgramRow[] = [];
  const present = (step: Step, site: number) =>
    options.length + (provider * day.slots + step) * sites.length + site;
  for (let step = 0; step < day.slots; step += 1) {
    sites.forEach((site, index) => {
      const busy = columnsOf(
        options,
        option => option.provider === provider && option.site === site && covers(option, step),
      );
      rows.push({
        columns: [...busy, present(step, index)],
        values: [...busy.map(() => 1), -1],
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
  return rows;
}

function stockRows(
  day: ClinicDay,
  options: readonly DayOption[],
  stock: ClinicDay['rooms'],
  needs: (option: DayOption) => string | null,
): ProgramRow[] {
  return Object.entries(stock).flatMap(([site, kinds]) =>
    Object.entries(kinds).flatMap(([kind, count]) => {
      const users = columnsOf(options, option => option.site === site && needs(option) === kind);
      return Array.from({ length: day.slots }, (_, step) =>
        atMost(
          users.filter(column => covers(options[column]!, step)),
          count,
        ),
      ).filter(row => row.columns.length > count);
    }),
  );
}

function atMost(columns: readonly number[], upper: number): ProgramRow {
  return { columns, values: columns.map(() => 1), upper };
}

function columnsOf(options: readonly DayOption[], test: (option: DayOption) => boolean): number[] {
  return options.flatMap((option, column) => (test(option) ? [column] : []));
}

function sitesOf(options: readonly DayOption[]): string[] {
  return [...new Set(options.map(option => option.site))].sort();
}

function covers({ start, end }: DayOption, step: Step): boolean {
  return start <= step && step < end;
}
