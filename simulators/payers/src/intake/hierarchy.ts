import { element, type Segment } from '@spark-den/x12/segments';
import { ELEMENT_FAULT, SEGMENT_FAULT, type SyntaxError } from './grammar.ts';

/** HL numbers run from 1 without a gap, name a parent that came before, and HL04 tells whether children follow. */
export function hierarchyErrors(segments: readonly Segment[]): SyntaxError[] {
  const levels = segments
    .map((segment, index) => ({ segment, position: index + 1 }))
    .filter(({ segment }) => segment.id === 'HL');
  const parents = new Set(levels.map(({ segment }) => element(segment, 2)));
  return levels.flatMap(({ segment, position }, index) => {
    const [id, parent, children] = [element(segment, 1), element(segment, 2), element(segment, 4)];
    const wrong: number[] = [];
    if (id !== String(index + 1)) wrong.push(1);
    if (parent !== '' && !(Number(parent) >= 1 && Number(parent) < Number(id))) wrong.push(2);
    if (children !== '' && (children === '1') !== parents.has(id)) wrong.push(4);
    return wrong.map(element => hlError(position, element, segment));
  });
}

function hlError(position: number, index: number, segment: Segment): SyntaxError {
  return {
    segmentId: 'HL',
    position,
    code: SEGMENT_FAULT.hasElementErrors,
    element: { position: index, code: ELEMENT_FAULT.pattern, value: element(segment, index) },
  };
}
