import type { UnmodelledSegment } from './common.ts';
import { leftovers } from './leftovers.ts';
import type { LoopNode } from './tree.ts';

/** The levels that a payer of a 270 or 271 stands for: its own, and that of its first provider. */
export function bracketsOf(source: LoopNode): readonly LoopNode[] {
  return [source, ...source.loopsOf('2000B').slice(0, 1)];
}

/** What of those has no field, when all else of them has been read. */
export function leftOf(source: LoopNode): readonly UnmodelledSegment[] | undefined {
  return leftovers(...bracketsOf(source));
}
