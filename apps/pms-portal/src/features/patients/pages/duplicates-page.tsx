import type { DuplicatePair } from '@spark-den/contracts/patients/duplicate-types';
import { DateText, EmptyState, PageHeader, SplitPane, StatusChip, Worklist } from '@spark-den/ui';
import { pagedRows, RequirePermission, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import type { z } from 'zod';
import { duplicatePairsQuery } from '../api/patient-queries.ts';
import { MergePanel } from '../components/merge-panel.tsx';
import { listName, percentText } from '../lib/patient-text.ts';

type Pair = z.output<typeof DuplicatePair>;

const idOf = (pair: Pair) => `${pair.left.id}_${pair.right.id}`;

/** Pairs that may be one person: compare, merge, or say that they are two. */
export function DuplicatesPage() {
  useTitle('Review duplicates');
  return (
    <RequirePermission permission="patients.patient.merge">
      <Pairs />
    </RequirePermission>
  );
}

function Pairs() {
  const [params, setParams] = useSearchParams();
  const list = pagedRows(useInfiniteQuery(duplicatePairsQuery()));
  const { rows } = list;
  const selectedId = params.get('pair') ?? undefined;
  const selected = rows.find(pair => idOf(pair) === selectedId);
  const select = (id: string | undefined) => setParams(id === undefined ? {} : { pair: id });
  return (
    <>
      <PageHeader title="Review duplicates" aside={<span className="sd-text2">Likeliest first</span>} />
      <SplitPane
        peek={selected && <MergePanel key={selectedId} pair={selected} onClose={() => select(undefined)} />}
      >
        <Worklist
          label="Pairs to review"
          rowId={idOf}
          rowLabel={pair => `${listName(pair.left.name)} and ${listName(pair.right.name)}`}
          selectedId={selectedId}
          onSelect={pair => select(idOf(pair))}
          {...list}
          columns={[
            {
              id: 'left',
              header: 'One record',
              primary: true,
              width: 'minmax(160px, 2fr)',
              cell: pair => (
                <>
                  {listName(pair.left.name)}{' '}
                  <span className="sd-text2 sd-num">
                    <DateText value={pair.left.birthDate} /> · MRN {pair.left.mrn}
                  </span>
                </>
              ),
            },
            {
              id: 'right',
              header: 'The other',
              width: 'minmax(160px, 2fr)',
              cell: pair => (
                <>
                  {listName(pair.right.name)}{' '}
                  <span className="sd-text2 sd-num">
                    <DateText value={pair.right.birthDate} /> · MRN {pair.right.mrn}
                  </span>
                </>
              ),
            },
            {
              id: 'posterior',
              header: 'Same person',
              width: '140px',
              cell: pair => (
                <StatusChip tone={pair.outcome === 'link' ? 'danger' : 'warning'}>
                  {percentText(pair.posterior)}
                </StatusChip>
              ),
            },
            { id: 'guards', header: 'Note', wideOnly: true, cell: pair => pair.guards[0]?.text ?? '—' },
          ]}
          empty={
            <EmptyState kind="done" title="No duplicates to review">
              Every registration and every change of a record is compared with all others.
            </EmptyState>
          }
        />
      </SplitPane>
    </>
  );
}
