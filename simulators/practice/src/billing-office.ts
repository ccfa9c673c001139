import { AppError } from '@spark-den/kernel';
import type { Outside } from './outside.ts';
import type { Desk } from './staff.ts';
import { inParallel, until } from './wait.ts';

/** Things that one desk has under way at once. */
const WIDTH = 6;

/** All items of a list, page by page. */
export async function allOf<T>(
  page: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly T[]; readonly nextCursor: string | null }>,
): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    found.push(...items);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

const paged = (cursor: string | undefined) => ({ limit: 200, ...(cursor ? { cursor } : {}) });

export interface PostedCharges {
  readonly posted: number;
  readonly totalCents: number;
  /** Drafts that the scrubber or the fee schedule stopped. */
  readonly stopped: number;
  /** Posted charges that some payer is billed for. */
  readonly insuredChargeIds: readonly string[];
}

/** Posts every draft; waits until the encounters of these visits have become drafts. */
export async function postDrafts(biller: Desk, encounters: readonly string[]): Promise<PostedCharges> {
  const open = new Set(encounters);
  const drafts = () => allOf(cursor => biller.billing.listCharges({ status: ['draft'], ...paged(cursor) }));
  await until('encounters become charges', async () => {
    const seen = new Set((await drafts()).map(charge => charge.encounterId));
    return [...open].every(encounterId => seen.has(encounterId));
  });
  const outcomes = await inParallel(await drafts(), WIDTH, draft =>
    biller.billing
      .postCharge({ chargeId: draft.chargeId }, { version: draft.version })
      .catch((error: unknown) => stoppedBy(error)),
  );
  const posted = outcomes.filter(charge => charge !== undefined);
  return {
    posted: posted.length,
    totalCents: posted.reduce((sum, charge) => sum + charge.totalCents, 0),
    stopped: outcomes.length - posted.length,
    insuredChargeIds: posted.filter(charge => charge.payerId !== null).map(charge => charge.chargeId),
  };
}

/** Nothing is posted where the scrubber objects. @throws any other failure */
function stoppedBy(error: unknown): undefined {
  const code = error instanceof AppError ? error.code : '';
  if (code !== 'billing.charge_has_errors' && code !== 'billing.charge_under_review') throw error;
}

export interface SubmittedBatch {
  readonly batchId: string;
  readonly claims: number;
  readonly totalCents: number;
}

/** Sends what is ready, once these posted charges have become claims. Undefined when nothing is ready. */
export async function submitClaims(
  biller: Desk,
  chargeIds: readonly string[],
): Promise<SubmittedBatch | undefined> {
  await inParallel(chargeIds, WIDTH, chargeId =>
    until(
      'a posted charge becomes a claim',
      async () => (await biller.billing.getCharge({ chargeId })).claimId,
    ),
  );
  try {
    const batch = await biller.billing.createClaimBatch({});
    const { batchId } = batch;
    await until('the batch is sent', async () => {
      await biller.integration.pollMailbox({});
      const { items } = await biller.integration.listInterchanges({ batchId });
      return items.some(file => file.status === 'sent');
    });
    return { batchId, claims: batch.claimCount, totalCents: batch.totalCents };
  } catch (error) {
    if (error instanceof AppError && error.code === 'billing.no_claims_ready') return undefined;
    throw error;
  }
}

/** Uses what a patient has paid ahead, such as a copay, for what insurers have now left to them. @returns the cents used */
export async function applyCredits(biller: Desk, patientId: string): Promise<number> {
  const receipts = await allOf(cursor => biller.billing.listReceipts({ patientId, ...paged(cursor) }));
  let applied = 0;
  for (const { receiptId, state, unappliedCents } of receipts) {
    if (state !== 'posted' || unappliedCents <= 0) continue;
    const after = await biller.billing.applyReceipt({ receiptId });
    applied += unappliedCents - after.unappliedCents;
  }
  return applied;
}

/** Fetches what waits in the mailbox, and waits until it is worked into claims and remittances. */
export async function awaitMailbox(biller: Desk, outside: Outside): Promise<void> {
  const newest = await outside.newestFile();
  if (newest === undefined) return;
  await until('files of the mailbox are read', async () => {
    await biller.integration.pollMailbox({});
    const { items } = await biller.integration.listInterchanges({ direction: 'incoming', limit: 100 });
    return items.some(file => file.fileName === newest) && !items.some(file => file.status === 'received');
  });
  await until('remittances are worked in', async () => {
    const [files, remittances] = await Promise.all([
      biller.integration.listInterchanges({ direction: 'incoming', kind: '835', limit: 20 }),
      biller.billing.listRemittances({ limit: 100 }),
    ]);
    const worked = new Set(remittances.items.map(({ fileId }) => fileId));
    return files.items.every(({ fileId, status }) => status !== 'processed' || worked.has(fileId));
  });
  await untilQuiet(() => claimsAndRemittances(biller));
}

/** A picture of the books that changes while events are still being worked in. */
async function claimsAndRemittances(biller: Desk): Promise<string> {
  const [claims, remittances] = await Promise.all([
    biller.billing.countClaims({}),
    biller.billing.listRemittances({ limit: 20 }),
  ]);
  return JSON.stringify([
    claims.items,
    remittances.items.map(({ remittanceId, status }) => [remittanceId, status]),
  ]);
}

async function untilQuiet(look: () => Promise<string>): Promise<void> {
  let [before, same] = ['', 0];
  await until(
    'the books come to rest',
    async () => {
      const now = await look();
      same = now === before ? same + 1 : 0;
      before = now;
      return same >= 2;
    },
    { seconds: 60 },
  );
}
