import type { ClaimBatch } from '@spark-den/contracts/billing/claim-types';
import {
  EmptyState,
  MoneyText,
  PageHeader,
  SplitPane,
  StatusChip,
  TimeText,
  Worklist,
  type Tone,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router-dom';
import { batchesQuery } from '../api/claim-queries.ts';
import { BatchPeek } from '../components/batch-peek.tsx';

const STATUS: Readonly<Record<ClaimBatch['status'], readonly [Tone, string]>> = {
  created: ['progress', 'Being sent'],
  sent: ['info', 'Sent'],
  accepted: ['success', 'Accepted (999)'],
  'partly-accepted': ['warning', 'Partly rejected'],
  rejected: ['danger', 'Rejected'],
};

const columns: readonly WorklistColumn<ClaimBatch>[] = [
  { id: 'number', header: 'Batch', primary: true, width: '80px', cell: batch => batch.batchNumber },
  {
    id: 'status',
    header: 'Status',
    width: '150px',
    cell: batch => <StatusChip tone={STATUS[batch.status][0]}>{STATUS[batch.status][1]}</StatusChip>,
  },
  {
    id: 'created',
    header: 'Made',
    width: '140px',
    cell: batch => <TimeText value={batch.createdAt} form="short" />,
  },
  {
    id: 'control',
    header: 'Interchange',
    width: '120px',
    cell: batch => <span className="sd-num">{batch.interchangeControlNumber}</span>,
  },
  { id: 'claims', header: 'Claims', width: '80px', align: 'end', cell: batch => batch.claimCount },
  {
    id: 'total',
    header: 'Charged',
    align: 'end',
    width: '120px',
    cell: batch => <MoneyText value={batch.totalCents} />,
  },
];

/** What went to the clearinghouse, newest first. */
export function BatchesPage() {
  useTitle('Claim batches');
  const [params, setParams] = useSearchParams();
  const list = pagedRows(useInfiniteQuery(batchesQuery()));
  const selectedId = params.get('batch') ?? undefined;
  return (
    <>
      <PageHeader title="Claim batches" actions={<Link to="/claims">Back to claims</Link>} />
      <SplitPane peek={selectedId && <BatchPeek batchId={selectedId} onClose={() => setParams({})} />}>
        <Worklist
          label="Batches"
          columns={columns}
          rowId={batch => batch.batchId}
          rowLabel={batch => `Batch ${batch.batchNumber}`}
          selectedId={selectedId}
          onSelect={batch => setParams({ batch: batch.batchId })}
          {...list}
          empty={
            <EmptyState kind="first" title="Nothing was sent yet">
              Choose claims under “Ready to send”.
            </EmptyState>
          }
        />
      </SplitPane>
    </>
  );
}
