import {
  BalanceChanged,
  ChargePosted,
  ChargeVoided,
  PatientPaymentPosted,
  RemittancePosted,
} from '@spark-den/contracts/billing/events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { instant, negateCents, type Cents } from '@spark-den/kernel';
import { on, type Delivered, type Subscription } from '@spark-den/service-kit';
import type { AnalyticsContext } from '../context.ts';
import type { AnalyticsDatabase } from '../database.ts';
import { saveCashPostings, saveChargePosting } from './money-repository.ts';

const CASH = 'analytics.cash';
const CHARGES = 'analytics.charges';

/** Events say that money moved; the amounts are read from the ledger, so that both always agree. */
export const followMoney: readonly Subscription<AnalyticsDatabase>[] = [
  on(RemittancePosted, CASH, (context: AnalyticsContext, { payload }) =>
    readCash(context, { remittanceId: payload.remittanceId, account: 'cash_insurance' }),
  ),
  on(PatientPaymentPosted, CASH, (context: AnalyticsContext, { payload }) =>
    readCash(context, { receiptId: payload.receiptId }),
  ),
  on(BalanceChanged, CASH, async (context: AnalyticsContext, { payload }) => {
    if (payload.causeType === 'receipt') await readCash(context, { receiptId: payload.causeId });
  }),
  on(ChargePosted, CHARGES, (context: AnalyticsContext, event) =>
    saveChargePosting(context, charge(event, 'posted', event.payload.amountCents)),
  ),
  on(ChargeVoided, CHARGES, (context: AnalyticsContext, event) =>
    saveChargePosting(context, charge(event, 'voided', negateCents(event.payload.amountCents))),
  ),
];

async function readCash(
  context: AnalyticsContext,
  scope: { readonly remittanceId?: string; readonly receiptId?: string; readonly account?: 'cash_insurance' },
): Promise<void> {
  const { postings } = await context.call(billingContract).explainBalance(scope);
  await saveCashPostings(
    context,
    postings.filter(posting => posting.account.startsWith('cash_')),
  );
}

function charge(
  event: Delivered<typeof ChargePosted> | Delivered<typeof ChargeVoided>,
  kind: 'posted' | 'voided',
  amountCents: Cents,
) {
  const { chargeId, patientId } = event.payload;
  return { eventId: event.id, chargeId, patientId, kind, amountCents, postedAt: instant(event.occurredAt) };
}
