import type { Dashboard, MetricCode, VisitBasis } from '@spark-den/contracts/analytics/types';
import { AsOf, ErrorState, formatDay, SkeletonRows } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router-dom';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { dashboardQuery } from '../api/dashboard-queries.ts';
import { formatFigure } from '../lib/figures.ts';
import { FigureCard } from './figure-card.tsx';

type DashboardData = z.output<typeof Dashboard>;

/** The four cards of the specification, in its order. */
const CARDS: readonly MetricCode[] = [
  'appointments-today',
  'payments-posted-today',
  'visits-kept-today',
  'clean-claim-rate',
];

/** The figures of the day that the viewer may see; what counts as due is chosen in the address. */
export function DashboardFigures() {
  const [search, setSearch] = useSearchParams();
  const basis: VisitBasis = search.get('visits') === 'day' ? 'day' : 'due';
  const { data, error, refetch } = useQuery(dashboardQuery(basis));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} />;
  const choose = (next: VisitBasis) => setSearch(next === 'day' ? { visits: 'day' } : {}, { replace: true });
  const isQuiet = find(data, 'appointments-today')?.figure.value === 0;
  const beside: Partial<Record<MetricCode, ReactNode>> = {
    'appointments-today': isQuiet && data.nextVisitDay && <NextDay {...data.nextVisitDay} />,
    'payments-posted-today': <ChargesBeside data={data} />,
    'visits-kept-today': <BasisChoice basis={basis} onChoose={choose} />,
  };
  return (
    <div className="sd-cards">
      {CARDS.map(code => {
        const card = find(data, code);
        if (!card) return null;
        return (
          <FigureCard
            key={code}
            card={card}
            asOf={<AsOf at={data.asOf} now={data.asOf} />}
            rowsTo={`/dashboard/${code}${code === 'visits-kept-today' ? `?visits=${basis}` : ''}`}
          >
            {beside[code]}
          </FigureCard>
        );
      })}
    </div>
  );
}

/** On a day without visits: where the next ones are. */
function NextDay({ date, count }: NonNullable<DashboardData['nextVisitDay']>) {
  const { can } = useSession();
  const words = `${formatDay(date)}: ${count} ${count === 1 ? 'appointment' : 'appointments'}`;
  return can('scheduling.appointment.read') ? (
    <Link to={`/calendar?date=${date}`}>{words}</Link>
  ) : (
    <span className="sd-meta">{words}</span>
  );
}

/** Charges are another number than payments: shown beside them, never added. */
function ChargesBeside({ data }: { readonly data: DashboardData }) {
  const charges = find(data, 'charges-posted-today');
  if (!charges) return null;
  return (
    <span className="sd-meta">
      Charges posted today <span className="sd-num">{formatFigure(charges.figure.value, 'cents')}</span>
    </span>
  );
}

function BasisChoice(props: { readonly basis: VisitBasis; readonly onChoose: (basis: VisitBasis) => void }) {
  const choice = (basis: VisitBasis, label: string) => (
    <button type="button" aria-pressed={props.basis === basis} onClick={() => props.onChoose(basis)}>
      {label}
    </button>
  );
  return (
    <span className="sd-choice" role="group" aria-label="Out of">
      {choice('due', 'Due so far')}
      {choice('day', 'Whole day')}
    </span>
  );
}

function find(data: DashboardData, code: MetricCode) {
  return data.cards.find(card => card.definition.code === code);
}
