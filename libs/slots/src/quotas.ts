import type { WorkingSpan } from './availability.ts';
import type { Claim } from './types.ts';

/** Whether a working span has as many visits of a type as its quotas allow. */
export function isQuotaReached(
  { start, end, siteId, quotas }: WorkingSpan,
  visitTypeId: string,
  claims: readonly Claim[],
): boolean {
  return quotas.some(({ visitTypeIds, most }) => {
    if (!visitTypeIds.includes(visitTypeId)) return false;
    const counted = claims.filter(
      ({ visit, ...claim }) =>
        visit !== undefined &&
        claim.siteId === siteId &&
        visitTypeIds.includes(visit.typeId) &&
        start <= visit.start &&
        visit.start < end,
    );
    return counted.length >= most;
  });
}
