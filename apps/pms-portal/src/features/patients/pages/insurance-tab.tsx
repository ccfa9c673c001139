import Button from '@mui/material/Button';
import type { Coverage } from '@spark-den/contracts/patients/coverage-types';
import { EmptyState, ErrorState, InlineAlert, PageBody, SkeletonRows, useToday } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { z } from 'zod';
import { coveragesQuery } from '../api/coverage-queries.ts';
import { CoverageCard } from '../components/coverage-card.tsx';
import { CoverageDialog } from '../forms/coverage-dialog.tsx';
import { EndCoverageDialog } from '../forms/end-coverage-dialog.tsx';

type CoverageRow = z.output<typeof Coverage>;
type Editing = { kind: 'add' } | { kind: 'change' | 'end'; coverage: CoverageRow };

/** Coverages by date and order; what is over stands below. */
export function InsuranceTab() {
  const { patientId = '' } = useParams();
  const session = useSession();
  const today = useToday();
  const { data, error, refetch } = useQuery(coveragesQuery(patientId));
  const [editing, setEditing] = useState<Editing>();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  const mayUpdate = session.can('patients.coverage.update');
  const isOver = ({ validTo }: CoverageRow) => validTo !== null && validTo < today;
  const groups = [
    { title: 'Now and from now on', items: data.items.filter(item => !isOver(item)) },
    { title: 'Ended', items: data.items.filter(isOver) },
  ];
  const close = () => setEditing(undefined);
  return (
    <PageBody>
      <div className="sd-row">
        <span className="sd-grow" />
        {mayUpdate && (
          <Button variant="contained" color="primary" onClick={() => setEditing({ kind: 'add' })}>
            Add coverage
          </Button>
        )}
      </div>
      {data.warnings.map(warning => (
        <InlineAlert key={warning.code} tone="warning" title="Check the order">
          {warning.text}
        </InlineAlert>
      ))}
      {data.items.length === 0 && (
        <EmptyState kind="first" title="No insurance on file">
          The patient pays by self until a coverage is added.
        </EmptyState>
      )}
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ title, items }) => (
          <section key={title} aria-label={title} className="sd-stack">
            <h2>{title}</h2>
            {items.map(coverage => (
              <CoverageCard
                key={coverage.id}
                patientId={patientId}
                coverage={coverage}
                onChange={mayUpdate ? () => setEditing({ kind: 'change', coverage }) : undefined}
                onEnd={
                  mayUpdate && coverage.validTo === null
                    ? () => setEditing({ kind: 'end', coverage })
                    : undefined
                }
              />
            ))}
          </section>
        ))}
      {editing?.kind === 'add' && (
        <CoverageDialog patientId={patientId} nextRank={data.items.length + 1} onClose={close} />
      )}
      {editing?.kind === 'change' && (
        <CoverageDialog patientId={patientId} coverage={editing.coverage} nextRank={1} onClose={close} />
      )}
      {editing?.kind === 'end' && <EndCoverageDialog coverage={editing.coverage} onClose={close} />}
    </PageBody>
  );
}
