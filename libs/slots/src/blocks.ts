import { HOUR_MS } from '@spark-den/kernel';
import { workingSpans } from './availability.ts';
import type { Block, EpochMs, Provider, Site, Span } from './types.ts';

/** Time that is still kept for some visit types. */
export interface HeldBlock extends Span {
  readonly visitTypeIds: ReadonlySet<string>;
}

/**
 * The blocks of a provider that touch `range` and have not released themselves by `asOf`. Without `asOf`
 * nothing has.
 */
export function heldBlocks(
  { id, blocks = [] }: Provider,
  sites: ReadonlyMap<string, Site>,
  range: Span,
  asOf: EpochMs | undefined,
): HeldBlock[] {
  return blocks.flatMap(block =>
    workingSpans({ id, templates: [{ ...block, rules: [block.rule] }] }, sites, range)
      .filter(span => !isReleased(block, span, asOf))
      .map(({ start, end }) => ({ start, end, visitTypeIds: new Set(block.visitTypeIds) })),
  );
}

function isReleased({ releaseHours }: Block, { start }: Span, asOf: EpochMs | undefined): boolean {
  return releaseHours !== null && asOf !== undefined && asOf >= start - releaseHours * HOUR_MS;
}
