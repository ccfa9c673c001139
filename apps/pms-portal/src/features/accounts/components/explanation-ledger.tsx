import type { AccountCode } from '@spark-den/contracts/billing/ledger-types';
import type { Cents } from '@spark-den/kernel';
import { DateText, ErrorState, Ledger, MoneyText, SkeletonRows } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { explanationQuery } from '../api/account-queries.ts';
import { kindText } from '../lib/texts.ts';

interface ExplanationLedgerProps {
  readonly title: string;
  readonly patientId?: string;
  readonly chargeLineId?: string;
  readonly account: AccountCode;
  /** A credit is shown as a positive amount. */
  readonly creditNormal?: boolean;
}

/** Every posting that sums to a number, oldest first, with the balance after each. */
export function ExplanationLedger(props: ExplanationLedgerProps) {
  const { title, patientId, chargeLineId, account } = props;
  const { data, error, refetch } = useQuery(explanationQuery({ patientId, chargeLineId, account }));
  const shown = (amount: Cents) => (props.creditNormal ? (-amount as Cents) : amount);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  return (
    <Ledger
      label={title}
      columns={[
        { header: 'Date', cell: posting => <DateText value={posting.eventDate} /> },
        {
          header: 'What',
          cell: posting => (
            <>
              <Link to={`/accounts/entries/${posting.entryId}`}>{kindText(posting.kind)}</Link>
              {posting.reason && <span className="sd-text2"> {posting.reason}</span>}
            </>
          ),
        },
        { header: 'Amount', money: true, cell: posting => <MoneyText value={shown(posting.amountCents)} /> },
        {
          header: 'Balance',
          money: true,
          cell: posting => <MoneyText value={shown(posting.runningCents)} />,
        },
      ]}
      rows={data.postings}
      rowKey={posting => `${posting.entryId} ${posting.ordinal}`}
      totals={[
        '',
        `${data.postingCount} ${data.postingCount === 1 ? 'posting' : 'postings'}`,
        '',
        <MoneyText value={shown(data.totalCents)} strong />,
      ]}
    />
  );
}
