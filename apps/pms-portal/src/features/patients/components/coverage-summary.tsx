import type { z } from 'zod';
import type { Coverage } from '@spark-den/contracts/patients/coverage-types';
import { EligibilityBadge, useNow } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { coveragesQuery } from '../api/coverage-queries.ts';

type CoverageRow = z.output<typeof Coverage>;

const STATES = { active: 'active', inactive: 'inactive', unknown: 'unclear' } as const;

/** The last answer of the payer, with its age. Unknown is shown as unclear, never as "not eligible". */
export function CoverageEligibility({ coverage }: { readonly coverage: CoverageRow }) {
  const { eligibility } = coverage;
  const now = useNow();
  if (!eligibility) return <EligibilityBadge state="unchecked" />;
  return <EligibilityBadge state={STATES[eligibility.status]} checkedAt={eligibility.checkedAt} now={now} />;
}

/** What is valid today, in the order in which it pays. */
export function CoverageSummary({ patientId }: { readonly patientId: string }) {
  const { data } = useQuery(coveragesQuery(patientId));
  if (!data) return null;
  if (data.items.length === 0) return <p className="sd-text2">No insurance on file: the patient pays.</p>;
  return (
    <ul className="sd-stack">
      {data.items.map(coverage => (
        <li key={coverage.id}>
          <div>
            {coverage.rank}. {coverage.payerName} <span className="sd-text2 sd-num">{coverage.memberId}</span>
          </div>
          <CoverageEligibility coverage={coverage} />
        </li>
      ))}
    </ul>
  );
}
