import Button from '@mui/material/Button';
import { MoneyText } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { usePatientNames } from '../../payments/public.ts';
import { guarantorQuery } from '../api/account-queries.ts';
import { GuarantorDialog } from '../forms/guarantor-dialog.tsx';

interface GuarantorLineProps {
  readonly patientId: string;
  readonly patientName: string;
  readonly guarantorId: string;
}

/** Who answers for the account, and the others for whom the same person answers. */
export function GuarantorLine({ patientId, patientName, guarantorId }: GuarantorLineProps) {
  const session = useSession();
  const [changing, setChanging] = useState(false);
  const { data } = useQuery(guarantorQuery(guarantorId));
  const family = (data?.patients ?? []).filter(
    item => item.patientId !== patientId && item.patientId !== guarantorId,
  );
  const nameOf = usePatientNames([guarantorId, ...family.map(item => item.patientId)]);
  return (
    <p className="sd-row sd-row--wrap">
      <span>
        <span className="sd-text2">Guarantor</span>{' '}
        {guarantorId === patientId ? (
          'the patient'
        ) : (
          <Link to={`/accounts/${guarantorId}`}>{nameOf(guarantorId)}</Link>
        )}
      </span>
      {session.can('billing.payment.allocate') && (
        <Button size="small" onClick={() => setChanging(true)}>
          Change guarantor…
        </Button>
      )}
      {family.length > 0 && (
        <span>
          <span className="sd-text2">who also answers for</span>{' '}
          {family.map((item, index) => (
            <span key={item.patientId}>
              {index > 0 && ', '}
              <Link to={`/accounts/${item.patientId}`}>{nameOf(item.patientId)}</Link>{' '}
              <MoneyText value={item.balances.patientCents} />
            </span>
          ))}
        </span>
      )}
      {changing && (
        <GuarantorDialog patientId={patientId} patientName={patientName} onClose={() => setChanging(false)} />
      )}
    </p>
  );
}
