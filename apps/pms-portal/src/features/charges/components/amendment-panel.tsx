import Button from '@mui/material/Button';
import type { ChargeReview } from '@spark-den/contracts/billing/charge-types';
import { Panel, ReasonDialog, TimeText } from '@spark-den/ui';
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
      <p className="sd-meta">
        Version {review.encounterVersion}, <TimeText value={review.openedAt} form="short" />
      </p>
      <Side title="On the charge" side={review.current} />
      <Side title="Signed now" side={review.amended} />
      <div className="sd-actions">
        <Button onClick={() => setDecision('dismiss')}>Dismiss</Button>
        <Button variant="contained" color="primary" onClick={() => setDecision('apply')}>
          Apply
        </Button>
      </div>
      {decision && (
        <ReasonDialog
          title={decision === 'apply' ? 'Apply the amendment' : 'Dismiss the amendment'}
          confirmLabel={decision === 'apply' ? 'Apply' : 'Dismiss'}
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

function Side({ title, side }: { readonly title: string; readonly side: ChargeReview['current'] }) {
  return (
    <div>
      <div className="sd-meta">{title}</div>
      <div className="sd-num">
        {side.lines.map(line => `${[line.code, ...line.modifiers].join('-')} × ${line.units}`).join(', ')}
      </div>
      <div className="sd-num sd-text2">{side.diagnoses.map(diagnosisText).join(', ')}</div>
    </div>
  );
}
