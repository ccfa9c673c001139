import type { Segment } from './segment.ts';
import type { ElementDraft, SegmentDraft } from './writer.ts';

/** A segment that was read, as one to be written with delimiters of any partner. */
export function redraft(segment: Segment): SegmentDraft {
  const [, ...elements] = segment.elements;
  const { component, repetition } = segment.delimiters;
  return [segment.id, ...elements.map(text => redraftElement(text, component, repetition))];
}

/** An element with its components, and its repetitions where there are any. */
export function redraftElement(text: string, component: string, repetition: string): ElementDraft {
  if (repetition !== '' && repetition !== component && text.includes(repetition)) {
    return { repeat: text.split(repetition).map(part => splitParts(part, component)) };
  }
  return splitParts(text, component);
}

function splitParts(text: string, component: string): ElementDraft {
  return component !== '' && text.includes(component) ? text.split(component) : text;
}
