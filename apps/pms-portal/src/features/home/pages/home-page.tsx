import { formatLongDay, PageBody, PageHeader, Panel, useToday } from '@spark-den/ui';
import { useSession, useTitle } from '@spark-den/ui/portal';
import { ActivityFeed, DashboardFigures, QuickActions } from '../../dashboard/public.ts';

/** The first page: the day in at most four figures, what to start, and what happened. */
export function HomePage() {
  useTitle('Dashboard');
  const { can } = useSession();
  const withFigures = can('analytics.dashboard.read');
  const today = formatLongDay(useToday());
  return (
    <>
      <PageHeader title="Dashboard" aside={<span className="sd-text2">{today}</span>} />
      <PageBody>
        {withFigures && <DashboardFigures />}
        <div className="sd-dashboard">
          <QuickActions />
          {withFigures && (
            <Panel title="Recent activity">
              <ActivityFeed />
            </Panel>
          )}
        </div>
      </PageBody>
    </>
  );
}
