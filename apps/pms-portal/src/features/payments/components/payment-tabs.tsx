import { ViewTabs } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';

/** The parts of payment processing that this person may see. */
export function PaymentTabs() {
  const session = useSession();
  const remittances = session.can('billing.remittance.read')
    ? [
        { label: 'Remittances', to: '/payments', end: true },
        { label: 'Unmatched', to: '/payments/unmatched' },
      ]
    : [];
  const refunds = session.can('billing.ledger.read') ? [{ label: 'Refunds', to: '/payments/refunds' }] : [];
  return (
    <ViewTabs
      label="Payment processing"
      tabs={[...remittances, { label: 'Receipts', to: '/payments/receipts' }, ...refunds]}
    />
  );
}
