import { StatusChip, useToday } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { reconciliationQuery } from '../api/charge-queries.ts';

/** Today, three ways: kept visits, signed encounters, charges. Zero unexplained closes the day. */
export function ReconciliationLine() {
  const today = useToday();
  const { data } = useQuery(reconciliationQuery(today));
  if (!data) return null;
  return (
    <p className="sd-text2 sd-num">
      Today: {data.keptVisits} kept · {data.encountersClosed} signed · {data.chargesPosted} posted ·{' '}
      {data.chargesDrafted} in draft · {data.noCharge} without charge{' '}
      {data.unexplained === 0 ? (
        <StatusChip tone="success">Nothing unexplained</StatusChip>
      ) : (
        <StatusChip tone="warning">{data.unexplained} unexplained</StatusChip>
      )}
    </p>
  );
}
