import Button from '@mui/material/Button';
import type { Coverage } from '@spark-den/contracts/patients/coverage-types';
import { FactList, formatDate, Panel, useToday } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { checksQuery } from '../api/coverage-queries.ts';
import { patients } from '../api/patient-queries.ts';
import { fullName, wordsOf } from '../lib/patient-text.ts';
import { CoverageEligibility } from './coverage-summary.tsx';
import { EligibilityAnswer } from './eligibility-answer.tsx';

interface CoverageCardProps {
  readonly patientId: string;
  readonly coverage: z.output<typeof Coverage>;
  readonly onChange: (() => void) | undefined;
  readonly onEnd: (() => void) | undefined;
}

/** One coverage, what the payer said of it last, and the button to ask again. */
export function CoverageCard({ patientId, coverage, onChange, onEnd }: CoverageCardProps) {
  const session = useSession();
  const today = useToday();
  const checks = useQuery(checksQuery(patientId, coverage.id));
  const check = useCommand({
    touches: 'patients',
    done: 'The payer was asked',
    onDone: () => undefined,
    run: () => patients.checkEligibility({ coverageId: coverage.id, serviceDate: today }),
  });
  const [latest] = checks.data?.items ?? [];
  const lastGood = checks.data?.items.find(({ status }) => status !== 'unknown');
  const shown = latest?.status === 'unknown' ? lastGood : latest;
  return (
    <Panel
      title={`${coverage.rank}. ${coverage.payerName}`}
      actions={<CoverageEligibility coverage={coverage} />}
    >
      <div className="sd-stack">
        <FactList
          facts={[
            ['Member id', coverage.memberId],
            ['Group', coverage.groupNumber],
            [
              'Subscriber',
              coverage.subscriber
                ? `${fullName(coverage.subscriber.name)}, patient is ${coverage.relationship}`
                : 'The patient',
            ],
            [
              'Valid',
              `${formatDate(coverage.validFrom)} – ${coverage.validTo ? formatDate(coverage.validTo) : 'open'}`,
            ],
            ['Order', wordsOf(coverage.orderBasis.replaceAll('-', ' '))],
          ]}
        />
        <div className="sd-actions">
          {session.can('patients.eligibility.check') && (
            <Button disabled={check.isPending} onClick={() => check.mutate(undefined)}>
              {check.isPending ? 'Asking…' : 'Check eligibility'}
            </Button>
          )}
          {onChange && <Button onClick={onChange}>Change</Button>}
          {onEnd && <Button onClick={onEnd}>End</Button>}
        </div>
        {latest && <EligibilityAnswer check={latest} shown={shown} />}
      </div>
    </Panel>
  );
}
