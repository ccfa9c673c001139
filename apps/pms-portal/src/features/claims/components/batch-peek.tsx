import Button from '@mui/material/Button';
import {
  ErrorState,
  FactList,
  InlineAlert,
  MoneyText,
  PeekPanel,
  SkeletonRows,
  TimeText,
} from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { batchQuery } from '../api/claim-queries.ts';
import { ClaimStatusChip } from './claim-status-chip.tsx';
import { RawFileDialog } from './raw-file-dialog.tsx';

/** A batch beside the list: its file and what became of each claim. */
export function BatchPeek({ batchId, onClose }: { readonly batchId: string; readonly onClose: () => void }) {
  const session = useSession();
  const { data: batch, error } = useQuery(batchQuery(batchId));
  const [fileOpen, setFileOpen] = useState(false);
  return (
    <PeekPanel
      title={batch ? `Batch ${batch.batchNumber}` : 'Batch'}
      subtitle={batch && `Interchange ${batch.interchangeControlNumber}`}
      onClose={onClose}
      footer={
        batch?.fileId &&
        session.can('integration.file.read') && (
          <div className="sd-actions">
            <Button onClick={() => setFileOpen(true)}>Open the 837P</Button>
          </div>
        )
      }
    >
      {error && <ErrorState error={error} />}
      {!batch && !error && <SkeletonRows rows={6} />}
      {batch && (
        <>
          <FactList
            facts={[
              ['Sent', batch.sentAt && <TimeText key="sent" value={batch.sentAt} form="short" />],
              ['Claims', batch.claimCount],
              ['Charged', <MoneyText key="total" value={batch.totalCents} />],
            ]}
          />
          {batch.notices.map(({ message, remedy, claimCount }) => (
            <InlineAlert key={message} tone="info" title={message}>
              {claimCount} of {batch.claimCount} {batch.claimCount === 1 ? 'claim' : 'claims'}. {remedy}
            </InlineAlert>
          ))}
          <ul className="sd-lines" aria-label="Claims of the batch">
            {batch.claims.map(claim => (
              <li key={claim.claimId}>
                <Link className="sd-lines__label" to={`/claims/${claim.claimId}`}>
                  {claim.patientName}
                </Link>
                <ClaimStatusChip status={claim.status} />
                <MoneyText value={claim.totalCents} />
              </li>
            ))}
          </ul>
        </>
      )}
      {fileOpen && batch?.fileId && (
        <RawFileDialog fileId={batch.fileId} onClose={() => setFileOpen(false)} />
      )}
    </PeekPanel>
  );
}
