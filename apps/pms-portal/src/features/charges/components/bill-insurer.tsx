import Button from '@mui/material/Button';
import type { Charge } from '@spark-den/contracts/billing/charge-types';
import { formatCents } from '@spark-den/kernel';
import { ConfirmDialog } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing } from '../api/charge-queries.ts';

/** Asks the insurer for a charge that the patient was asked for, once a coverage of its date is known. */
export function BillInsurer({ charge }: { readonly charge: Charge }) {
  const [asking, setAsking] = useState(false);
  const { chargeId, version } = charge;
  const bill = useCommand({
    touches: 'billing',
    run: () => billing.billInsurer({ chargeId }, { version }),
    done: 'Billed to insurance',
    onDone: () => setAsking(false),
  });
  const amount = formatCents(charge.totalCents);
  return (
    <>
      <Button
        variant={charge.coveredLaterAt === null ? 'text' : 'contained'}
        color="primary"
        onClick={() => setAsking(true)}
      >
        Bill insurance
      </Button>
      {asking && (
        <ConfirmDialog
          title="Bill the charge to insurance"
          confirmLabel={`Bill · ${amount}`}
          busy={bill.isPending}
          onConfirm={() => bill.mutate(undefined)}
          onClose={() => setAsking(false)}
        >
          <p>
            The coverage that comes first on the date of service is asked for {amount}, and a claim is made.
            What the patient has paid on this charge becomes credit until the insurer has decided.
          </p>
          <p className="sd-text2">
            Patients who paid in full may ask that their plan is not told. Do not bill it where they did.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
