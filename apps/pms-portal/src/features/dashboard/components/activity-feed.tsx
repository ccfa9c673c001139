import { EmptyState, ErrorState, SkeletonRows, StatusChip, TimeText } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { activityQuery } from '../api/dashboard-queries.ts';
import { activityWords, linkTo } from '../lib/activity.ts';
import { useNames } from '../lib/use-names.ts';

/** What has happened, newest first; it grows by itself as events arrive. */
export function ActivityFeed() {
  const { data, error, refetch } = useQuery(activityQuery);
  const items = data?.items ?? [];
  const names = useNames(items.map(item => item.patientId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  if (items.length === 0) return <EmptyState kind="first" title="Nothing has happened yet" />;
  return (
    <ol className="sd-feed" aria-label="Recent activity">
      {items.map(item => {
        const [tone, words] = activityWords(item.kind);
        const who = item.patientId === null ? undefined : names.get(item.patientId);
        const to = linkTo(item);
        return (
          <li key={item.activityId}>
            <span>
              <StatusChip tone={tone}>{words}</StatusChip>
            </span>
            <span>{to ? <Link to={to}>{who ?? `Open ${item.entityType}`}</Link> : who}</span>
            <TimeText value={item.at} form="short" />
          </li>
        );
      })}
    </ol>
  );
}
