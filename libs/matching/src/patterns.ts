import { levelsOf, type PairLevels } from './levels.ts';
import type { Prepared } from './prepare.ts';
import { STEP } from './steps.ts';

/** Many pairs fall into few patterns of levels: each is kept once, with how often it occurs. */
export interface Patterns {
  /** For each pair its pattern. */
  readonly ofPair: readonly PairLevels[];
  readonly counted: readonly { readonly levels: PairLevels; readonly count: number }[];
}

export function* patternSteps(
  records: readonly Prepared[],
  pairs: readonly (readonly [number, number])[],
): Generator<undefined, Patterns> {
  const known = new Map<string, { levels: PairLevels; count: number }>();
  const ofPair: PairLevels[] = [];
  for (const [position, [i, j]] of pairs.entries()) {
    if (position % STEP === 0) yield;
    const [a, b] = [records[i], records[j]];
    if (!a || !b) continue;
    const levels = levelsOf(a, b);
    const key = keyOf(levels);
    const pattern = known.get(key);
    if (pattern) {
      pattern.count += 1;
      ofPair.push(pattern.levels);
    } else {
      known.set(key, { levels, count: 1 });
      ofPair.push(levels);
    }
  }
  const counted = [...known].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, pattern]) => pattern);
  return { ofPair, counted };
}

function keyOf(levels: PairLevels): string {
  let key = `${levels.given},${levels.middle},${levels.family},${levels.generation},${levels.birthDate},${levels.sex},${levels.ssn},${levels.phone},${levels.email},${levels.memberId},${levels.street},${levels.place}`;
  for (const name in levels.traits) key += `;${name}=${levels.traits[name] ?? ''}`;
  return key;
}
