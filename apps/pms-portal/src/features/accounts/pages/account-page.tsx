import Button from '@mui/material/Button';
import { formatCents, sumCents, type Cents } from '@spark-den/kernel';
import {
  DateText,
  ErrorState,
  Ledger,
  MoneyText,
  PageBody,
  PageHeader,
  Panel,
  SkeletonRows,
  SplitPane,
} from '@spark-den/ui';
import { useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { TakePaymentDialog, billing, useListParams, usePatientNames } from '../../payments/public.ts';
import { accountQuery } from '../api/account-queries.ts';
import { BalanceExplanation } from '../components/balance-explanation.tsx';
import { ChargePeek } from '../components/charge-peek.tsx';
import { DeskAccount } from '../components/desk-account.tsx';
import { GuarantorLine } from '../components/guarantor-line.tsx';
import { PostingTable } from '../components/posting-table.tsx';

const FIGURES = [
  { key: 'patient', label: 'Patient owes', account: 'ar_patient' },
  { key: 'insurance', label: 'Insurers owe', account: 'ar_insurance' },
  { key: 'credit', label: 'Credit that we hold', account: 'unapplied_patient' },
] as const;

/** A patient's account: three balances, each charge with who owes what, and the journal. Every number opens. */
export function AccountPage() {
  const { patientId = '' } = useParams();
  const { can } = useSession();
  if (!can('billing.ledger.read') && can('billing.balance.read'))
    return <DeskAccount patientId={patientId} />;
  return <Account patientId={patientId} />;
}

function Account({ patientId }: { readonly patientId: string }) {
  const session = useSession();
  const { get, set } = useListParams();
  const [paying, setPaying] = useState(false);
  const { data, error, refetch } = useQuery(accountQuery(patientId));
  const name = usePatientNames([patientId])(patientId);
  const seesPatients = session.can('patients.patient.read');
  const title = seesPatients ? `Account of ${name}` : 'Account';
  useTitle(title);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={12} />;
  const { balances, postings } = data;
  // what was taken back whole, such as by an amendment, is in the journal and adds nothing here
  const charges = data.charges.filter(charge => TOTALS.some(key => charge[key] !== 0));
  const amounts = {
    patient: balances.patientCents,
    insurance: balances.insuranceCents,
    credit: balances.unappliedCents,
  };
  const chosen = charges.find(({ chargeLineId }) => chargeLineId === get('charge'));
  const figure = FIGURES.find(({ key }) => key === get('explain'));
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            {seesPatients && (
              <Button component={Link} to={`/patients/${patientId}`}>
                Patient record
              </Button>
            )}
            {session.can('billing.statement.read') && (
              <Button component={Link} to={`/statements?patient=${patientId}`}>
                Statements
              </Button>
            )}
            {session.can('billing.payment.allocate') &&
              balances.unappliedCents > 0 &&
              balances.patientCents > 0 && (
                <ApplyCredit patientId={patientId} creditCents={balances.unappliedCents} />
              )}
            {session.can('billing.payment.collect') && (
              <Button variant="contained" color="primary" onClick={() => setPaying(true)}>
                Take payment
              </Button>
            )}
          </>
        }
      >
        <GuarantorLine
          patientId={patientId}
          patientName={name}
          guarantorId={data.guarantorIds[0] ?? patientId}
        />
      </PageHeader>
      <SplitPane
        peek={
          figure ? (
            <BalanceExplanation
              title={figure.label}
              patientId={patientId}
              account={figure.account}
              creditNormal={figure.key === 'credit'}
              onClose={() => set({ explain: undefined })}
            />
          ) : (
            chosen && (
              <ChargePeek
                key={chosen.chargeLineId}
                charge={chosen}
                onClose={() => set({ charge: undefined })}
              />
            )
          )
        }
      >
        <PageBody>
          <dl className="sd-kpis" aria-label="Balances">
            {FIGURES.map(({ key, label }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>
                  <button
                    type="button"
                    className="sd-explain"
                    aria-label={`${label}: how this number is made`}
                    onClick={() => set({ explain: key, charge: undefined })}
                  >
                    <MoneyText value={amounts[key]} />
                  </button>
                </dd>
              </div>
            ))}
          </dl>
          <Panel title="Charges">
            <Ledger
              label="Charges of the account"
              columns={[
                {
                  header: 'Service',
                  cell: charge => (charge.serviceDate ? <DateText value={charge.serviceDate} /> : '—'),
                },
                {
                  header: 'Code',
                  cell: charge => (
                    <button
                      type="button"
                      className="sd-explain"
                      aria-label={`${charge.code ?? 'Charge'}: how this charge is made`}
                      onClick={() => set({ charge: charge.chargeLineId, explain: undefined })}
                    >
                      {charge.code ?? '—'}
                    </button>
                  ),
                },
                { header: 'Billed', money: true, cell: charge => <MoneyText value={charge.billedCents} /> },
                {
                  header: 'Insurance paid',
                  money: true,
                  cell: charge => <MoneyText value={charge.insurancePaidCents} sparse />,
                },
                {
                  header: 'Reduced',
                  money: true,
                  cell: charge => <MoneyText value={charge.adjustedCents} sparse />,
                },
                {
                  header: 'Patient paid',
                  money: true,
                  cell: charge => <MoneyText value={charge.patientPaidCents} sparse />,
                },
                {
                  header: 'Written off',
                  money: true,
                  cell: charge => <MoneyText value={charge.writtenOffCents} sparse />,
                },
                {
                  header: 'Insurers owe',
                  money: true,
                  cell: charge => <MoneyText value={charge.insuranceOpenCents} sparse />,
                },
                {
                  header: 'Patient owes',
                  money: true,
                  cell: charge => <MoneyText value={charge.patientOpenCents} sparse />,
                },
              ]}
              rows={charges}
              rowKey={charge => charge.chargeLineId}
              totals={[
                '',
                'All',
                ...TOTALS.map(key => <MoneyText value={sumCents(charges, charge => charge[key])} strong />),
              ]}
              empty="No charge is in the ledger"
            />
          </Panel>
          <Panel title="Journal">
            <PostingTable postings={postings} />
          </Panel>
        </PageBody>
      </SplitPane>
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

/** Puts the credit that we hold against what the patient owes, receipt by receipt, oldest service first. */
function ApplyCredit({
  patientId,
  creditCents,
}: {
  readonly patientId: string;
  readonly creditCents: Cents;
}) {
  const apply = useCommand({
    touches: 'billing',
    run: async () => {
      const { items } = await billing.listReceipts({ patientId, limit: 200 });
      // of another patient's receipt a part may have been moved here
      for (const receipt of items.filter(item => item.unappliedCents > 0 || item.movedCents > 0)) {
        await billing.applyReceipt({ receiptId: receipt.receiptId });
      }
    },
    done: () => 'The credit is applied',
  });
  return (
    <Button disabled={apply.isPending} onClick={() => apply.mutate(undefined)}>
      Apply credit · {formatCents(creditCents)}
    </Button>
  );
}

const TOTALS = [
  'billedCents',
  'insurancePaidCents',
  'adjustedCents',
  'patientPaidCents',
  'writtenOffCents',
  'insuranceOpenCents',
  'patientOpenCents',
] as const;
