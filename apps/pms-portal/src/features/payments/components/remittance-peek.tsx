import Button from '@mui/material/Button';
import type { RemittanceSummary } from '@spark-den/contracts/billing/remittance-types';
import { DateText, FactList, InlineAlert, MoneyText, PeekPanel, StatusChip, TimeText } from '@spark-den/ui';
import { Link } from 'react-router-dom';
import { HOLD_REASON, PAYMENT_METHOD, REMITTANCE_STATUS } from '../lib/texts.ts';

/** A remittance at a glance: how the payment is made up. */
export function RemittancePeek({
  remittance,
  onClose,
}: {
  readonly remittance: RemittanceSummary;
  readonly onClose: () => void;
}) {
  const status = REMITTANCE_STATUS[remittance.status];
  return (
    <PeekPanel
      title={remittance.payerName}
      subtitle={`Trace ${remittance.trace}`}
      onClose={onClose}
      footer={
        <div className="sd-actions">
          <Button
            component={Link}
            variant="contained"
            color="primary"
            to={`/payments/remittances/${remittance.remittanceId}`}
          >
            Open
          </Button>
        </div>
      }
    >
      {remittance.status === 'held' && (
        <InlineAlert tone="warning" title={HOLD_REASON[remittance.reason ?? ''] ?? 'Held'}>
          Nothing of it is in the books.
        </InlineAlert>
      )}
      <FactList
        facts={[
          ['Status', <StatusChip tone={status.tone}>{status.label}</StatusChip>],
          ['Payment', <MoneyText value={remittance.amountCents} strong />],
          ['Paid on', <DateText value={remittance.paymentDate} />],
          ['Method', PAYMENT_METHOD[remittance.paymentMethod] ?? remittance.paymentMethod],
          ['Claims', `${remittance.claimCount} with ${remittance.lineCount} services`],
          ['Provider-level adjustments', <MoneyText value={remittance.providerAdjustmentCents} />],
          ['Unapplied', <MoneyText value={remittance.unappliedCents} />],
          ['Received', <TimeText value={remittance.receivedAt} form="full" />],
          ['Posted', remittance.postedAt ? <TimeText value={remittance.postedAt} form="full" /> : '—'],
        ]}
      />
    </PeekPanel>
  );
}
