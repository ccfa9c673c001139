import type { LevelShare, MatchingModel } from './types.ts';

const share = (m: number, u: number, h: number): LevelShare => ({ m, u, h });

/**
 * Weights that a practice starts with, before its own records have taught the engine better.
 * m: how often the level occurs when both records are one person (registration slips are rare but certain to come);
 * u: among strangers; h: among two people of one household.
 */
export const STARTING_MODEL: MatchingModel = {
  levels: {
    given: {
      exact: share(0.8, 0.004, 0.02),
      nickname: share(0.04, 0.0008, 0.002),
      initial: share(0.04, 0.05, 0.06),
      'middle-used': share(0.01, 0.003, 0.02),
      close: share(0.06, 0.0012, 0.006),
      similar: share(0.01, 0.012, 0.02),
      alike: share(0.005, 0.02, 0.02),
      swapped: share(0.02, 0.0001, 0.0006),
      different: share(0.015, 0.91, 0.85),
    },
    middle: {
      exact: share(0.8, 0.01, 0.03),
      initial: share(0.17, 0.08, 0.1),
      different: share(0.03, 0.91, 0.87),
    },
    family: {
      exact: share(0.8, 0.001, 0.8),
      former: share(0.02, 0.00001, 0.01),
      compound: share(0.02, 0.0003, 0.04),
      close: share(0.07, 0.0008, 0.01),
      similar: share(0.01, 0.008, 0.01),
      alike: share(0.005, 0.02, 0.01),
      swapped: share(0.02, 0.0001, 0.02),
      different: share(0.055, 0.97, 0.12),
    },
    generation: { agrees: share(0.99, 0.5, 0.3), differs: share(0.01, 0.5, 0.7) },
    birthDate: {
      exact: share(0.86, 0.00004, 0.012),
      'day-month-swapped': share(0.015, 0.00002, 0.0003),
      'one-slip': share(0.07, 0.0009, 0.006),
      'part-differs': share(0.02, 0.0012, 0.003),
      'year-differs': share(0.008, 0.0012, 0.003),
      'two-slips': share(0.012, 0.006, 0.008),
      'generation-apart': share(0.002, 0.0015, 0.006),
      different: share(0.013, 0.989, 0.962),
    },
    sex: { agrees: share(0.985, 0.5, 0.45), differs: share(0.015, 0.5, 0.55) },
    ssn: {
      exact: share(0.92, 0.000001, 0.00002),
      'one-slip': share(0.05, 0.00009, 0.004),
      'two-slips': share(0.004, 0.00005, 0.001),
      'in-sequence': share(0.05, 0.00005, 0.3),
      'last-four': share(0.01, 0.0001, 0.0002),
      different: share(0.02, 0.9998, 0.9958),
    },
    phone: {
      exact: share(0.7, 0.00001, 0.6),
      'one-slip': share(0.03, 0.0001, 0.01),
      'two-slips': share(0.005, 0.0001, 0.002),
      different: share(0.27, 0.9998, 0.39),
    },
    email: {
      exact: share(0.8, 0.000005, 0.15),
      'one-slip': share(0.03, 0.00001, 0.001),
      different: share(0.17, 0.99998, 0.849),
    },
    memberId: {
      exact: share(0.75, 0.000005, 0.2),
      'one-slip': share(0.04, 0.00002, 0.1),
      different: share(0.21, 0.99997, 0.7),
    },
    street: {
      exact: share(0.68, 0.00003, 0.9),
      'other-unit': share(0.03, 0.0001, 0.02),
      close: share(0.08, 0.0002, 0.04),
      'street-only': share(0.02, 0.001, 0.005),
      alike: share(0.01, 0.005, 0.005),
      different: share(0.18, 0.994, 0.03),
    },
    place: {
      exact: share(0.78, 0.02, 0.94),
      city: share(0.08, 0.02, 0.03),
      close: share(0.05, 0.05, 0.01),
      state: share(0.06, 0.5, 0.015),
      different: share(0.03, 0.41, 0.005),
    },
    trait: { exact: share(0.7, 0.02, 0.3), close: share(0.1, 0.02, 0.05), different: share(0.2, 0.96, 0.65) },
  },
  population: 10_000,
  expectedDuplicates: 0.5,
  expectedHousehold: 2,
  thresholds: { link: 0.99, review: 0.2 },
};

/** The same weights for another number of people: the prior of a match falls as the population grows. */
export function forPopulation(model: MatchingModel, population: number): MatchingModel {
  return { ...model, population: Math.max(population, 500) };
}
