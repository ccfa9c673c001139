import type { ProviderSchedule } from '@spark-den/contracts/scheduling/types';
import type { LocalTime } from '@spark-den/kernel';

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

export type Template = ProviderSchedule['templates'][number];
export type Rule = Template['rules'][number];

/** The template that applies on a date. */
export function templateOn(templates: readonly Template[], date: string): Template | undefined {
  return templates.filter(template => template.effectiveFrom <= date).at(-1);
}

/** Monday first, each day with its windows in order. */
export function byWeekday(
  rules: readonly Rule[],
): { readonly weekday: number; readonly rules: readonly Rule[] }[] {
  return [1, 2, 3, 4, 5, 6, 0].map(weekday => ({
    weekday,
    rules: rules.filter(rule => rule.weekday === weekday).sort((a, b) => (a.start < b.start ? -1 : 1)),
  }));
}

/** What a rule says beyond its hours. */
export function repetition(rule: Rule): string {
  if (rule.nthOfMonth === -1) return 'last of the month';
  if (rule.nthOfMonth) return `${['1st', '2nd', '3rd', '4th', '5th'][rule.nthOfMonth - 1]} of the month`;
  return rule.everyWeeks > 1 ? `every ${rule.everyWeeks} weeks` : '';
}

const TIME = /^([01]?\d|2[0-3]):?([0-5]\d)$/;

/** Reads `8:00`, `0800` or `08:00`; `undefined` when it is no time. */
export function readTime(text: string): LocalTime | undefined {
  const match = TIME.exec(text.trim());
  return match ? (`${match[1]!.padStart(2, '0')}:${match[2]}` as LocalTime) : undefined;
}

/** The next free row when somebody adds hours: the afternoon after a morning, else the morning. */
export function nextRule(rules: readonly Rule[], weekday: number, locationId: string): Rule {
  const hasMorning = rules.some(rule => rule.weekday === weekday && rule.start < '12:00');
  const [start, end] = hasMorning ? ['13:00', '17:00'] : ['08:00', '12:00'];
  return {
    weekday,
    start: start as LocalTime,
    end: end as LocalTime,
    locationId,
    appointmentTypeIds: [],
    quotas: [],
    everyWeeks: 1,
    nthOfMonth: null,
  };
}
