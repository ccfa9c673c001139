import type { TransactionSegments } from '../interchange-file.ts';
import { element, type Segment } from '../segments/segment.ts';
import type { Collector } from './collector.ts';

interface Node {
  readonly segment: Segment;
  readonly position: number;
  readonly parent: string;
  children: number;
}

/** HL: numbered 1, 2, 3 …; each parent stands before its children; HL04 tells the truth. */
export function checkHierarchy(transaction: TransactionSegments, collector: Collector): void {
  let nodes: Map<string, Node> | undefined;
  let expected = 0;
  const { segments } = transaction;
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] as Segment;
    if (segment.id !== 'HL') continue;
    nodes ??= new Map();
    expected += 1;
    const id = element(segment, 1);
    const parent = element(segment, 2);
    const position = index + 1;
    if (id !== String(expected)) {
      collector.add(segment, position, {
        code: 'hl.sequence',
        message: `HL01 is ${id || 'empty'}; the next number is ${expected}.`,
        element: 1,
        value: id,
        expected: String(expected),
        level: 'envelope',
        ack: { ik3: '8', ik4: '7' },
      });
    }
    const above = nodes.get(parent);
    if (above) above.children += 1;
    else if (parent !== '' || element(segment, 3) !== '20') {
      collector.add(segment, position, {
        code: 'hl.parent',
        message: `HL02 names no earlier HL: ${parent || 'nothing'}.`,
        element: 2,
        value: parent,
        level: 'envelope',
        ack: { ik3: '8', ik4: '7' },
      });
    }
    nodes.set(id, { segment, position, parent, children: 0 });
  }
  if (nodes) for (const node of nodes.values()) checkChildCode(node, transaction.set, collector);
}

/** Wild files of other sets are often wrong here and harmless; in a claim a wrong HL04 loses claims. */
function checkChildCode(node: Node, set: string, collector: Collector): void {
  const code = element(node.segment, 4);
  const truth = node.children > 0 ? '1' : '0';
  if (code === '' || code === truth) return;
  collector.add(node.segment, node.position, {
    code: 'hl.child-code',
    message:
      truth === '1' ? 'HL04 says no children, but there are.' : 'HL04 says children, but there are none.',
    element: 4,
    value: code,
    expected: truth,
    level: 'envelope',
    severity: set === '837' ? 'error' : 'warning',
    ack: { ik3: '8', ik4: '7' },
  });
}
