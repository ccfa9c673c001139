import Button from '@mui/material/Button';
import {
  actorText,
  EmptyState,
  ErrorState,
  PageBody,
  ReasonDialog,
  SkeletonRows,
  Timeline,
} from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { changesQuery, mergesQuery, patients } from '../api/patient-queries.ts';
import { ChangedFields } from '../components/changed-fields.tsx';

/** Every change of the record with who and why, and its merges, which can be undone. */
export function HistoryTab() {
  const { patientId = '' } = useParams();
  const session = useSession();
  const changes = useInfiniteQuery(changesQuery(patientId));
  const merges = useQuery(mergesQuery(patientId));
  const [undoing, setUndoing] = useState<string>();
  const unmerge = useCommand({
    touches: 'patients',
    done: 'Merge undone: both records are as they were',
    onDone: () => setUndoing(undefined),
    run: ({ mergeId, reason }: { mergeId: string; reason: string }) =>
      patients.unmergePatients({ mergeId, reason }),
  });
  if (changes.error) return <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />;
  if (!changes.data) return <SkeletonRows rows={6} />;
  const items = changes.data.pages.flatMap(page => page.items);
  const open = merges.data?.items.filter(
    merge => merge.unmergedAt === null && merge.survivingPatientId === patientId,
  );
  return (
    <PageBody narrow>
      {session.can('patients.patient.merge') &&
        open?.map(merge => (
          <div key={merge.id} className="sd-row">
            <span>
              A record was merged into this one by {merge.mergedBy}: {merge.reason}
            </span>
            <Button onClick={() => setUndoing(merge.id)}>Undo merge</Button>
          </div>
        ))}
      {items.length === 0 ? (
        <EmptyState kind="first" title="No changes yet" />
      ) : (
        <Timeline
          label="Changes of the record"
          items={items.map((change, index) => ({
            key: `${change.version}-${index}`,
            title: change.reason,
            at: change.at,
            by: actorText(change.by),
            detail: <ChangedFields fields={change.fields} />,
          }))}
        />
      )}
      {changes.hasNextPage && (
        <Button onClick={() => void changes.fetchNextPage()}>Show earlier changes</Button>
      )}
      {undoing && (
        <ReasonDialog
          title="Undo this merge"
          confirmLabel="Undo merge"
          noteLabel="Why are these two people?"
          busy={unmerge.isPending}
          onClose={() => setUndoing(undefined)}
          onConfirm={({ note }) => unmerge.mutate({ mergeId: undoing, reason: note })}
        />
      )}
    </PageBody>
  );
}
