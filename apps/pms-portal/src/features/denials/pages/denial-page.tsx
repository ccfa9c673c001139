import Button from '@mui/material/Button';
import {
  actorText,
  ErrorState,
  PageBody,
  PageHeader,
  Panel,
  SkeletonRows,
  StatusChip,
  Timeline,
  useToday,
} from '@spark-den/ui';
import { useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { openFile, usePatientNames } from '../../payments/public.ts';
import { denialQuery } from '../api/denial-queries.ts';
import { DenialActions } from '../components/denial-actions.tsx';
import { DenialFacts } from '../components/denial-facts.tsx';
import { DENIAL_STATUS } from '../lib/texts.ts';

/** One denial with everything that was done about it. */
export function DenialPage() {
  const { denialId = '' } = useParams();
  const today = useToday();
  const { data, error, refetch } = useQuery(denialQuery(denialId));
  const name = usePatientNames([data?.patientId ?? null])(data?.patientId ?? null);
  useTitle(data ? `Denial: ${data.categoryLabel}` : 'Denial');
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={12} />;
  const status = DENIAL_STATUS[data.state];
  return (
    <>
      <PageHeader
        title={`${data.categoryLabel} · ${name}`}
        aside={<StatusChip tone={status.tone}>{status.label}</StatusChip>}
        actions={<DenialActions denial={data} />}
      />
      <PageBody>
        <Panel title="The denial">
          <DenialFacts denial={data} patientName={name} today={today} />
        </Panel>
        <Panel title="What was done">
          <Timeline
            label="History"
            items={data.history
              .map((event, index) => ({
                key: String(index),
                title: event.what,
                at: event.at,
                by: actorText(event.by),
                detail: (
                  <>
                    {event.note}
                    {event.documentId && (
                      <Button
                        size="small"
                        onClick={() =>
                          void openFile(`/billing/denials/${denialId}/letters/${event.documentId}`)
                        }
                      >
                        Open letter
                      </Button>
                    )}
                  </>
                ),
              }))
              .reverse()}
          />
        </Panel>
      </PageBody>
    </>
  );
}
