import { billingContract } from '@spark-den/contracts/billing/operations';
import type { remittanceOperations } from '@spark-den/contracts/billing/remittances';
import { RemittanceFileReceived } from '@spark-den/contracts/integration/events';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { fail, on, type Handlers, type Ports, type Subscription } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { decideRemittance } from './decide-remittance.ts';
import { importRemittanceFile } from './import-file.ts';
import { listMatchCandidates, listUnmatchedItems, matchUnmatchedItem } from './match-unmatched.ts';
import { getRemittance, getRemittanceFile, listRemittances } from './show-remittances.ts';

const LARGEST_FILE_BYTES = 30_000_000;

export const remittanceHandlers = ({
  blobs,
}: Ports): Pick<Handlers<typeof billingContract, BillingDatabase>, keyof typeof remittanceOperations> => ({
  importRemittance: async (context, { fileName, base64 }) => {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > LARGEST_FILE_BYTES) throw fail(billingContract, 'billing.file_too_large');
    const result = await importRemittanceFile(context, blobs, { bytes, fileName, source: 'upload' });
    context.audit({ entityType: 'remittance_file', entityId: result.fileId });
    return result;
  },
  listRemittances,
  getRemittance,
  getRemittanceFile: getRemittanceFile(blobs),
  decideRemittance: decideRemittance(blobs),
  listUnmatchedItems,
  listMatchCandidates,
  matchUnmatchedItem,
});

/** Remittances that the clearinghouse delivers are posted as they come. */
export const remittanceSubscriptions = ({ blobs }: Ports): Subscription<BillingDatabase>[] => [
  on(RemittanceFileReceived, 'billing.import-remittance', async (context, { payload }) => {
    const { info, content } = await context.call(integrationContract).readFile({ fileId: payload.fileId });
    await importRemittanceFile(context, blobs, {
      bytes: Buffer.from(content, 'utf8'),
      fileName: info.fileName,
      source: 'clearinghouse',
      fileId: payload.fileId,
    });
  }),
];
