import Button from '@mui/material/Button';
import type { ClaimEvent } from '@spark-den/contracts/billing/claim-types';
import { actorText, ErrorState, SkeletonRows, Timeline, type TimelineItem } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { claimEventsQuery } from '../api/claim-queries.ts';
import { CLAIM_STATUS, eventTitle } from '../lib/claim-text.ts';
import { RawFileDialog } from './raw-file-dialog.tsx';

/** Charge → check → 837 → 999 → 277CA → 835: who or what did it, its codes, and the file behind it. */
export function ClaimTimeline({ claimId }: { readonly claimId: string }) {
  const session = useSession();
  const { data, error } = useQuery(claimEventsQuery(claimId));
  const [fileId, setFileId] = useState<string>();
  if (error) return <ErrorState error={error} />;
  if (!data) return <SkeletonRows rows={6} />;
  const mayOpen = session.can('integration.file.read');
  return (
    <>
      <Timeline
        label="Timeline of the claim"
        items={[...data.items].reverse().map(event => itemOf(event, mayOpen ? setFileId : undefined))}
      />
      {fileId && <RawFileDialog fileId={fileId} onClose={() => setFileId(undefined)} />}
    </>
  );
}

function itemOf(event: ClaimEvent, onOpen: ((fileId: string) => void) | undefined): TimelineItem {
  const { fileId } = event;
  // the title of an acknowledgment names whose it is
  const codes = event.kind === 'acknowledged' ? event.codes.slice(1) : event.codes;
  const moved = event.fromStatus !== null && event.fromStatus !== event.toStatus;
  return {
    key: event.eventId,
    title: eventTitle(event),
    at: event.at,
    by: `${actorText(event.actor)} · version ${event.versionNumber}`,
    tone: CLAIM_STATUS[event.toStatus][0],
    detail: (
      <>
        {moved && (
          <div className="sd-meta">
            {event.fromStatus && CLAIM_STATUS[event.fromStatus][1]} → {CLAIM_STATUS[event.toStatus][1]}
          </div>
        )}
        {event.note && <div>{event.note}</div>}
        {codes.length > 0 && (
          <div className="sd-meta sd-num sd-codes">
            {codes.map(code => (
              <span key={code}>{code}</span>
            ))}
          </div>
        )}
        {fileId && onOpen && (
          <Button size="small" onClick={() => onOpen(fileId)}>
            Open the file
          </Button>
        )}
      </>
    ),
  };
}
