import type { Segment } from '../segments/segment.ts';

/** Judges the segments of one transaction as they come, so that none needs to be kept. */
export interface SegmentCheck {
  /** @param position from ST = 1 */
  take(segment: Segment, position: number): void;
  end(): void;
}
