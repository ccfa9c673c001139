import Button from '@mui/material/Button';
import {
  ErrorState,
  InlineAlert,
  Ledger,
  MoneyText,
  PageBody,
  PageHeader,
  Panel,
  SkeletonRows,
  StatusChip,
} from '@spark-den/ui';
import { useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { invariantsQuery, trialBalanceQuery } from '../api/account-queries.ts';
import { AccountTabs } from '../components/account-tabs.tsx';
import { bookKindText } from '../lib/texts.ts';

/** Every account of the books and the proof that they add up. */
export function TrialBalancePage() {
  useTitle('Trial balance');
  const trial = useQuery(trialBalanceQuery());
  const proof = useQuery(invariantsQuery());
  return (
    <>
      <PageHeader title="Accounts">
        <AccountTabs />
      </PageHeader>
      <PageBody>
        <Panel
          title="Proof of the books"
          actions={
            <Button disabled={proof.isFetching} onClick={() => void proof.refetch()}>
              Prove again
            </Button>
          }
        >
          {proof.error ? (
            <ErrorState error={proof.error} onRetry={() => void proof.refetch()} />
          ) : !proof.data ? (
            <SkeletonRows rows={5} />
          ) : (
            <>
              {!proof.data.ok && (
                <InlineAlert tone="danger" title="A rule of the ledger does not hold">
                  Post nothing more and call support with the lines below.
                </InlineAlert>
              )}
              <Ledger
                label="Rules of the ledger"
                columns={[
                  { header: 'Rule', cell: rule => rule.id },
                  { header: 'What must hold', cell: rule => rule.statement },
                  {
                    header: 'Holds',
                    cell: rule => (
                      <StatusChip tone={rule.ok ? 'success' : 'danger'}>
                        {rule.ok ? 'Holds' : 'Broken'}
                      </StatusChip>
                    ),
                  },
                  { header: 'Looked at', money: true, cell: rule => rule.checked.toLocaleString('en-US') },
                ]}
                rows={proof.data.evidence}
                rowKey={rule => rule.id}
              />
            </>
          )}
        </Panel>
        <Panel title="Trial balance">
          {trial.error ? (
            <ErrorState error={trial.error} onRetry={() => void trial.refetch()} />
          ) : !trial.data ? (
            <SkeletonRows rows={12} />
          ) : (
            <Ledger
              label="Trial balance"
              columns={[
                { header: 'Account', cell: row => row.name },
                {
                  header: 'Kind',
                  cell: row => <span className="sd-text2">{bookKindText(row.kind)}</span>,
                },
                { header: 'Debits', money: true, cell: row => <MoneyText value={row.debitCents} sparse /> },
                { header: 'Credits', money: true, cell: row => <MoneyText value={row.creditCents} sparse /> },
                { header: 'Balance', money: true, cell: row => <MoneyText value={row.balanceCents} /> },
              ]}
              rows={trial.data.rows}
              rowKey={row => row.account}
              totals={['Sum', '', '', '', <MoneyText value={trial.data.sumCents} strong />]}
            />
          )}
        </Panel>
      </PageBody>
    </>
  );
}
