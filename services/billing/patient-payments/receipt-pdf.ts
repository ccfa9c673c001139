import type { billingContract } from '@spark-den/contracts/billing/operations';
import { formatCents } from '@spark-den/kernel';
import type { Handlers } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { dateText, letterFor, letterhead } from '../letterhead.ts';
import { QUIET_TABLE, renderPdf } from '../pdf.ts';
import { receiptById } from './receipt-list-repository.ts';

const PURPOSE = {
  copay: 'Copay of the visit',
  balance: 'Payment on the account',
  deposit: 'Deposit',
} as const;
const TENDER = { cash: 'Cash', check: 'Check', card: 'Card' } as const;

export const getReceiptPdf: Handlers<typeof billingContract, BillingDatabase>['getReceiptPdf'] = async (
  context,
  { receiptId },
) => {
  const receipt = await receiptById(context, receiptId);
  const letter = await letterFor(context, receipt.patientId, receipt.receivedOn);
  const rows = [
    ['Receipt', receipt.number],
    ['Date', dateText(receipt.receivedOn)],
    ['For', PURPOSE[receipt.purpose]],
    ['Paid by', TENDER[receipt.tender]],
    ['Patient', `${letter.recipient.name}, MRN ${letter.recipient.mrn}`],
    ['Received by', receipt.receivedBy],
  ];
  const pdf = await renderPdf({
    title: `Receipt ${receipt.number}`,
    at: receipt.receivedAt,
    content: [
      ...letterhead(letter),
      {
        text: receipt.state === 'voided' ? 'Receipt — void' : 'Receipt',
        style: 'title',
        margin: [0, 0, 0, 12],
      },
      { table: { widths: [120, '*'], body: rows }, layout: QUIET_TABLE },
      { text: formatCents(receipt.amountCents), style: 'figure', margin: [0, 20, 0, 0] },
    ],
  });
  context.audit({ patientId: receipt.patientId, entityType: 'receipt', entityId: receiptId });
  return {
    contentType: 'application/pdf',
    fileName: `receipt-${receipt.number}.pdf`,
    base64: pdf.toString('base64'),
  };
};
