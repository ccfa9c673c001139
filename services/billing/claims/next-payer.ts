import type { ClaimContent, ContentCoverage } from './claim-content.ts';

/** The coverage that pays after the one that this claim goes to. */
export function nextCoverage(
  content: Pick<ClaimContent, 'coverages' | 'destination'>,
): ContentCoverage | undefined {
  return content.coverages[content.destination + 1];
}

/** Whether these coverages, in the order in which they pay, are the claim's up to and with the one that it goes to. */
export function paysInTurn(
  { coverages, destination }: Pick<ClaimContent, 'coverages' | 'destination'>,
  now: readonly Pick<ContentCoverage, 'coverageId'>[],
): boolean {
  return coverages
    .slice(0, destination + 1)
    .every(({ coverageId }, index) => now[index]?.coverageId === coverageId);
}

/** Payers that always pay last go behind the others; otherwise the order of the coverages stands. */
export function inPayingOrder(coverages: readonly ContentCoverage[]): ContentCoverage[] {
  const last = (coverage: ContentCoverage) => (coverage.payer.profile.secondary.alwaysLast ? 1 : 0);
  return [...coverages].sort((a, b) => last(a) - last(b));
}
