import Button from '@mui/material/Button';
import type { Charge } from '@spark-den/contracts/billing/charge-types';
import { formatCents } from '@spark-den/kernel';
import { ErrorState, InlineAlert, PageBody, PageHeader, ReasonDialog, SkeletonRows } from '@spark-den/ui';
import { useCommand, useSession, useSwitchContext, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { Link, useParams } from 'react-router-dom';
import { billing, chargeQuery, reviewsQuery } from '../api/charge-queries.ts';
import { AmendmentPanel } from '../components/amendment-panel.tsx';
import { BillInsurer } from '../components/bill-insurer.tsx';
import { ChargeEditor } from '../components/charge-editor.tsx';
import { ChargeStatusChip } from '../components/charge-status-chip.tsx';
import { draftOf, factsOf } from '../lib/charge-draft.ts';
import { useOpenedCharge } from '../lib/use-opened-charge.ts';

/** One charge: a draft is edited, checked and posted; a posted one is read. */
export function ChargePage() {
  const { chargeId = '' } = useParams();
  const { data: charge, error, refetch } = useQuery(chargeQuery(chargeId));
  useTitle('Charge');
  useSwitchContext({ patientId: charge?.patientId });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!charge) return <SkeletonRows rows={10} />;
  return <ChargeForm key={charge.chargeId} latest={charge} />;
}

function ChargeForm({ latest }: { readonly latest: Charge }) {
  const session = useSession();
  const { charge, draft, dispatch, isOvertaken, takeTheirs } = useOpenedCharge(latest);
  const [voiding, setVoiding] = useState(false);
  const reviews = useQuery({ ...reviewsQuery(charge.chargeId), enabled: charge.underReview });
  const mayEdit = session.can('billing.charge.edit');
  const readOnly = charge.status !== 'draft' || !mayEdit;
  const facts = factsOf(draft);
  const saved = factsOf(draftOf(charge));
  const changed = JSON.stringify(facts) !== JSON.stringify(saved);
  const { chargeId } = charge;
  const keep = async (): Promise<number> => {
    if (!changed || !facts) return charge.version;
    const { diagnoses, lines } = facts;
    const after = await billing.updateCharge({ chargeId, diagnoses, lines }, { version: charge.version });
    return after.version;
  };
  const save = useCommand({ touches: 'billing', run: keep, done: 'Draft saved' });
  const post = useCommand({
    touches: 'billing',
    run: async () => billing.postCharge({ chargeId }, { version: await keep() }),
    done: `Posted · ${formatCents(charge.totalCents)}`,
  });
  const end = useCommand({
    touches: 'billing',
    run: (reason: string) => billing.voidCharge({ chargeId, reason }, { version: charge.version }),
    done: 'Charge voided',
    onDone: () => setVoiding(false),
  });
  const mayPost = !readOnly && facts !== undefined && !charge.underReview && !post.isPending && !isOvertaken;
  useHotkeys('ctrl+enter, meta+enter', () => mayPost && post.mutate(undefined), { enableOnFormTags: true }, [
    mayPost,
  ]);
  return (
    <>
      <PageHeader
        title="Charge"
        aside={<ChargeStatusChip charge={charge} />}
        actions={
          <>
            {charge.claimId && (
              <Button component={Link} to={`/claims/${charge.claimId}`}>
                Open claim
              </Button>
            )}
            {mayEdit && charge.status === 'posted' && charge.coverageId === null && (
              <BillInsurer charge={charge} />
            )}
            {mayEdit && charge.status !== 'voided' && <Button onClick={() => setVoiding(true)}>Void</Button>}
            {!readOnly && (
              <Button
                disabled={!changed || !facts || save.isPending || isOvertaken}
                onClick={() => save.mutate(undefined)}
              >
                Save draft
              </Button>
            )}
            {!readOnly && (
              <Button
                variant="contained"
                color="primary"
                title="Post (Ctrl+Enter)"
                disabled={!mayPost}
                onClick={() => post.mutate(undefined)}
              >
                Post charge
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        {isOvertaken && (
          <InlineAlert
            tone="warning"
            title="Somebody else changed this charge meanwhile"
            action={<Button onClick={takeTheirs}>Show theirs</Button>}
          >
            What you typed is still here and cannot be saved over theirs: note it, and enter it again over
            their version.
          </InlineAlert>
        )}
        <ChargeEditor
          draft={draft}
          dispatch={dispatch}
          visitFixed
          readOnly={readOnly}
          charge={charge}
          aside={reviews.data?.items.map(review => (
            <AmendmentPanel key={review.reviewId} review={review} />
          ))}
        />
      </PageBody>
      {voiding && (
        <ReasonDialog
          title="Void the charge"
          confirmLabel={`Void · ${formatCents(charge.totalCents)}`}
          tone="danger"
          noteLabel="Why"
          busy={end.isPending}
          onConfirm={({ note }) => end.mutate(note)}
          onClose={() => setVoiding(false)}
        />
      )}
    </>
  );
}
