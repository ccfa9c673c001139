import type { ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import { StatusChip } from '@spark-den/ui';
import { CLAIM_STATUS } from '../lib/claim-text.ts';

export function ClaimStatusChip({ status }: { readonly status: ClaimStatus }) {
  const [tone, word] = CLAIM_STATUS[status];
  return <StatusChip tone={tone}>{word}</StatusChip>;
}
