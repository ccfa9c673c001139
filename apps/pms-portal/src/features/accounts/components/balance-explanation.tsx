import type { AccountCode } from '@spark-den/contracts/billing/ledger-types';
import type { Cents } from '@spark-den/kernel';
import { DateText, ErrorState, Ledger, MoneyText, PeekPanel, SkeletonRows } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { explanationQuery } from '../api/account-queries.ts';
import { kindText } from '../lib/texts.ts';

interface BalanceExplanationProps {
  readonly title: string;
  readonly patientId?: string;
  readonly chargeLineId?: string;
  readonly account: AccountCode;
  /** A credit is shown as a positive amount. */
  readonly creditNormal?: boolean;
  readonly onClose: () => void;
}

/** How a number is made: every posting that sums to it, with the balance after each. */
export function BalanceExplanation(props: BalanceExplanationProps) {
  const { patientId, chargeLineId, account } = props;
  const { data, error, refetch } = useQuery(explanationQuery({ patientId, chargeLineId, account }));
  const shown = (amount: Cents) => (props.creditNormal ? (-amount as Cents) : amount);
  return (
    <PeekPanel
      title={`How “${props.title}” is made`}
      subtitle="Every posting, oldest first"
      onClose={props.onClose}
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <Ledger
          label={props.title}
          columns={[
            { header: 'Date', cell: posting => <DateText value={posting.eventDate} short /> },
            {
              header: 'What',
              cell: posting => (
                <>
                  <Link to={`/accounts/entries/${posting.entryId}`}>{kindText(posting.kind)}</Link>
                  {posting.reason && <span className="sd-text2"> {posting.reason}</span>}
                </>
              ),
            },
            {
              header: 'Amount',
              money: true,
              cell: posting => <MoneyText value={shown(posting.amountCents)} />,
            },
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
            `${data.postingCount} postings`,
            '',
            <MoneyText value={shown(data.totalCents)} strong />,
          ]}
        />
      )}
    </PeekPanel>
  );
}
