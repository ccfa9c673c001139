import type { SyntaxNote } from '../guides/rules.ts';
import type { Segment } from '../segments/segment.ts';
import type { Remark } from './collector.ts';

/** @param elements those that are given, as bits like the note's mask */
export function isBroken({ kind, mask, elements: [head = 0] }: SyntaxNote, elements: number): boolean {
  const given = elements & mask;
  switch (kind) {
    case 'P':
      return given !== 0 && given !== mask;
    case 'R':
      return given === 0;
    case 'E':
      return (given & (given - 1)) !== 0;
    case 'C':
      return (given & (1 << head)) !== 0 && given !== mask;
    case 'L':
      return given === 1 << head;
  }
}

export function noteRemark(note: SyntaxNote, segment: Segment): Remark {
  const [head = 1] = note.elements;
  const names = note.elements.map(index => `${segment.id}${two(index)}`).join(', ');
  const says = {
    P: `${names} stand all or none.`,
    R: `One of ${names} is needed.`,
    E: `Only one of ${names} may stand.`,
    C: `${segment.id}${two(head)} needs all of ${names}.`,
    L: `${segment.id}${two(head)} needs one of ${names}.`,
  }[note.kind];
  const wanted = note.kind === 'E' ? (text: string) => text !== '' : (text: string) => text === '';
  return {
    code: 'element.syntax',
    message: says,
    element: note.elements.find(index => wanted(segment.elements[index] ?? '')) ?? head,
    expected: note.text,
    ack: { ik3: '8', ik4: note.kind === 'E' ? '10' : '2' },
  };
}

function two(index: number): string {
  return String(index).padStart(2, '0');
}
