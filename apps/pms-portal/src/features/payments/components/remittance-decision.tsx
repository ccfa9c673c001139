import Button from '@mui/material/Button';
import type { Remittance } from '@spark-den/contracts/billing/remittance-types';
import { formatCents } from '@spark-den/kernel';
import { InlineAlert, Panel, ReasonDialog } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing } from '../api/billing.ts';
import { HOLD_REASON } from '../lib/texts.ts';
import { RemittanceRivals } from './remittance-rivals.tsx';

/** Why a remittance is not in the books; where a person has to decide, both sides and the two ways out. */
export function RemittanceDecision({ remittance }: { readonly remittance: Remittance }) {
  const { rival, status, reason } = remittance;
  const session = useSession();
  const [asking, setAsking] = useState<'post' | 'discard'>();
  const decide = useCommand({
    touches: 'billing',
    run: ({ decision, note }: { decision: 'post' | 'discard'; note: string }) =>
      billing.decideRemittance({ remittanceId: remittance.remittanceId, decision, note }),
    done: after => (after.status === 'posted' ? 'Posted as a payment of its own' : 'Discarded'),
    onDone: () => setAsking(undefined),
  });
  if (status !== 'held' && status !== 'duplicate') return null;
  const undecided = status === 'held' && session.can('billing.remittance.post');
  return (
    <>
      <InlineAlert
        tone={status === 'held' ? 'warning' : 'info'}
        title={HOLD_REASON[reason ?? ''] ?? 'Held'}
        action={
          undecided && (
            <span className="sd-actions">
              <Button onClick={() => setAsking('discard')}>Discard…</Button>
              {reason !== 'unbalanced' && <Button onClick={() => setAsking('post')}>Post as its own…</Button>}
            </span>
          )
        }
      >
        {status === 'held'
          ? 'Nothing of this remittance is in the books.'
          : 'It names the same claims, and nothing of it is booked a second time.'}
      </InlineAlert>
      {rival && (
        <Panel title="Both remittances">
          <RemittanceRivals remittance={remittance} rival={rival} />
        </Panel>
      )}
      {asking && (
        <ReasonDialog
          title={asking === 'post' ? 'Post as a payment of its own?' : 'Discard this remittance?'}
          confirmLabel={
            asking === 'post'
              ? `Post remittance · ${formatCents(remittance.amountCents)}`
              : 'Discard remittance'
          }
          tone={asking === 'post' ? 'primary' : 'danger'}
          busy={decide.isPending}
          noteLabel="Why"
          onConfirm={({ note }) => decide.mutate({ decision: asking, note })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
