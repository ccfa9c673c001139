import type { SegmentProof } from './proof.ts';

/** Required, situational, or not used. */
export type Usage = 'R' | 'S' | 'N';
/** Text, code, whole number, decimal number, date or time. */
export type ElementType = 'AN' | 'ID' | 'N' | 'R' | 'DT' | 'TM';

/** What may stand in an element, or in a component of one. */
export interface ElementRule {
  /** Number in the dictionary of data elements; `composite` for a composite. */
  readonly dataElement: string;
  readonly type: ElementType;
  readonly min: number;
  readonly max: number;
  usage: Usage;
  repeats: number;
  codes?: ReadonlySet<string>;
  readonly components: ElementRule[];
  /** Number of the last component that is required; 0 where none is. */
  lastRequired: number;
}

/** A rule about which elements of a segment stand together. */
export interface SyntaxNote {
  /** P paired, R required, E exclusion, C condition, L list condition. */
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L';
  readonly elements: readonly number[];
  /** The elements as bits: element 1 is bit 1. */
  readonly mask: number;
  readonly text: string;
}

/** Number of the element that tells uses of a segment apart: HL03, else the first. */
export function qualifyingElement(segment: string): number {
  return segment === 'HL' ? 3 : 1;
}

/** The element by whose codes uses of a segment are told apart. */
export interface Qualifier {
  readonly element: number;
  /** It is the first component of that element. */
  readonly component: boolean;
  readonly codes: ReadonlySet<string>;
  /** Those of up to four letters, by their `keyOf`. */
  readonly keys: ReadonlySet<number>;
}

/** One use of a segment in its loop. */
export interface SegmentRule {
  readonly kind: 'segment';
  readonly id: string;
  readonly usage: Usage;
  readonly max: number;
  readonly name: string;
  readonly elements: readonly ElementRule[];
  readonly qualifier: Qualifier | undefined;
  readonly notes: readonly SyntaxNote[];
  /** Number of the last element that is required; 0 where none is. */
  readonly lastRequired: number;
  readonly proof: SegmentProof;
}

/** A loop: its segments and inner loops in their order. */
export interface LoopRule {
  readonly kind: 'loop';
  readonly id: string;
  readonly usage: Usage;
  readonly max: number;
  readonly name: string;
  /** Ids from the outermost loop, such as `2000A/2000B/2300`. */
  readonly path: string;
  /** Its place among the guide's `loops`. */
  number: number;
  /** How many loops are open in it, the transaction's own included. */
  readonly depth: number;
  /** In order; the first is the segment that starts the loop. */
  readonly slots: (SegmentRule | LoopRule)[];
  /** For each slot the number of its order group; slots of one group come in any order. */
  readonly groups: number[];
  /** For each slot a zero, to be copied as its count. */
  readonly zeros: number[];
  /** For each slot the first slot of its order group. */
  readonly groupStarts: number[];
  /** Slots that must be filled, in order. */
  readonly required: number[];
  /** For each identifier the slots that such a segment may fill, in order. */
  readonly places: Map<string, Place[]>;
}

/** A slot that a segment of some identifier may fill, by itself or as the start of a loop. */
export interface Place {
  readonly slot: number;
  readonly starts: SegmentRule;
  /** May be meant even with a wrong qualifier, unless the loop has another place for the identifier. */
  readonly loose: boolean;
}

/** A guide as it was compiled from its data file. */
export interface GuideRule {
  /** `837P`, `835`, `277CA` … */
  readonly name: string;
  /** GS08 that we write. */
  readonly version: string;
  /** Older versions that are read by the same rules. */
  readonly also: readonly string[];
  /** GS01. */
  readonly functionalId: string;
  /** ST01. */
  readonly set: string;
  readonly root: LoopRule;
  /** All of them, the root first. */
  readonly loops: readonly LoopRule[];
  /** No table stands behind it: what files have not shown yet is a doubt, no error. */
  readonly isKnownByFiles: boolean;
}
