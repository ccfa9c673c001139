import type { ClaimContent, ContentCoverage } from './claim-content.ts';

/** The coverage that pays after the one that this claim goes to. */
export function nextCoverage(
  content: Pick<ClaimContent, 'coverages' | 'destination'>,
): ContentCoverage | undefined {
  return content.coverages[content.destination + 1];
}

/** Payers that always pay last go behind the others; otherwise the order of the coverages stands. */
export function inPayingOrder(coverages: readonly ContentCoverage[]): ContentCoverage[] {
  const last = (coverage: ContentCoverage) => (coverage.payer.profile.secondary.alwaysLast ? 1 : 0);
  return [...coverages].sort((a, b) => last(a) - last(b));
}
