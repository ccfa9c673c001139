import Button from '@mui/material/Button';
import type { AccountCharge } from '@spark-den/contracts/billing/ledger-types';
import { formatDate, PeekPanel } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useState } from 'react';
import { ResponsibilityDialog } from '../forms/responsibility-dialog.tsx';
import { WriteOffDialog } from '../forms/write-off-dialog.tsx';
import { ChargeOrigin } from './charge-origin.tsx';
import { ExplanationLedger } from './explanation-ledger.tsx';

interface ChargePeekProps {
  readonly charge: AccountCharge;
  readonly onClose: () => void;
}

/** How one charge is made: where it comes from, what priced it, and every posting behind what is open. */
export function ChargePeek({ charge, onClose }: ChargePeekProps) {
  const session = useSession();
  const [open, setOpen] = useState<'write-off' | 'move'>();
  const close = () => setOpen(undefined);
  const { chargeId, chargeLineId, serviceDate, insuranceOpenCents, patientOpenCents } = charge;
  const mayMove = insuranceOpenCents > 0 && session.can('billing.payment.allocate');
  const mayWriteOff =
    (insuranceOpenCents > 0 || patientOpenCents > 0) && session.can('billing.write_off.request');
  return (
    <PeekPanel
      title={`How ${charge.code ?? 'this charge'} is made`}
      subtitle={serviceDate ? `Service of ${formatDate(serviceDate)}` : undefined}
      onClose={onClose}
      footer={
        (mayMove || mayWriteOff) && (
          <div className="sd-actions">
            {mayMove && <Button onClick={() => setOpen('move')}>Move to patient…</Button>}
            {mayWriteOff && <Button onClick={() => setOpen('write-off')}>Write off…</Button>}
          </div>
        )
      }
    >
      {chargeId && <ChargeOrigin chargeId={chargeId} chargeLineId={chargeLineId} />}
      <h3>Insurers owe</h3>
      <ExplanationLedger title="Insurers owe" chargeLineId={chargeLineId} account="ar_insurance" />
      <h3>Patient owes</h3>
      <ExplanationLedger title="Patient owes" chargeLineId={chargeLineId} account="ar_patient" />
      {open === 'write-off' && <WriteOffDialog charge={charge} onClose={close} />}
      {open === 'move' && <ResponsibilityDialog charge={charge} onClose={close} />}
    </PeekPanel>
  );
}
