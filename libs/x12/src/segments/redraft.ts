import type { Segment } from './segment.ts';
import type { ElementDraft, SegmentDraft } from './writer.ts';

/** Has an element components? Asked only where one character separates components and repetitions alike. */
export type IsComposite = (segment: string, element: number) => boolean;

/** A segment that was read, as one to be written with delimiters of any partner. */
export function redraft(segment: Segment, isComposite?: IsComposite): SegmentDraft {
  const { component, repetition } = segment.delimiters;
  return redraftElements([segment.id, ...segment.elements.slice(1)], component, repetition, isComposite);
}

/** The same of its identifier and elements alone. */
export function redraftElements(
  [id = '', ...elements]: readonly string[],
  component: string,
  repetition: string,
  isComposite?: IsComposite,
): SegmentDraft {
  const isAmbiguous = component !== '' && component === repetition;
  return [
    id,
    ...elements.map((text, at): ElementDraft => {
      if (isAmbiguous && text.includes(component) && isComposite?.(id, at + 1) === false)
        return { repeat: text.split(repetition) };
      return redraftElement(text, component, repetition);
    }),
  ];
}

/** An element with its components, and its repetitions where there are any. */
function redraftElement(text: string, component: string, repetition: string): ElementDraft {
  if (repetition !== '' && repetition !== component && text.includes(repetition)) {
    return { repeat: text.split(repetition).map(part => splitParts(part, component)) };
  }
  return splitParts(text, component);
}

function splitParts(text: string, component: string): ElementDraft {
  return component !== '' && text.includes(component) ? text.split(component) : text;
}
