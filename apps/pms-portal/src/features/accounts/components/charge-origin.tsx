import type { Charge } from '@spark-den/contracts/billing/charge-types';
import { formatCents, type Cents } from '@spark-den/kernel';
import { ErrorState, FactList, MoneyText, SkeletonRows, TimeText } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { chargeQuery } from '../api/account-queries.ts';

interface ChargeOriginProps {
  readonly chargeId: string;
  readonly chargeLineId: string;
}

/** Where a charge comes from: the encounter and the event that told of it, and the rule that priced it. */
export function ChargeOrigin({ chargeId, chargeLineId }: ChargeOriginProps) {
  const session = useSession();
  const {
    data: charge,
    error,
    refetch,
  } = useQuery({
    ...chargeQuery(chargeId),
    enabled: session.can('billing.charge.read'),
  });
  if (!session.can('billing.charge.read')) return null;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!charge) return <SkeletonRows rows={5} />;
  const line = charge.lines.find(({ lineId }) => lineId === chargeLineId);
  return (
    <FactList
      facts={[
        ['Service', line?.label ?? '—'],
        ['Comes from', sourceText(charge)],
        ...(charge.sourceEventId
          ? ([['Event', <span className="sd-meta sd-num">{charge.sourceEventId}</span>]] as const)
          : []),
        ['Price', amountOr(line?.chargeCents)],
        ...(line && line.units > 1 && line.unitChargeCents !== null
          ? ([['', `${line.units} units of ${formatCents(line.unitChargeCents)}`]] as const)
          : []),
        ['Price rule', line?.pricedBy?.rule ?? '—'],
        ['Contract allows', amountOr(line?.expectedAllowedCents)],
        ['Posted', charge.postedAt ? <TimeText value={charge.postedAt} form="full" /> : '—'],
        [
          'See also',
          <span className="sd-row sd-row--wrap">
            <Link to={`/charges/${chargeId}`}>Charge</Link>
            {charge.claimId && <Link to={`/claims/${charge.claimId}`}>Claim</Link>}
          </span>,
        ],
      ]}
    />
  );
}

function amountOr(amount: Cents | null | undefined): ReactNode {
  return amount === null || amount === undefined ? '—' : <MoneyText value={amount} strong />;
}

function sourceText({ source, encounterVersion }: Charge): string {
  if (source === 'hand') return 'Entered by hand';
  return encounterVersion !== null && encounterVersion > 1
    ? `The encounter as amended, version ${encounterVersion}`
    : 'The signed encounter';
}
