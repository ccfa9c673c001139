import { element } from '../segments/segment.ts';
import type { Rejection } from './eligibility.ts';
import type { Reading } from './reading.ts';
import type { LoopNode } from './tree.ts';

/** AAA of a loop. */
export function rejections(node: LoopNode | undefined, reading: Reading): Rejection[] {
  return (node?.all('AAA') ?? []).map(at => {
    const valid = element(at.segment, 1);
    if (valid === 'Y' || valid === 'N') reading.take(at, 1);
    return {
      loop: node?.id ?? '',
      valid: valid === 'Y',
      reason: reading.text(at, 3),
      followUp: reading.text(at, 4),
      source: reading.source(at),
    };
  });
}
