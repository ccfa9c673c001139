import { candidateSteps } from './candidates.ts';
import { learnSteps } from './learn.ts';
import { STARTING_MODEL } from './model.ts';
import { patternSteps } from './patterns.ts';
import { prepare } from './prepare.ts';
import type { MatchingModel, PersonRecord } from './types.ts';

/**
 * Learns weights from records, in steps of some milliseconds that a server takes one at a time. Fields that no record
 * fills keep their starting weights. No labels are read; the result does not depend on the order of the records.
 *
 * @example
 * const learning = learnWeights(people);
 * let step = learning.next();
 * while (!step.done) { await otherWork(); step = learning.next(); }
 * step.value; // the model
 */
export function* learnWeights(
  people: readonly PersonRecord[],
  start: MatchingModel = STARTING_MODEL,
): Generator<undefined, MatchingModel> {
  const { records, pairs } = yield* candidateSteps(people.map(prepare));
  const patterns = yield* patternSteps(records, pairs);
  return yield* learnSteps(start, records, patterns);
}
