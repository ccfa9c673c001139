import { Misuse } from './arguments.ts';

interface Limits {
  readonly from?: number;
  readonly to?: number;
  readonly whole?: boolean;
}

/** The numbers of an option, separated by commas. @throws Misuse when they are not `count` within the limits */
export function numbersOf(
  name: string,
  text: string | undefined,
  count: number,
  { from = 0, to = Number.MAX_SAFE_INTEGER, whole = false }: Limits = {},
): number[] {
  const numbers = (text ?? '').split(',').map(part => (part.trim() === '' ? Number.NaN : Number(part)));
  const sound = numbers.every(value => value >= from && value <= to && (!whole || Number.isInteger(value)));
  if (numbers.length !== count || !sound) {
    throw new Misuse(
      `--${name} wants ${count === 1 ? 'a number' : `${count} numbers`} from ${from} to ${to}`,
    );
  }
  return numbers;
}

/** A day; timers count no further than weeks. */
const MOST_SECONDS = 86_400;

/** Seconds of `5s`, `200ms` or `5`. @throws Misuse */
export function secondsOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|)$/.exec(text);
  if (!match) throw new Misuse('--limit wants a time such as 5s or 200ms');
  const seconds = Number(match[1]) / (match[2] === 'ms' ? 1000 : 1);
  if (seconds > MOST_SECONDS) throw new Misuse(`--limit wants at most ${MOST_SECONDS}s`);
  return seconds;
}
