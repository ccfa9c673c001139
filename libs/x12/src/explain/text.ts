import type { LocalDate } from '@spark-den/kernel';
import type { Party } from '../models/common.ts';
import { NO_DATE } from '../models/reading.ts';

/** `1 claim`, `2 claims`. */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** A sentence, and below it a line for each thing that it speaks of. */
export function paragraph(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? `${head}.` : [`${head}:`, ...lines.map(line => `  ${line}`)].join('\n');
}

/** `a`, `a and b`, `a, b and c`; each once. */
export function listed(items: readonly string[]): string {
  const all = [...new Set(items)];
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}

/** As one would write it: given name first. */
export function nameOf(party: Party | undefined, nobody: string): string {
  if (!party) return nobody;
  const { kind, name, firstName, middleName, suffix } = party;
  const words = kind === 'organization' ? [name] : [firstName, middleName, name, suffix];
  return (
    words
      .map(word => word?.trim())
      .filter(Boolean)
      .join(' ') || nobody
  );
}

export function namesOf(parties: readonly (Party | undefined)[], nobody: string): string {
  return listed(parties.map(party => nameOf(party, nobody)));
}

/** ` on 2026-11-16`, or ` from … to …`; nothing where there is no date. */
export function days(from: LocalDate | undefined, to?: LocalDate): string {
  if (from === undefined || from === NO_DATE) return '';
  return to === undefined || to === from ? ` on ${from}` : ` from ${from} to ${to}`;
}

/** ` (a, b)`, or nothing. */
export function inBrackets(...items: readonly (string | undefined)[]): string {
  const said = items.filter(item => item !== undefined && item !== '');
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}
