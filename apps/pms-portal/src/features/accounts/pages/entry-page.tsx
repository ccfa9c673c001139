import { sumCents } from '@spark-den/kernel';
import {
  DateText,
  ErrorState,
  FactList,
  MoneyText,
  PageBody,
  PageHeader,
  Panel,
  SkeletonRows,
  TimeText,
} from '@spark-den/ui';
import { useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { billing } from '../../payments/public.ts';
import { PostingTable } from '../components/posting-table.tsx';
import { kindText } from '../lib/texts.ts';

/** One journal entry: all its lines, which sum to zero, and what caused it. */
export function EntryPage() {
  const { entryId = '' } = useParams();
  useTitle('Journal entry');
  const { data, error, refetch } = useQuery({
    queryKey: ['billing', 'entry', entryId],
    queryFn: ({ signal }) => billing.getEntry({ entryId }, { signal }),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const [first] = data?.lines ?? [];
  if (!data || !first) return <SkeletonRows rows={8} />;
  return (
    <>
      <PageHeader title={kindText(data.kind)} />
      <PageBody>
        <Panel title="Entry">
          <FactList
            facts={[
              ['What', data.memo],
              ['Happened on', <DateText value={first.eventDate} />],
              ['Posted', <TimeText value={first.postedAt} form="full" />],
              ['Caused by', `${first.causeType.replaceAll('_', ' ')} ${first.causeId}`],
              [
                'Reverses',
                first.reversesEntryId ? (
                  <Link to={`/accounts/entries/${first.reversesEntryId}`}>the entry before</Link>
                ) : (
                  '—'
                ),
              ],
              [
                'Sum of all lines',
                <MoneyText value={sumCents(data.lines, line => line.amountCents)} strong />,
              ],
            ]}
          />
        </Panel>
        <Panel title="Lines">
          <PostingTable postings={data.lines} linked={false} />
        </Panel>
      </PageBody>
    </>
  );
}
