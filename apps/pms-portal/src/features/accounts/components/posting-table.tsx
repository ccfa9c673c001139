import type { Posting } from '@spark-den/contracts/billing/ledger-types';
import { DateText, Ledger, MoneyText } from '@spark-den/ui';
import { Link } from 'react-router-dom';
import { accountText, kindText } from '../lib/texts.ts';

/** Postings as the journal has them: debits positive, credits negative, newest first. */
export function PostingTable({
  postings,
  linked = true,
}: {
  readonly postings: readonly Posting[];
  readonly linked?: boolean;
}) {
  return (
    <Ledger
      label="Postings"
      columns={[
        { header: 'Posted', cell: posting => <DateText value={posting.postingDate} /> },
        {
          header: 'What',
          cell: posting =>
            linked ? (
              <Link to={`/accounts/entries/${posting.entryId}`}>{kindText(posting.kind)}</Link>
            ) : (
              kindText(posting.kind)
            ),
        },
        { header: 'Account', cell: posting => accountText(posting.account) },
        { header: 'Reason', cell: posting => <span className="sd-text2">{posting.reason ?? '—'}</span> },
        { header: 'Amount', money: true, cell: posting => <MoneyText value={posting.amountCents} /> },
      ]}
      rows={[...postings].reverse()}
      rowKey={posting => `${posting.entryId} ${posting.ordinal}`}
    />
  );
}
