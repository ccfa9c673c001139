import Button from '@mui/material/Button';
import { ErrorState, MoneyText, PageBody, PageHeader, SkeletonRows } from '@spark-den/ui';
import { useSession, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { TakePaymentDialog, usePatientNames } from '../../payments/public.ts';
import { balanceQuery } from '../api/account-queries.ts';

/** What the front desk sees of an account: the balances and a way to take a payment; the ledger is the office's. */
export function DeskAccount({ patientId }: { readonly patientId: string }) {
  const { can } = useSession();
  const [paying, setPaying] = useState(false);
  const { data, error, refetch } = useQuery(balanceQuery(patientId));
  const name = usePatientNames([patientId])(patientId);
  useTitle(`Account of ${name}`);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  const { patientCents, insuranceCents, unappliedCents } = data.balances;
  return (
    <>
      <PageHeader
        title={`Account of ${name}`}
        actions={
          <>
            <Button component={Link} to={`/patients/${patientId}`}>
              Patient record
            </Button>
            <Button component={Link} to="/payments/receipts">
              Receipts
            </Button>
            {can('billing.payment.collect') && (
              <Button variant="contained" color="primary" onClick={() => setPaying(true)}>
                Take payment
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <dl className="sd-kpis" aria-label="Balances">
          <div>
            <dt>Patient owes</dt>
            <dd>
              <MoneyText value={patientCents} />
            </dd>
          </div>
          <div>
            <dt>Insurers owe</dt>
            <dd>
              <MoneyText value={insuranceCents} />
            </dd>
          </div>
          <div>
            <dt>Credit that we hold</dt>
            <dd>
              <MoneyText value={unappliedCents} />
            </dd>
          </div>
        </dl>
        <p className="sd-text2">How each number is made is open to the billing office.</p>
      </PageBody>
      {paying && (
        <TakePaymentDialog
          patientId={patientId}
          patientName={name}
          returnPath={`/accounts/${patientId}`}
          onClose={() => setPaying(false)}
        />
      )}
    </>
  );
}
