import type { VisitBasis } from '@spark-den/contracts/analytics/types';
import { AsOf, ErrorState, formatLongDay, PageBody, PageHeader, Panel, SkeletonRows } from '@spark-den/ui';
import { PermissionDenied, useSession, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { dashboardQuery } from '../api/dashboard-queries.ts';
import { ActivityFeed } from '../components/activity-feed.tsx';
import { FigureCard } from '../components/figure-card.tsx';
import { QuickActions } from '../components/quick-actions.tsx';

/** A role sees at most so many figures at once. */
const MOST_CARDS = 4;

/** The first page: the day in figures, what happened, and what to start. */
export function DashboardPage() {
  useTitle('Dashboard');
  const { can } = useSession();
  const [search, setSearch] = useSearchParams();
  const basis: VisitBasis = search.get('visits') === 'day' ? 'day' : 'due';
  const dashboard = useQuery({ ...dashboardQuery(basis), enabled: can('analytics.dashboard.read') });
  if (!can('analytics.dashboard.read')) return <PermissionDenied permission="analytics.dashboard.read" />;
  const { data } = dashboard;
  return (
    <>
      <PageHeader
        title="Dashboard"
        aside={data && <span className="sd-text2">{formatLongDay(data.date)}</span>}
      />
      <PageBody>
        {dashboard.isPending && <SkeletonRows rows={3} />}
        {dashboard.error && !data && (
          <ErrorState error={dashboard.error} onRetry={() => void dashboard.refetch()} />
        )}
        {data && (
          <div className="sd-cards">
            {data.cards.slice(0, MOST_CARDS).map(card => (
              <FigureCard
                key={card.definition.code}
                card={card}
                asOf={<AsOf at={data.asOf} now={data.asOf} />}
                rowsTo={`/dashboard/${card.definition.code}?visits=${basis}`}
                choice={
                  card.definition.code === 'visits-kept-today' && (
                    <BasisChoice
                      basis={basis}
                      onChoose={next => setSearch(next === 'day' ? { visits: 'day' } : {}, { replace: true })}
                    />
                  )
                }
              />
            ))}
          </div>
        )}
        <div className="sd-dashboard">
          <QuickActions />
          <Panel title="Recent activity">
            <ActivityFeed />
          </Panel>
        </div>
      </PageBody>
    </>
  );
}

interface BasisChoiceProps {
  readonly basis: VisitBasis;
  readonly onChoose: (basis: VisitBasis) => void;
}

function BasisChoice({ basis, onChoose }: BasisChoiceProps) {
  return (
    <span className="sd-choice" role="group" aria-label="Counted visits">
      <button type="button" aria-pressed={basis === 'due'} onClick={() => onChoose('due')}>
        Due so far
      </button>
      <button type="button" aria-pressed={basis === 'day'} onClick={() => onChoose('day')}>
        Whole day
      </button>
    </span>
  );
}
