import Button from '@mui/material/Button';
import type { ChargeReview } from '@spark-den/contracts/billing/charge-types';
import { FactList, Panel, ReasonDialog, TimeText } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { diagnosisText } from '../../claims/public.ts';
import { billing } from '../api/charge-queries.ts';

type Decision = 'apply' | 'dismiss';

/** The encounter was amended: what stands on the charge and what the physician signed now, to be decided. */
export function AmendmentPanel({ review }: { readonly review: ChargeReview }) {
  const [decision, setDecision] = useState<Decision>();
  const decide = useCommand({
    touches: 'billing',
    run: (reason: string) =>
      billing.resolveChargeReview({ reviewId: review.reviewId, decision: decision ?? 'dismiss', reason }),
    done: decision === 'apply' ? 'Amendment applied: check and post the charge again' : 'Amendment dismissed',
    onDone: () => setDecision(undefined),
  });
  return (
    <Panel title="Encounter amended">
      <div className="sd-stack">
        <FactList
          facts={[
            ['Amended', <TimeText value={review.openedAt} form="full" />],
            ['On the charge', <Side side={review.current} />],
            ['Signed now', <Side side={review.amended} />],
          ]}
        />
        <div className="sd-actions">
          <Button onClick={() => setDecision('dismiss')}>Dismiss…</Button>
          <Button variant="contained" color="primary" onClick={() => setDecision('apply')}>
            Apply…
          </Button>
        </div>
      </div>
      {decision && (
        <ReasonDialog
          title={decision === 'apply' ? 'Apply the amendment' : 'Dismiss the amendment'}
          confirmLabel={decision === 'apply' ? 'Apply amendment' : 'Dismiss amendment'}
          noteLabel="Why"
          busy={decide.isPending}
          onConfirm={({ note }) => decide.mutate(note)}
          onClose={() => setDecision(undefined)}
        >
          {decision === 'apply' && review.chargeStatus === 'posted'
            ? 'The posting is taken back in the ledger, and the charge becomes a draft with these services.'
            : undefined}
        </ReasonDialog>
      )}
    </Panel>
  );
}

function Side({ side }: { readonly side: ChargeReview['current'] }) {
  return (
    <>
      {side.lines.map((line, index) => (
        <div key={index}>
          {[line.code, ...line.modifiers].join('-')} × {line.units}
        </div>
      ))}
      <div className="sd-text2">for {side.diagnoses.map(diagnosisText).join(', ')}</div>
    </>
  );
}
