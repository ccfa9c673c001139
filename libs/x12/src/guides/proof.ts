import { keyOf } from '../segments/key.ts';
import type { ElementRule, SyntaxNote } from './rules.ts';

/** What an element is held against; `closer` stands for what only a closer look can judge. */
export const SHAPE = { text: 0, whole: 1, decimal: 2, date: 3, period: 4, composite: 5, closer: 6 } as const;

/** The rule of an element, or of a component, as numbers. */
export interface ElementProof {
  readonly shape: number;
  readonly min: number;
  readonly max: number;
  readonly required: boolean;
  /** Keys of the codes of up to four letters; longer ones take a closer look. */
  readonly codes: ReadonlySet<number> | undefined;
  readonly components: readonly ElementProof[];
  readonly lastRequired: number;
}

/** The rule of a segment in the form in which its bytes are held against it. */
export interface SegmentProof {
  readonly elements: readonly ElementProof[];
  readonly lastRequired: number;
  readonly notes: readonly SyntaxNote[];
  /** Elements, as bits, without which no note can be broken; all bits where a note asks for an element. */
  readonly noted: number;
}

export function proofOf(
  elements: readonly ElementRule[],
  lastRequired: number,
  notes: readonly SyntaxNote[],
): SegmentProof {
  const noted = notes.reduce((bits, { kind, mask }) => bits | (kind === 'R' ? -1 : mask), 0);
  // no segment may stand without data
  return { elements: elements.map(elementProof), lastRequired: Math.max(lastRequired, 1), notes, noted };
}

function elementProof(rule: ElementRule): ElementProof {
  const { min, max, codes, components, lastRequired } = rule;
  return {
    shape: shapeOf(rule),
    min,
    max,
    required: rule.usage === 'R',
    codes: codes && new Set([...codes].map(keyOf).filter(key => key >= 0)),
    components: components.map(elementProof),
    lastRequired,
  };
}

function shapeOf({ usage, type, dataElement, components }: ElementRule): number {
  if (usage === 'N' || type === 'TM') return SHAPE.closer;
  if (components.length > 0) return SHAPE.composite;
  if (dataElement === '1251') return SHAPE.period;
  return type === 'N' ? SHAPE.whole : type === 'R' ? SHAPE.decimal : type === 'DT' ? SHAPE.date : SHAPE.text;
}
