import type { ClinicDay, DayAssignment, PlacedVisit, Step } from './types.ts';

/** Gives each visit a room and a piece of equipment by name: the lowest number that is free. */
export function withUnits(day: ClinicDay, assignments: readonly DayAssignment[]): PlacedVisit[] {
  const freeFrom = new Map<string, Step[]>();
  const take = (site: string, kind: string | null, start: Step, end: Step) => {
    if (kind === null) return null;
    const units = freeFrom.get(`${site} ${kind}`) ?? [];
    freeFrom.set(`${site} ${kind}`, units);
    const free = units.findIndex(since => since <= start);
    const unit = free < 0 ? units.length : free;
    units[unit] = end;
    return `${kind}-${unit + 1}`;
  };
  return [...assignments]
    .sort((a, b) => a.start - b.start)
    .map(assignment => {
      const request = day.requests.find(entry => entry.id === assignment.request)!;
      const { site, start } = assignment;
      const end = start + request.dur;
      return {
        ...assignment,
        room: take(`room ${site}`, request.room, start, end),
        equipment: take(`equipment ${site}`, request.equip, start, end),
      };
    });
}
