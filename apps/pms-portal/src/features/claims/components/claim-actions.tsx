import Button from '@mui/material/Button';
import type { Claim } from '@spark-den/contracts/billing/claim-types';
import { formatCents } from '@spark-den/kernel';
import { ConfirmDialog, ReasonDialog } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing } from '../api/claim-queries.ts';
import { isDone } from '../lib/claim-text.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';

const HOLD_REASONS = [
  { value: 'missing-data', label: 'Data is missing' },
  { value: 'eligibility-unknown', label: 'Coverage is unclear' },
  { value: 'authorisation-missing', label: 'Authorization is missing' },
  { value: 'documentation-query', label: 'Question to the clinician' },
  { value: 'self-pay-restriction', label: 'Patient pays and asked not to bill' },
  { value: 'other', label: 'Another reason' },
] as const;
type HoldReason = (typeof HOLD_REASONS)[number]['value'];

type Open = 'hold' | 'void' | 'correct' | 'send' | 'assign';

/** What may be done with the claim now; the server says what, by its state and the payer's profile. */
export function ClaimActions({ claim }: { readonly claim: Claim }) {
  const session = useSession();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { claimId, version } = claim;
  const scrub = useCommand({
    touches: 'billing',
    run: () => billing.scrubClaim({ claimId }),
    done: saysStatus,
  });
  const release = useCommand({
    touches: 'billing',
    run: () => billing.releaseClaim({ claimId }, { version }),
    done: saysStatus,
  });
  const hold = useCommand({
    touches: 'billing',
    run: ({ reason, note }: { reason: string; note: string }) =>
      billing.holdClaim(
        { claimId, reason: reason as HoldReason, note: note === '' ? undefined : note },
        { version },
      ),
    done: () => 'Claim held',
    onDone: close,
  });
  const end = useCommand({
    touches: 'billing',
    run: (reason: string) => billing.voidClaim({ claimId, reason }, { version }),
    done: after => (after.status === 'voided' ? 'Claim voided' : 'Void is ready to send'),
    onDone: close,
  });
  const send = useCommand({
    touches: 'billing',
    run: () => billing.createClaimBatch({ claimIds: [claimId] }),
    done: batch => `Sending in batch ${batch.batchNumber}`,
    onDone: close,
  });
  const may = (action: Claim['allowedActions'][number], permission: string) =>
    claim.allowedActions.includes(action) && session.can(permission);
  return (
    <>
      {session.can('billing.claim.edit') && !isDone(claim) && (
        <Button onClick={() => setOpen('assign')}>Assign</Button>
      )}
      {may('void', 'billing.claim.submit') && <Button onClick={() => setOpen('void')}>Void</Button>}
      {may('hold', 'billing.claim.edit') && <Button onClick={() => setOpen('hold')}>Hold</Button>}
      {may('scrub', 'billing.claim.edit') && (
        <Button disabled={scrub.isPending} onClick={() => scrub.mutate(undefined)}>
          Check again
        </Button>
      )}
      {may('release', 'billing.claim.edit') && (
        <Button
          variant="contained"
          color="primary"
          disabled={release.isPending}
          onClick={() => release.mutate(undefined)}
        >
          Release
        </Button>
      )}
      {may('correct', 'billing.claim.submit') && (
        <Button variant="contained" color="primary" onClick={() => setOpen('correct')}>
          Correct
        </Button>
      )}
      {may('batch', 'billing.claim.submit') && (
        <Button variant="contained" color="primary" onClick={() => setOpen('send')}>
          Send
        </Button>
      )}
      {open === 'hold' && (
        <ReasonDialog
          title="Hold the claim"
          confirmLabel="Hold"
          reasons={[...HOLD_REASONS]}
          busy={hold.isPending}
          onConfirm={answer => hold.mutate(answer)}
          onClose={close}
        />
      )}
      {open === 'void' && (
        <ReasonDialog
          title={`Void ${claim.patientControlNumber}`}
          confirmLabel={`Void · ${formatCents(claim.totalCents)}`}
          tone="danger"
          noteLabel="Why"
          busy={end.isPending}
          onConfirm={({ note }) => end.mutate(note)}
          onClose={close}
        />
      )}
      {open === 'send' && (
        <ConfirmDialog
          title="Send to the payer"
          confirmLabel={`Send · ${formatCents(claim.totalCents)}`}
          busy={send.isPending}
          onConfirm={() => send.mutate(undefined)}
          onClose={close}
        >
          {claim.patientControlNumber} goes to {claim.payerName}. What is sent does not change any more; a
          correction makes a new version.
        </ConfirmDialog>
      )}
      {open === 'assign' && <AssignDialog claim={claim} onClose={close} />}
      {open === 'correct' && <CorrectionDialog claim={claim} onClose={close} />}
    </>
  );
}

function saysStatus(claim: Claim): string {
  return claim.status === 'ready' ? 'Ready to send' : `Held: ${claim.reason ?? 'see the findings'}`;
}
