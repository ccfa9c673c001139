import { METRIC_CODES, type MetricCode, type MetricRow } from '@spark-den/contracts/analytics/types';
import {
  DateText,
  EmptyState,
  MoneyText,
  PageHeader,
  StatusChip,
  TimeText,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { NotFound, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { metricRowsQuery, metricsQuery } from '../api/dashboard-queries.ts';
import { linkTo } from '../lib/activity.ts';
import { useNames } from '../lib/use-names.ts';

/** The rows behind a figure: what counts, what is left out, and where each leads. */
export function MetricRowsPage() {
  const { metric = '' } = useParams();
  return isMetric(metric) ? <MetricRows metric={metric} /> : <NotFound />;
}

function MetricRows({ metric }: { readonly metric: MetricCode }) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const basis = search.get('visits') === 'day' ? 'day' : 'due';
  const definition = useQuery(metricsQuery).data?.items.find(item => item.code === metric);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    metricRowsQuery(metric, basis),
  );
  const rows = data?.pages.flatMap(page => page.items) ?? [];
  const names = useNames(rows.map(row => row.patientId));
  const title = definition?.label ?? 'Rows behind the figure';
  useTitle(title);
  const open = (row: MetricRow) => {
    const to = linkTo(row);
    if (to) void navigate(to);
  };
  return (
    <>
      <PageHeader
        title={title}
        aside={
          data && <span className="sd-text2">{rows.filter(row => row.counted).length} rows counted</span>
        }
      >
        {definition && <p className="sd-text2">{definition.formula}.</p>}
      </PageHeader>
      <Worklist
        label={title}
        columns={columnsFor(metric, names)}
        rows={rows}
        rowId={row => row.rowId}
        rowLabel={row => whoOf(row, names)}
        onOpen={open}
        isLoading={!data && !error}
        error={error ?? undefined}
        onRetry={() => void refetch()}
        hasMore={hasNextPage}
        isLoadingMore={isFetchingNextPage}
        onLoadMore={() => void fetchNextPage()}
        empty={<EmptyState kind="first" title="No rows make this figure yet" />}
      />
    </>
  );
}

const WITH_AMOUNT: readonly MetricCode[] = [
  'payments-posted-today',
  'charges-posted-today',
  'clean-claim-rate',
];

function columnsFor(metric: MetricCode, names: ReadonlyMap<string, string>): WorklistColumn<MetricRow>[] {
  const amount: WorklistColumn<MetricRow> = {
    id: 'amount',
    header: 'Amount',
    align: 'end',
    width: '120px',
    cell: row => row.amountCents !== null && <MoneyText value={row.amountCents} />,
  };
  return [
    { id: 'date', header: 'Date', width: '104px', cell: row => <DateText value={row.date} /> },
    { id: 'at', header: 'Time', width: '96px', cell: row => <TimeText value={row.at} /> },
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(160px, 2fr)',
      cell: row => whoOf(row, names),
    },
    { id: 'what', header: 'What', width: 'minmax(140px, 1fr)', cell: row => words(row.what) },
    ...(WITH_AMOUNT.includes(metric) ? [amount] : []),
    { id: 'counted', header: 'Counted', width: '132px', cell: row => <Counted row={row} /> },
  ];
}

function Counted({ row }: { readonly row: MetricRow }) {
  if (row.counted) return <StatusChip tone="success">Counts</StatusChip>;
  return <StatusChip tone="neutral">{row.inDenominator ? 'Not reached' : 'Left out'}</StatusChip>;
}

/** A row of several patients at once, such as a check of an insurer, has no patient. */
function whoOf(row: MetricRow, names: ReadonlyMap<string, string>): string {
  return row.patientId === null ? 'Several patients' : (names.get(row.patientId) ?? '');
}

function words(text: string): string {
  const plain = text.replaceAll(/[-_]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function isMetric(text: string): text is MetricCode {
  return (METRIC_CODES as readonly string[]).includes(text);
}
