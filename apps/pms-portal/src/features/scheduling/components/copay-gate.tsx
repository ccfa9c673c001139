import { billingContract } from '@spark-den/contracts/billing/operations';
import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { cents, formatCents, type Cents } from '@spark-den/kernel';
import { MoneyInput, SelectInput, useToast, useZone } from '@spark-den/ui';
import Button from '@mui/material/Button';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../app/api.ts';
import { refusal } from '../lib/problem.ts';

const billing = api(billingContract);

/** What was paid for this visit at the desk; billing's answer, not ours. */
export const visitReceiptsQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['billing', 'receipts', { appointmentId }],
    queryFn: ({ signal }) => billing.listReceipts({ appointmentId, limit: 20 }, { signal }),
  });

const TENDERS = [
  { value: 'cash', label: 'Cash' },
  { value: 'check', label: 'Check' },
  { value: 'card', label: 'Card' },
] as const;
type Tender = (typeof TENDERS)[number]['value'];

/** Takes the copay: cash or check here, a card on the processor's own page. */
export function CopayGate({
  visit,
  due,
  onCollected,
}: {
  readonly visit: AppointmentSummary;
  readonly due: Cents | null;
  readonly onCollected: (receiptNumber: string) => void;
}) {
  const zone = useZone();
  const toast = useToast();
  const [amount, setAmount] = useState<Cents | null>(due ?? cents(2_500));
  const [tender, setTender] = useState<Tender>('cash');
  const ids = { patientId: visit.patientId, appointmentId: visit.appointmentId };
  const onError = (error: unknown) => toast.show(refusal(error, zone), { tone: 'danger' });
  const collect = useMutation({
    mutationFn: (input: { amountCents: Cents; tender: 'cash' | 'check' }) =>
      billing.collectCopay({ ...ids, ...input }),
    onSuccess: receipt => {
      toast.show(`Receipt ${receipt.number} · ${formatCents(receipt.amountCents)}`, { tone: 'success' });
      onCollected(receipt.number);
    },
    onError,
  });
  const card = useMutation({
    mutationFn: (amountCents: Cents) =>
      billing.createCardCheckout({ ...ids, purpose: 'copay', amountCents, returnPath: '/calendar/flow' }),
    onSuccess: ({ redirectUrl }) => redirectUrl && window.location.assign(redirectUrl),
    onError,
  });
  const take = () => {
    if (amount === null) return;
    if (tender === 'card') card.mutate(amount);
    else collect.mutate({ amountCents: amount, tender });
  };
  return (
    <div className="sd-grid sd-gate__copay">
      <MoneyInput label="Amount" span={4} value={amount} onValueChange={setAmount} />
      <SelectInput
        label="Paid by"
        span={4}
        options={TENDERS}
        value={tender}
        onChange={event =>
          setTender(TENDERS.find(entry => entry.value === event.target.value)?.value ?? 'cash')
        }
      />
      <div className="sd-field sd-gate__take" data-span={4}>
        <Button
          disabled={amount === null || amount <= 0 || collect.isPending || card.isPending}
          onClick={take}
        >
          {tender === 'card' ? 'Go to card page' : `Collect ${amount === null ? '' : formatCents(amount)}`}
        </Button>
      </div>
    </div>
  );
}
