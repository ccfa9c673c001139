import { assetTime } from './assign.ts';
import type { CompiledAsset } from './compile.ts';
import { overlaps } from './spans.ts';
import type { Claim, SlotReason, SlotReasonCode, Span } from './types.ts';

export function reason(
  code: SlotReasonCode,
  resourceId: string | null,
  span: Span | null = null,
): SlotReason {
  return { code, resourceId, span: span && { start: span.start, end: span.end }, ref: null };
}

export function claimReason(code: SlotReasonCode, claim: Claim): SlotReason {
  return { ...reason(code, claim.resourceId, claim), ref: claim.ref ?? null };
}

/** What keeps an asset from a visit that takes `occupied` from it: a booking first, else maintenance. */
export function assetReason(code: SlotReasonCode, entry: CompiledAsset, occupied: Span): SlotReason {
  const needed = assetTime(entry, occupied);
  const claim = entry.claims.find(other => overlaps(other, needed));
  if (claim) return claimReason(code, claim);
  return reason(
    code,
    entry.asset.id,
    entry.asset.timeOff?.find(other => overlaps(other, needed)),
  );
}
