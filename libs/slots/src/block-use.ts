import { HOUR_MS, MINUTE_MS } from '@spark-den/kernel';
import { closedSpans, workingSpans } from './availability.ts';
import { intersect, subtract, totalMs, unionOf } from './spans.ts';
import type { Block, Claim, EpochMs, Provider, Span, World } from './types.ts';

/** One block on one day, and how much of it its visit types had taken when it released itself. */
export interface BlockUse extends Span {
  readonly providerId: string;
  readonly siteId: string;
  readonly visitTypeIds: readonly string[];
  /** What was booked by then counts: the release, or the start of a block that is never released. */
  readonly measuredAt: EpochMs;
  /** `false` while that time is still to come, so that more may be taken. */
  readonly isFinal: boolean;
  /** Without time off and closures. */
  readonly openMinutes: number;
  /** Of these, with buffers. */
  readonly usedMinutes: number;
  /** Used of open, from 0 to 1. */
  readonly share: number;
}

/**
 * How the blocks that touch `range` were used, in order of time. Claims need their `visit`; a block that is
 * wholly time off or closed is left out.
 *
 * @param asOf now
 */
export function blockUse(world: Omit<World, 'assets' | 'asOf'>, range: Span, asOf: EpochMs): BlockUse[] {
  const sites = new Map(world.sites.map(site => [site.id, site]));
  const closed = new Map(world.sites.map(site => [site.id, closedSpans(world.closures, site)]));
  return world.providers
    .flatMap(({ id, blocks = [], timeOff = [] }) =>
      blocks.flatMap(block => {
        const asTemplate: Provider = { id, templates: [{ ...block, rules: [block.rule] }] };
        return workingSpans(asTemplate, sites, range).map(({ start, end, siteId }): BlockUse => {
          const measuredAt = start - (block.releaseHours ?? 0) * HOUR_MS;
          const open = subtract(subtract([{ start, end }], unionOf(timeOff)), closed.get(siteId) ?? []);
          const used = intersect(unionOf(takenOf(world.claims, id, block, measuredAt)), open);
          return {
            start,
            end,
            siteId,
            providerId: id,
            visitTypeIds: block.visitTypeIds,
            measuredAt,
            isFinal: measuredAt <= asOf,
            openMinutes: totalMs(open) / MINUTE_MS,
            usedMinutes: totalMs(used) / MINUTE_MS,
            share: totalMs(used) / totalMs(open),
          };
        });
      }),
    )
    .filter(({ openMinutes }) => openMinutes > 0)
    .sort((a, b) => a.start - b.start || (a.providerId < b.providerId ? -1 : 1));
}

function takenOf(claims: readonly Claim[], providerId: string, block: Block, by: EpochMs): Claim[] {
  return claims.filter(
    ({ resourceId, visit }) =>
      resourceId === providerId &&
      visit !== undefined &&
      block.visitTypeIds.includes(visit.typeId) &&
      (visit.bookedAt ?? -Infinity) <= by,
  );
}
