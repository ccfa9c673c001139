import { element, repetitions } from '../segments/segment.ts';
import type { BusinessUnit, ElementError, SegmentError, SituationalTrigger } from './acknowledgements.ts';
import { SITUATIONAL_TRIGGER } from './build-acknowledgements.ts';
import { leftovers } from './leftovers.ts';
import { some, type Reading } from './reading.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

const NUMBER = /^[1-9]\d*$/;

/** IK3 of a 999 with its contexts and elements. */
export function segmentErrorOf(node: LoopNode, reading: Reading): SegmentError {
  const at = node.head as PlacedSegment;
  const [businessUnit, ...furtherUnits] = unitsOf(node, reading);
  return {
    segment: reading.text(at, 1),
    position: reading.count(at, 2) ?? 0,
    loop: reading.optional(at, 3),
    code: reading.text(at, 4),
    businessUnit,
    furtherUnits: some(furtherUnits),
    triggers: triggersOf(node, reading),
    elements: node.loopsOf('2110').map(loop => elementErrorOf(loop, reading)),
    unmodelled: leftovers(node),
    source: reading.source(at),
  };
}

function elementErrorOf(node: LoopNode, reading: Reading): ElementError {
  const at = node.head as PlacedSegment;
  const part = (index: number) => {
    const text = reading.part(at, 1, index);
    return /^\d+$/.test(text) ? Number(text) : undefined;
  };
  return {
    element: part(1) ?? 0,
    component: part(2),
    repetition: part(3),
    dataElement: reading.optional(at, 2),
    code: reading.text(at, 3),
    badValue: reading.optional(at, 4),
    triggers: triggersOf(node, reading),
    unmodelled: leftovers(node),
  };
}

function unitsOf(node: LoopNode, reading: Reading): readonly BusinessUnit[] {
  const at = node.all('CTX').find(({ segment }) => !element(segment, 1).startsWith(SITUATIONAL_TRIGGER));
  if (!at) return [];
  reading.take(at, 1);
  return repetitions(at.segment, 1).map(text => {
    const [name = '', value = ''] = text.split(at.segment.delimiters.component);
    return { name, value };
  });
}

/** Triggers in the form that we write; those of another form are kept as they are. */
function triggersOf(node: LoopNode, reading: Reading): readonly SituationalTrigger[] | undefined {
  return some(node.all('CTX').flatMap(at => triggerOf(at, reading) ?? []));
}

function triggerOf(at: PlacedSegment, reading: Reading): SituationalTrigger | undefined {
  const text = (index: number) => element(at.segment, index);
  const [inside = '', part = '', ...deeper] = text(5).split(at.segment.delimiters.component);
  const known =
    text(1) === SITUATIONAL_TRIGGER &&
    NUMBER.test(text(3)) &&
    [inside, part].every(number => number === '' || NUMBER.test(number)) &&
    deeper.length === 0 &&
    /^\d*$/.test(text(6));
  if (!known) return undefined;
  reading.take(at, 1, 2, 3, 4, 5, 6);
  return {
    segment: text(2),
    position: Number(text(3)),
    loop: text(4) || undefined,
    element: inside === '' ? undefined : Number(inside),
    component: part === '' ? undefined : Number(part),
    dataElement: text(6) || undefined,
  };
}
