import Button from '@mui/material/Button';
import {
  DateText,
  DeadlineChip,
  ErrorState,
  FactList,
  MoneyText,
  PeekPanel,
  SkeletonRows,
} from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import type { LocalDate } from '@spark-den/kernel';
import { Link } from 'react-router-dom';
import { claimQuery } from '../api/claim-queries.ts';
import { orderText, WAITS_FOR_FILING } from '../lib/claim-text.ts';
import { ClaimActions } from './claim-actions.tsx';
import { ClaimStatusChip } from './claim-status-chip.tsx';
import { useOwnerName } from './owner-picker.tsx';
import { ScrubResults } from './scrub-results.tsx';

interface ClaimPeekProps {
  readonly claimId: string;
  readonly today: LocalDate;
  readonly onClose: () => void;
}

/** The claim beside the list: why it stands here and what to do next. */
export function ClaimPeek({ claimId, today, onClose }: ClaimPeekProps) {
  const { data: claim, error } = useQuery(claimQuery(claimId));
  const ownerName = useOwnerName('billing.claim.edit');
  return (
    <PeekPanel
      title={claim?.patientName ?? 'Claim'}
      subtitle={claim?.patientControlNumber}
      onClose={onClose}
      footer={
        claim && (
          <div className="sd-actions">
            <Button component={Link} to={`/claims/${claimId}`}>
              Open claim
            </Button>
            <ClaimActions claim={claim} />
          </div>
        )
      }
    >
      {error && <ErrorState error={error} />}
      {!claim && !error && <SkeletonRows rows={6} />}
      {claim && (
        <>
          <FactList
            facts={[
              ['Status', <ClaimStatusChip key="status" status={claim.status} />],
              ['Why', claim.reason],
              ['Owner', ownerName(claim.ownerId)],
              ['Next action', claim.nextActionOn && <DateText key="next" value={claim.nextActionOn} />],
              ['Payer', `${claim.payerName} · ${orderText(claim.payerOrder)}`],
              ['Date of service', <DateText key="date" value={claim.dateOfService} />],
              ['Charged', <MoneyText key="total" value={claim.totalCents} />],
              [
                'File by',
                claim.fileByDate && WAITS_FOR_FILING.has(claim.status) ? (
                  <DeadlineChip key="deadline" due={claim.fileByDate} today={today} />
                ) : null,
              ],
            ]}
          />
          <ScrubResults findings={claim.findings} />
        </>
      )}
    </PeekPanel>
  );
}
