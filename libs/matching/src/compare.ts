import { agreementOf, fieldsOf, textOf } from './explain.ts';
import { frequencyOfAgreed } from './frequencies.ts';
import { guardsOf, type EvidenceStrength } from './guards.ts';
import { levelsOf, type PairLevels } from './levels.ts';
import type { Prepared } from './prepare.ts';
import type {
  Comparison,
  Evidence,
  LevelShare,
  MatchGrade,
  MatchingModel,
  Outcome,
  TermFrequencies,
} from './types.ts';

/** The odds of three explanations of a pair: one person, one household, strangers. */
export interface PairScore {
  readonly levels: PairLevels;
  readonly posterior: number;
  readonly score: number;
  /** Odds of the household against strangers, in bits, prior included. */
  readonly householdBits: number;
  readonly strength: EvidenceStrength;
}

/** Beyond 4,000 to 1 two people of one household are ruled out: their shares are known less well than the others … */
const RULED_OUT_BITS = 12;
/** … but where the records show hardly any household, 64 to 1 are enough. */
const ENOUGH_BITS = 6;
/** Households, as pairs of people per record, below which there are hardly any. */
const HARDLY_ANY = 0.1;

/** What a household shares until one of it moves or marries: that it differs does not make one person of two. */
const OF_A_HOME = new Set(['family', 'phone', 'email', 'street', 'place']);
const NAME_FIELDS = new Set(['given', 'middle', 'family', 'generation', 'sex']);

/** Score without words: what the batch computes for every candidate pair. */
export function scorePair(
  model: MatchingModel,
  a: Prepared,
  b: Prepared,
  frequencies?: TermFrequencies,
  levels: PairLevels = levelsOf(a, b),
): PairScore {
  let factBits = 0;
  let agreedBits = 0;
  let matchBits = Math.log2(model.expectedDuplicates / model.population);
  let householdBits = Math.log2(model.expectedHousehold / model.population);
  let movedApart = 0;
  for (const { field, table, level } of fieldsOf(levels)) {
    const share = shareOf(model, table, level, a, b, frequencies);
    if (!share) continue;
    const bits = Math.log2(share.m / share.u);
    matchBits += bits;
    if (!NAME_FIELDS.has(field)) {
      factBits += bits;
      agreedBits += Math.max(0, bits);
    }
    householdBits += Math.log2(share.h / share.u);
    if (OF_A_HOME.has(field)) movedApart += Math.max(0, Math.log2(share.m / share.h));
  }
  const score = matchBits - log2Sum(0, householdBits);
  const householdsSeen = showsHouseholds(model);
  return {
    levels,
    posterior: 1 / (1 + 2 ** -score),
    score,
    householdBits,
    strength: {
      factBits,
      agreedBits,
      householdRuledOut:
        matchBits - householdBits - movedApart >= (householdsSeen ? RULED_OUT_BITS : ENOUGH_BITS),
      householdsSeen,
    },
  };
}

/** Whether the records that the weights were learned from show households at all. */
export function showsHouseholds({ expectedHousehold }: MatchingModel): boolean {
  return expectedHousehold >= HARDLY_ANY;
}

/** Compares two records and says why. */
export function comparePrepared(
  model: MatchingModel,
  a: Prepared,
  b: Prepared,
  frequencies?: TermFrequencies,
): Comparison {
  const pair = scorePair(model, a, b, frequencies);
  const guards = guardsOf(a, b, pair.levels, pair.strength);
  const evidence: Evidence[] = fieldsOf(pair.levels).flatMap(({ field, table, level }) => {
    const share = shareOf(model, table, level, a, b, frequencies);
    if (!share) return [];
    return [
      {
        field,
        level,
        agreement: agreementOf(level),
        text: textOf(field, level),
        weight: Math.log2(share.m / share.u),
      },
    ];
  });
  const posterior = heldBack(model, pair.posterior, guards.length > 0);
  const outcome = outcomeOf(model, posterior);
  return {
    score: pair.score,
    posterior,
    outcome,
    grade: gradeOf(posterior, outcome),
    priorBits: Math.log2(model.expectedDuplicates / model.population),
    householdBits: -log2Sum(0, pair.householdBits),
    evidence: evidence.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight)),
    guards,
  };
}

/** A guard names an explanation that the fields cannot rule out: the posterior stays below the one that links. */
export function heldBack(model: MatchingModel, posterior: number, guarded: boolean): number {
  return guarded ? Math.min(posterior, model.thresholds.link - 0.01) : posterior;
}

function outcomeOf({ thresholds }: MatchingModel, posterior: number): Outcome {
  if (posterior < thresholds.review) return 'different';
  return posterior >= thresholds.link ? 'link' : 'review';
}

function gradeOf(posterior: number, outcome: Outcome): MatchGrade {
  if (outcome === 'link') return 'certain';
  if (outcome === 'different') return 'certainly-not';
  return posterior >= 0.5 ? 'probable' : 'possible';
}

/**
 * The model's shares of a level; for a name that is the same on both sides `u` is how common that very name is,
 * so that a rare name says more than a common one.
 */
function shareOf(
  model: MatchingModel,
  table: string,
  level: string,
  a: Prepared,
  b: Prepared,
  frequencies: TermFrequencies | undefined,
): LevelShare | undefined {
  if (level === 'missing') return undefined;
  const base = (model.levels[table] ?? model.levels[table.split(':')[0] ?? ''])?.[level];
  if (!base || !frequencies || level !== 'exact') return base;
  const frequency = frequencyOfAgreed(table, a, b, frequencies);
  if (frequency === undefined) return base;
  const u = Math.min(0.5, Math.max(frequency, base.u / 20));
  return { m: base.m, u, h: Math.max(base.h, u) };
}

function log2Sum(a: number, b: number): number {
  const high = Math.max(a, b);
  return high + Math.log2(2 ** (a - high) + 2 ** (b - high));
}
