import type { z } from 'zod';
import type { DuplicateCandidate } from '@spark-den/contracts/patients/duplicate-types';
import type { Comparison } from '@spark-den/matching';
import { toSummary } from '../records/patient-row.ts';
import type { FoundCandidate } from './search-candidates.ts';

/** The engine's finding in the words of the contract. */
export function toCandidate({ patient, comparison }: FoundCandidate): z.input<typeof DuplicateCandidate> {
  return {
    patient: toSummary(patient.row),
    posterior: comparison.posterior,
    score: comparison.score,
    outcome: comparison.outcome === 'link' ? 'link' : 'review',
    grade: comparison.grade === 'certainly-not' ? 'possible' : comparison.grade,
    reasons: reasonsOf(comparison),
    guards: comparison.guards.map(({ code, text }) => ({ code, text })),
  };
}

export function reasonsOf(comparison: Comparison) {
  const household =
    comparison.householdBits < -0.5
      ? [
          {
            field: 'household',
            agreement: 'differs' as const,
            text: 'People of one household share some of this too',
            weight: comparison.householdBits,
          },
        ]
      : [];
  return [
    ...comparison.evidence.map(({ field, agreement, text, weight }) => ({ field, agreement, text, weight })),
    ...household,
    {
      field: 'prior',
      agreement: 'missing' as const,
      text: 'Before comparing, two records are rarely one person',
      weight: comparison.priorBits,
    },
  ];
}

/** Registration stops for these until somebody decides; lesser resemblances are only shown. */
export function isLikely({ comparison }: FoundCandidate): boolean {
  return comparison.outcome === 'link' || comparison.posterior >= 0.5;
}
