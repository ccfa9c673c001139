import { ViewTabs } from '@spark-den/ui';

export function AccountTabs() {
  return (
    <ViewTabs
      label="Accounts and ledger"
      tabs={[
        { label: 'Accounts', to: '/accounts', end: true },
        { label: 'Write-offs', to: '/accounts/write-offs' },
        { label: 'Trial balance', to: '/accounts/trial-balance' },
      ]}
    />
  );
}
