import type { Claim } from '@spark-den/contracts/billing/claim-types';
import {
  DateText,
  DeadlineChip,
  ErrorState,
  FactList,
  MoneyText,
  PageBody,
  PageHeader,
  Panel,
  SkeletonRows,
  TimeText,
  useToday,
} from '@spark-den/ui';
import { useSwitchContext, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { claimQuery } from '../api/claim-queries.ts';
import { ClaimActions } from '../components/claim-actions.tsx';
import { ClaimLines } from '../components/claim-lines.tsx';
import { ClaimStatusChip } from '../components/claim-status-chip.tsx';
import { ClaimTimeline } from '../components/claim-timeline.tsx';
import { useOwnerName } from '../components/owner-picker.tsx';
import { ScrubResults } from '../components/scrub-results.tsx';
import { frequencyText, orderText, placeText, WAITS_FOR_FILING } from '../lib/claim-text.ts';

/** One claim: what it says, what the rules say of it, and everything that happened to it. */
export function ClaimPage() {
  const { claimId = '' } = useParams();
  const { data: claim, error, refetch } = useQuery(claimQuery(claimId));
  useTitle(claim ? `Claim ${claim.patientControlNumber}` : 'Claim');
  useSwitchContext({ patientId: claim?.patientId });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!claim) return <SkeletonRows rows={10} />;
  return (
    <>
      <PageHeader
        title={`${claim.patientName} · ${claim.patientControlNumber}`}
        aside={<ClaimStatusChip status={claim.status} />}
        actions={<ClaimActions claim={claim} />}
      >
        {claim.reason && <p className="sd-text2">{claim.reason}</p>}
      </PageHeader>
      <PageBody>
        <div className="sd-claim">
          <div>
            <Panel title="Services">
              <ClaimLines claim={claim} />
            </Panel>
            <Panel title="Checks">
              <ScrubResults findings={claim.findings} />
            </Panel>
          </div>
          <div>
            <Panel title="Claim">
              <ClaimFacts claim={claim} />
            </Panel>
            <Panel title="Timeline">
              <ClaimTimeline claimId={claim.claimId} />
            </Panel>
          </div>
        </div>
      </PageBody>
    </>
  );
}

function ClaimFacts({ claim }: { readonly claim: Claim }) {
  const today = useToday();
  const ownerName = useOwnerName('billing.claim.edit');
  const sent = claim.versions.filter(version => version.frozenAt !== null);
  return (
    <FactList
      facts={[
        [
          'Patient',
          <Link key="patient" to={`/patients/${claim.patientId}`}>
            {claim.patientName}
          </Link>,
        ],
        ['Payer', `${claim.payerName} · ${orderText(claim.payerOrder)}`],
        ["Payer's number", claim.payerClaimNumber],
        ['Kind', frequencyText(claim.frequency)],
        ['Date of service', <DateText key="date" value={claim.dateOfService} />],
        ['Place of service', placeText(claim.placeOfService)],
        ['Charged', <MoneyText key="total" value={claim.totalCents} />],
        [
          'File by',
          claim.fileByDate && WAITS_FOR_FILING.has(claim.status) ? (
            <DeadlineChip key="file-by" due={claim.fileByDate} today={today} />
          ) : null,
        ],
        ['Owner', ownerName(claim.ownerId)],
        ['Next action', claim.nextActionOn && <DateText key="next" value={claim.nextActionOn} />],
        [
          'Sent',
          sent.length === 0 ? (
            'Not yet'
          ) : (
            <span key="sent" className="sd-codes">
              {sent.map(version => (
                <span key={version.versionNumber}>
                  Version {version.versionNumber}{' '}
                  {version.frozenAt && <TimeText value={version.frozenAt} form="short" />}
                </span>
              ))}
            </span>
          ),
        ],
        [
          'Earlier payer',
          claim.previousClaimId && (
            <Link key="previous" to={`/claims/${claim.previousClaimId}`}>
              Open its claim
            </Link>
          ),
        ],
        [
          'Next payer',
          claim.nextClaimId && (
            <Link key="next-claim" to={`/claims/${claim.nextClaimId}`}>
              Open its claim
            </Link>
          ),
        ],
      ]}
    />
  );
}
