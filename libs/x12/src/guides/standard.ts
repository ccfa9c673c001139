import { COMPOSITES, DATA_ELEMENTS, SEGMENTS } from './dictionary.ts';
import type { ElementRule, ElementType, SyntaxNote } from './rules.ts';

interface Shape {
  readonly type: ElementType;
  readonly min: number;
  readonly max: number;
}

const UNKNOWN: Shape = { type: 'AN', min: 1, max: 264 };
const shapes = readShapes();
const composites = new Map(rows(COMPOSITES));
const segments = new Map(
  rows(SEGMENTS).map(([id, text]) => {
    const [elements = '', notes = ''] = text.split('|');
    return [id, { elements: elements.trim(), notes: notes.trim().split(' ').filter(Boolean).map(readNote) }];
  }),
);

/** Is this the identifier of a segment that any of the guides knows? */
export function isKnownSegment(id: string): boolean {
  return segments.has(id);
}

/** Has this element components, as far as the dictionary knows the segment? */
export function isComposite(segment: string, element: number): boolean {
  return (elementRulesOf(segment)[element - 1]?.components.length ?? 0) > 0;
}

/** Fresh rules for the elements of a segment, all situational, for a guide to narrow. */
export function elementRulesOf(segment: string): ElementRule[] {
  const row = segments.get(segment);
  if (!row) throw new SyntaxError(`dictionary: no segment ${segment}`);
  return words(row.elements).map(word => ruleOf(word, segment));
}

export function syntaxNotesOf(segment: string): readonly SyntaxNote[] {
  return segments.get(segment)?.notes ?? [];
}

/** Elements that repeat in every use: service types of EB and EQ. */
const REPEATING: Readonly<Record<string, number>> = { '1365': 99 };

function ruleOf(word: string, segment: string): ElementRule {
  const inner = composites.get(word) ?? (word.startsWith('(') ? word.slice(1, -1) : undefined);
  if (inner !== undefined) {
    const components = words(inner).map(part => ruleOf(part, segment));
    return { dataElement: 'composite', ...UNKNOWN, usage: 'S', repeats: 1, components, lastRequired: 0 };
  }
  const repeats = segment === 'EB' || segment === 'EQ' ? (REPEATING[word] ?? 1) : 1;
  const shape = shapes.get(word) ?? UNKNOWN;
  return { dataElement: word, ...shape, usage: 'S', repeats, components: [], lastRequired: 0 };
}

/** `782*3 (127 128) procedure` as single words, repeats spelt out. */
function words(text: string): readonly string[] {
  return (text.match(/\([^)]*\)(?:\*\d+)?|\S+/g) ?? []).flatMap(word => {
    const match = /^(.+)\*(\d+)$/.exec(word);
    return match ? Array.from({ length: Number(match[2]) }, () => match[1] ?? '') : [word];
  });
}

function readNote(text: string): SyntaxNote {
  const elements = (text.slice(1).match(/\d\d/g) ?? []).map(Number);
  const mask = elements.reduce((bits, element) => bits | (1 << element), 0);
  return { kind: text[0] as SyntaxNote['kind'], elements, mask, text };
}

function readShapes(): ReadonlyMap<string, Shape> {
  return new Map(
    rows(DATA_ELEMENTS).flatMap(([head, numbers]) => {
      const [type = 'AN', min = '1', max = '1'] = head.split(' ');
      const shape: Shape = {
        type: type.startsWith('N') ? 'N' : (type as ElementType),
        min: Number(min),
        max: Number(max),
      };
      return numbers.split(' ').map((number): [string, Shape] => [number, shape]);
    }),
  );
}

function rows(text: string): [string, string][] {
  return text
    .split('\n')
    .filter(line => line.includes(':'))
    .map(line => {
      const at = line.indexOf(':');
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });
}
