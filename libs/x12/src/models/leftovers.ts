import type { UnmodelledSegment } from './common.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

/** Their first element says which of several uses is meant. */
const QUALIFIED: ReadonlySet<string> = new Set(
  'AMT CAS CRC DTM DTP HI LQ N1 NM1 NTE PER PWK QTY REF TOO TRN'.split(' '),
);
const isBracket = (id: string) => id === 'HL' || id === 'ST' || id === 'SE';

/**
 * What nobody has read of these loops and of the loops in them that no part of the model stands for: whole segments, and
 * elements of segments that a part of the model stands for. Ask when all else of the loops has been read.
 */
export function leftovers(...nodes: readonly LoopNode[]): readonly UnmodelledSegment[] | undefined {
  for (const node of nodes) node.claimed = true;
  const left: UnmodelledSegment[] = [];
  for (const node of nodes) gather(node, left);
  return left.length > 0 ? left : undefined;
}

function gather(node: LoopNode, left: UnmodelledSegment[]): void {
  for (let at = node.head; at; at = at.next) {
    if (node.claimed && isBracket(at.segment.id)) continue;
    const unread = unreadOf(at);
    if (unread !== 0) left.push(leftOf(at, unread, node));
  }
  for (let loop = node.inner; loop; loop = loop.next) if (!loop.claimed) gather(loop, left);
}

/** Elements that hold something and that nobody has read, as bits. */
function unreadOf({ segment, taken }: PlacedSegment): number {
  const { elements } = segment;
  let unread = 0;
  for (let index = 1; index < elements.length; index += 1) {
    if (elements[index] !== '' && (taken & (1 << index)) === 0) unread |= 1 << index;
  }
  return unread;
}

function leftOf(at: PlacedSegment, unread: number, node: LoopNode): UnmodelledSegment {
  const { segment, taken } = at;
  const { component: components, repetition: repetitions } = segment.delimiters;
  const kept = { loop: node.id, components, repetitions };
  const qualified = QUALIFIED.has(segment.id);
  const whole = (taken & (qualified ? ~2 : -1)) === 0;
  if (whole) return { ...kept, elements: segment.elements };
  if (segment.id === 'HI') {
    const codes = segment.elements.filter((_, index) => index > 0 && unread & (1 << index));
    return { ...kept, elements: [segment.id, ...codes] };
  }
  const elements = segment.elements.map((text, index) => {
    if (index === 0) return segment.id;
    return unread & (1 << index) || (qualified && index === 1) ? text : '';
  });
  elements.length = elements.findLastIndex(text => text !== '') + 1;
  const alike = node.all(segment.id).filter(({ segment: other }) => isAlike(other.elements, elements));
  return { ...kept, elements, part: alike.indexOf(at) + 1 };
}

/** Are these two uses of a segment the same, as far as its first element tells them apart? */
export function isAlike(elements: readonly unknown[], [id = '', first]: readonly string[]): boolean {
  return String(elements[0]).toUpperCase() === id && (!QUALIFIED.has(id) || elements[1] === first);
}
