import { isEmpty } from './spans.ts';
import { TravelTimes } from './travel.ts';
import type { Claim, Span, World } from './types.ts';

/** A way between two sites: `start` is the latest time to leave, `end` when the next visit begins. */
export interface Journey extends Span {
  readonly providerId: string;
  readonly fromSiteId: string;
  readonly toSiteId: string;
}

/** The ways that providers have to make between their visits of a range, for the view of a day. */
export function journeysOf(
  { sites, providers, claims, travel = [] }: Pick<World, 'sites' | 'providers' | 'claims' | 'travel'>,
  range: Span,
): Journey[] {
  const times = new TravelTimes(travel, new Map(sites.map(site => [site.id, site])));
  return providers
    .flatMap(({ id }) => {
      const visits = claims
        .filter(claim => claim.resourceId === id && !isEmpty(claim))
        .sort((a, b) => a.start - b.start);
      return visits.slice(1).flatMap((next, index): Journey[] => {
        const before: Claim = visits[index]!;
        if (before.siteId === next.siteId) return [];
        const start = times.departure(before.siteId, next.siteId, next.start);
        return [{ providerId: id, fromSiteId: before.siteId, toSiteId: next.siteId, start, end: next.start }];
      });
    })
    .filter(({ start, end }) => start < end && start < range.end && range.start < end);
}
