import type { SegmentDraft } from '../segments/writer.ts';
import type { Rejection } from './eligibility.ts';

/** AAA of one loop. */
export function rejectionsAt(loop: string, rejections: readonly Rejection[]): SegmentDraft[] {
  return rejections.filter(rejection => rejection.loop === loop).map(rejectionSegment);
}

/** AAA. */
export function rejectionSegment(rejection: Rejection): SegmentDraft {
  return ['AAA', rejection.valid ? 'Y' : 'N', undefined, rejection.reason, rejection.followUp];
}
