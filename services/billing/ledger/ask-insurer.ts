import { responsibilityTransferEntry } from '@spark-den/ledger';
import { subtractCents, ZERO, type Cents } from '@spark-den/kernel';
import { practiceToday, type BillingContext } from '../context.ts';
import { openBalances } from './journal-repository.ts';
import { announceBalances, postEntries } from './post-entries.ts';
import { releaseShares } from './release-shares.ts';
import { dimensionsOf } from './write-off-balance.ts';

/**
 * Moves whole charges that the patient was asked for to an insurer. What the patient has paid on them becomes credit
 * again, what was written off comes back: their share is what the insurer will leave to them.
 */
export async function askInsurer(
  context: BillingContext,
  charges: readonly { readonly chargeLineId: string; readonly amountCents: Cents }[],
  payerId: string,
): Promise<void> {
  const open = await openBalances(
    context,
    charges.map(charge => charge.chargeLineId),
    { lock: true },
  );
  const today = await practiceToday(context);
  const transferId = context.newId();
  const asked = charges.flatMap(charge => {
    const share = open.find(row => row.chargeLineId === charge.chargeLineId && row.account === 'ar_patient');
    return share ? [{ ...charge, share }] : [];
  });
  const transfers = asked.map(({ share, amountCents }) =>
    responsibilityTransferEntry(
      transferId,
      { ...dimensionsOf(share), reason: 'transfer' },
      payerId,
      amountCents,
      today,
    ),
  );
  const over = asked
    .map(({ chargeLineId, amountCents, share }) => ({
      chargeLineId,
      overCents: subtractCents(amountCents, share.amountCents),
    }))
    .filter(({ overCents }) => overCents > ZERO);
  const releases = await releaseShares(context, over, { type: 'transfer', id: transferId }, today);
  await postEntries(context, [...transfers, ...releases]);
  await announceBalances(
    context,
    asked.map(({ share }) => share.patientId),
    { type: 'transfer', id: transferId },
  );
}
