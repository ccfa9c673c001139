import type { ChargeSummary } from '@spark-den/contracts/billing/charge-types';
import { StatusChip, type Tone } from '@spark-den/ui';

const STATUS: Readonly<Record<ChargeSummary['status'], readonly [Tone, string]>> = {
  draft: ['neutral', 'Draft'],
  posted: ['success', 'Posted'],
  voided: ['neutral', 'Void'],
};

export function ChargeStatusChip({
  charge,
}: {
  readonly charge: Pick<ChargeSummary, 'status' | 'underReview'>;
}) {
  if (charge.underReview) return <StatusChip tone="warning">Encounter amended</StatusChip>;
  const [tone, word] = STATUS[charge.status];
  return <StatusChip tone={tone}>{word}</StatusChip>;
}
