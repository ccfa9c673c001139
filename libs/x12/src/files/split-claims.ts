import { element, type Segment } from '../segments/segment.ts';

/** The elements of each segment of a transaction, ST to SE. */
export type Piece = readonly (readonly string[])[];

/** An HL with its own segments. */
interface Level {
  readonly index: number;
  readonly parent: Level | undefined;
  readonly segments: Segment[];
}

/** A CLM with all that follows it up to the next. */
interface Claim {
  readonly level: Level;
  readonly segments: Segment[];
}

/** An 837 cut into one for each claim, or for each payer; whole where it has no claim. */
export function claimPieces(segments: readonly Segment[], by: 'claim' | 'payer'): readonly Piece[] {
  const last = segments.at(-1);
  const trailer = last?.id === 'SE' ? last : undefined;
  const { head, claims } = claimsOf(trailer ? segments.slice(0, -1) : segments);
  const pieces = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = by === 'claim' ? String(pieces.size) : payerOf(claim.level);
    const piece = pieces.get(key) ?? [];
    piece.push(claim);
    pieces.set(key, piece);
  }
  if (pieces.size === 0) return [elementsOf(segments)];
  return [...pieces.values()].map(piece => {
    const kept = [...elementsOf(head), ...levelsAround(piece)];
    return trailer ? [...kept, trailer.elements.with(1, String(kept.length + 1))] : kept;
  });
}

function claimsOf(body: readonly Segment[]): { readonly head: Segment[]; readonly claims: Claim[] } {
  const head: Segment[] = [];
  const claims: Claim[] = [];
  const levels = new Map<string, Level>();
  let level: Level | undefined;
  let into = head;
  for (const segment of body) {
    if (segment.id === 'HL') {
      into = [];
      level = { index: levels.size, parent: levels.get(element(segment, 2)), segments: into };
      levels.set(element(segment, 1), level);
    } else if (segment.id === 'CLM' && level) {
      into = [];
      claims.push({ level, segments: into });
    }
    into.push(segment);
  }
  return { head, claims };
}

/** The levels of these claims and those above them, numbered anew, each with its claims. */
function levelsAround(claims: readonly Claim[]): Piece {
  const own = new Map<Level, Claim[]>();
  const parents = new Set<Level>();
  for (const claim of claims) {
    for (let at: Level | undefined = claim.level; at && !own.has(at); at = at.parent) {
      own.set(at, []);
      if (at.parent) parents.add(at.parent);
    }
    own.get(claim.level)?.push(claim);
  }
  const levels = [...own.keys()].sort((a, b) => a.index - b.index);
  const numbers = new Map(levels.map((level, at) => [level, String(at + 1)]));
  return levels.flatMap(level => {
    const [start, ...rest] = level.segments;
    const parent = (level.parent && numbers.get(level.parent)) ?? '';
    const code = start ? element(start, 3) : '';
    return [
      ['HL', numbers.get(level) ?? '', parent, code, parents.has(level) ? '1' : '0'],
      ...elementsOf([...rest, ...(own.get(level) ?? []).flatMap(claim => claim.segments)]),
    ];
  });
}

/** The id of 2010BB, or the name where it has none. */
function payerOf(level: Level): string {
  for (let at: Level | undefined = level; at; at = at.parent) {
    const payer = at.segments.find(segment => segment.id === 'NM1' && element(segment, 1) === 'PR');
    if (payer) return element(payer, 9) || element(payer, 3);
  }
  return '';
}

function elementsOf(segments: readonly Segment[]): Piece {
  return segments.map(({ elements }) => elements);
}
