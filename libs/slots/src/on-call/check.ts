import { addDays } from '@spark-den/kernel';
import type { Duty, OnCallRound } from './types.ts';

/** Every hard rule that a rotation breaks, in words; shares nothing with what makes rotations. */
export function onCallViolations(round: OnCallRound, duties: readonly Duty[]): string[] {
  const found: string[] = [];
  let expected = round.from;
  let last = round.before ?? null;
  for (const { date, member, start, end } of duties) {
    if (date !== expected) found.push(`${date} stands where ${expected} should.`);
    expected = addDays(date, 1);
    if (start >= end) found.push(`${date}: ends before it begins.`);
    if (member !== null) {
      const known = round.members.find(entry => entry.id === member);
      if (!known) found.push(`${date}: nobody is called ${member}.`);
      if (known?.away?.includes(date)) found.push(`${date}: ${member} is away.`);
      if (member === last) found.push(`${date}: ${member} twice in a row.`);
    }
    last = member;
  }
  if (expected !== addDays(round.to, 1)) found.push(`The rotation ends before ${round.to}.`);
  for (let index = 1; index < duties.length; index += 1) {
    if (duties[index]!.start !== duties[index - 1]!.end) {
      found.push(`${duties[index]!.date}: not where the duty before ends.`);
    }
  }
  return found;
}
