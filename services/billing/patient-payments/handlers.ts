import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { paymentOperations } from '@spark-den/contracts/billing/payments';
import type { Handlers, Ports } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { createCardCheckout, getCardCheckout, recordCardEvent } from './card-checkouts.ts';
import { stripeProcessor } from './card-processor.ts';
import { applyReceipt, collectCopay, collectPayment, transferCredit, voidReceipt } from './collect.ts';
import { getReceiptPdf } from './receipt-pdf.ts';
import { decideRefund, listRefunds, requestRefund } from './refunds.ts';
import { getReceipt, listReceipts } from './show-receipts.ts';

export const paymentHandlers = ({
  settings,
}: Ports): Pick<Handlers<typeof billingContract, BillingDatabase>, keyof typeof paymentOperations> => {
  const processor = stripeProcessor(settings);
  return {
    collectPayment,
    collectCopay,
    createCardCheckout: createCardCheckout(processor, settings.pmsUrl),
    getCardCheckout,
    recordCardEvent,
    listReceipts,
    getReceipt,
    getReceiptPdf,
    voidReceipt,
    applyReceipt,
    transferCredit,
    requestRefund,
    listRefunds,
    decideRefund: decideRefund(processor),
  };
};
