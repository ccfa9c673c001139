import { hasControlCharacter, type Delimiters } from '../segments/delimiters.ts';

/** IK404 is at most so long. */
const LONGEST = 99;

/** A value of somebody else's file, where it holds nothing that would break our own answer. */
export function safeValue(value: string | undefined, delimiters: Delimiters): string | undefined {
  if (!value || hasControlCharacter(value)) return undefined;
  const special = Object.values(delimiters).filter(character => character !== '');
  return special.some(character => value.includes(character))
    ? undefined
    : value.slice(0, LONGEST).trim() || undefined;
}
