import { localDate, localTime } from '@spark-den/kernel';
import { compileSchedule, findSlots, minuteInstant } from '@spark-den/slots';

const sites = [{ id: 'main', zone: 'America/Chicago' }];
const rules = [{ weekday: 1, start: localTime('08:00'), end: localTime('12:00'), siteId: 'main' }];
const providers = [{ id: 'osei', templates: [{ effectiveFrom: localDate('2026-01-01'), rules }] }];
const week = { start: Date.parse('2026-11-16T06:00:00Z'), end: Date.parse('2026-11-23T06:00:00Z') };
const schedule = compileSchedule({ sites, providers, assets: [], closures: [], claims: [] }, week);
const visit = { id: 'follow-up', durationMinutes: 20, roomPool: null, equipmentPools: [] };
const { slots } = findSlots(schedule, { ...week, visit, stepMinutes: 20, limit: 3 });
export const starts = slots.map(slot => minuteInstant(slot.start));
