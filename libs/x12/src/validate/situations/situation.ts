import type { LoopNode, PlacedSegment } from '../../models/tree.ts';
import { element } from '../../segments/segment.ts';
import type { Finding, Severity } from '../finding.ts';

/** One rule that depends on other data: asked of every loop of its kind. */
export interface Situation {
  /** Stable code of the finding. */
  readonly code: string;
  /** Names of the guides that have the rule; all that have the loop when left out. */
  readonly guides?: readonly string[];
  /** Id of the loop that is asked; empty for the transaction itself. */
  readonly loop: string;
  /** One plain sentence. */
  readonly says: string;
  readonly severity?: Severity;
  /** @returns the places that break the rule */
  readonly ask: (node: LoopNode, within: readonly LoopNode[]) => readonly Spot[];
}

/** What breaks a rule, and what stands there instead of what is expected. */
export interface Spot {
  readonly at: PlacedSegment;
  readonly element?: number;
  readonly component?: number;
  readonly expected?: string;
  readonly ack: Finding['ack'];
}

export const FINE: readonly Spot[] = [];

/** A segment is missing that this one calls for. */
export function lacks(at: PlacedSegment | undefined, element: number, expected: string): readonly Spot[] {
  return at ? [{ at, element, expected, ack: { ik3: 'I6' } }] : FINE;
}

/** An element is missing that the situation calls for. */
export function needs(at: PlacedSegment | undefined, element: number, expected: string): readonly Spot[] {
  return at ? [{ at, element, expected, ack: { ik3: '8', ik4: '2' } }] : FINE;
}

/** An element does not suit the situation. */
export function mistakes(at: PlacedSegment | undefined, element: number, expected: string): readonly Spot[] {
  return at ? [{ at, element, expected, ack: { ik3: '8', ik4: 'I12' } }] : FINE;
}

/** These elements hold a number below zero. */
export function below(at: PlacedSegment | undefined, ...elements: readonly number[]): readonly Spot[] {
  return elements.flatMap(element =>
    textOf(at, element).startsWith('-') ? mistakes(at, element, 'zero or more') : FINE,
  );
}

/** Components of an element that stand there for the second time. */
export function again(at: PlacedSegment, element: number, parts: readonly string[]): readonly Spot[] {
  return parts.flatMap((part, index) =>
    part !== '' && parts.indexOf(part) < index
      ? mistakes(at, element, 'each once').map(spot => ({ ...spot, component: index + 1 }))
      : FINE,
  );
}

export function textOf(at: PlacedSegment | undefined, index: number): string {
  return at ? element(at.segment, index) : '';
}

/** The loop of this id among those around a node. */
export function around(within: readonly LoopNode[], id: string): LoopNode | undefined {
  return within.find(node => node.id === id);
}
