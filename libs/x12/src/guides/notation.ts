import { keyOf } from '../segments/key.ts';
import { proofOf } from './proof.ts';
import {
  qualifyingElement,
  type ElementRule,
  type GuideRule,
  type LoopRule,
  type Qualifier,
  type SegmentRule,
  type Usage,
} from './rules.ts';
import { elementRulesOf, syntaxNotesOf } from './standard.ts';

/*
 * The notation of a guide's data file. Indentation is nesting.
 *
 *   guide 835 005010X221A1 HP 835      name, GS08/ST03, GS01, ST01; `by-files` where no table stands behind it
 *   also 005010X221                    older versions judged by the same rules
 *   [2100] R * Claim payment           loop: usage (R required, S situational, N not used), repeats (* unbounded), name
 *   [2300] R 100 Claim (as in 2000B)   the same content as that loop has under 2000B
 *     CAS S 99 Adjustment: 01!=CO/PR 04 06- 08..10- 11.2!=A/B 03x99
 *
 * After the colon, elements: `!` required, `-` not used, otherwise situational; `=` the codes allowed; `.2` a component;
 * `x99` repetitions. Elements that are not named are situational with any value of their type.
 */
export function parseGuide(text: string): GuideRule {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const [, name = '', version = '', functionalId = '', set = '', source] = (lines[0] ?? '').split(/\s+/);
  const also = lines[1]?.startsWith('also ') ? lines[1].split(/\s+/).slice(1) : [];
  const root: LoopRule = {
    kind: 'loop',
    id: '',
    usage: 'R',
    max: 1,
    name,
    path: '',
    number: 0,
    depth: 1,
    ...emptyTables(),
  };
  const open: { indent: number; loop: LoopRule }[] = [{ indent: -1, loop: root }];
  for (const line of lines.slice(also.length > 0 ? 2 : 1)) {
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const parent = open.at(-1)?.loop ?? root;
    const rule = line.trimStart().startsWith('[')
      ? parseLoop(line.trim(), parent, open)
      : parseSegment(line.trim());
    parent.slots.push(rule);
    if (rule.kind === 'loop') open.push({ indent, loop: rule });
  }
  const loops: LoopRule[] = [];
  compile(root, loops);
  return { name, version, also, functionalId, set, root, loops, isKnownByFiles: source === 'by-files' };
}

function parseLoop(line: string, parent: LoopRule, open: readonly { loop: LoopRule }[]): LoopRule {
  const match = /^\[(\w+)\] ([RSN]) (\*|\d+) ?(.*?)(?: \(as in (\w+)\))?$/.exec(line);
  if (!match) throw new SyntaxError(`guide: not a loop: ${line}`);
  const [, id = '', usage = 'S', max = '1', name = '', like] = match;
  const path = parent.path === '' ? id : `${parent.path}/${id}`;
  const loop: LoopRule = {
    kind: 'loop',
    id,
    usage: usage as Usage,
    max: limit(max),
    name,
    path,
    number: 0,
    depth: parent.depth + 1,
    ...emptyTables(),
  };
  if (like !== undefined) {
    const model = open.map(entry => entry.loop).find(entry => entry.id === like);
    const source = model?.slots.find((slot): slot is LoopRule => slot.kind === 'loop' && slot.id === id);
    if (!source) throw new SyntaxError(`guide: no loop ${id} in ${like}`);
    loop.slots.push(...source.slots.map(slot => moved(slot, loop)));
  }
  return loop;
}

function moved(slot: LoopRule | SegmentRule, under: LoopRule): LoopRule | SegmentRule {
  if (slot.kind === 'segment') return slot;
  const loop = { ...slot, path: `${under.path}/${slot.id}`, depth: under.depth + 1, ...emptyTables() };
  loop.slots.push(...slot.slots.map(inner => moved(inner, loop)));
  return loop;
}

type Tables = Pick<LoopRule, 'slots' | 'groups' | 'zeros' | 'groupStarts' | 'required' | 'places'>;

function emptyTables(): Tables {
  return { slots: [], groups: [], zeros: [], groupStarts: [], required: [], places: new Map() };
}

function parseSegment(line: string): SegmentRule {
  const match = /^(\w+) ([RSN]) (\*|\d+) (.*?): ?(.*)$/.exec(line);
  if (!match) throw new SyntaxError(`guide: not a segment: ${line}`);
  const [, id = '', usage = 'S', max = '1', name = '', rest = ''] = match;
  const elements = elementRulesOf(id);
  for (const word of elementWords(rest)) applyElement(elements, word, id);
  for (const element of elements) element.lastRequired = lastRequired(element.components);
  const notes = syntaxNotesOf(id);
  const last = lastRequired(elements);
  return {
    kind: 'segment',
    id,
    usage: usage as Usage,
    max: limit(max),
    name,
    elements,
    qualifier: qualifierOf(id, elements),
    notes,
    lastRequired: last,
    proof: proofOf(elements, last, notes),
  };
}

function lastRequired(elements: readonly ElementRule[]): number {
  return elements.findLastIndex(element => element.usage === 'R') + 1;
}

/** Splits `01! 01.1!=SITUATIONAL TRIGGER 02-` at the blanks before an element number. */
function elementWords(text: string): readonly string[] {
  return text === '' ? [] : text.split(/ (?=\d\d(?:[.!x=-]|\.\.|$| ))/);
}

function applyElement(elements: ElementRule[], word: string, segment: string): void {
  const match = /^(\d\d)(?:\.\.(\d\d)|\.(\d+))?([!-])?(?:x(\d+))?(?:=(.*))?$/.exec(word);
  if (!match) throw new SyntaxError(`guide: not an element of ${segment}: ${word}`);
  const [, first = '', last, part, mark, repeats, codes] = match;
  for (let index = Number(first); index <= Number(last ?? first); index += 1) {
    const whole = elements[index - 1];
    if (!whole) {
      if (mark === '-') continue;
      throw new SyntaxError(`guide: ${segment} has no element ${index}`);
    }
    const rule = part === undefined ? whole : whole.components[Number(part) - 1];
    if (!rule) throw new SyntaxError(`guide: ${segment} has no component ${word}`);
    if (mark !== undefined) rule.usage = mark === '!' ? 'R' : 'N';
    if (repeats !== undefined) rule.repeats = Number(repeats);
    if (codes !== undefined) rule.codes = new Set(codes.split('/'));
  }
}

/** What tells two uses of a segment apart, if its codes are listed. */
function qualifierOf(id: string, elements: readonly ElementRule[]): Qualifier | undefined {
  const element = qualifyingElement(id);
  const rule = elements[element - 1];
  const inner = rule?.components[0]?.codes;
  // the service types of one EQ do not tell it from another
  const codes = inner ?? (rule?.repeats === 1 ? rule.codes : undefined);
  return (
    codes && {
      element,
      component: inner !== undefined,
      codes,
      keys: new Set([...codes].map(keyOf).filter(key => key >= 0)),
    }
  );
}

/** Numbers this loop and all inside it, and fills the tables by which the walker finds its way. */
function compile(loop: LoopRule, loops: LoopRule[]): void {
  loop.number = loops.length;
  loops.push(loop);
  groupSlots(loop);
  loop.slots.forEach((slot, index) => {
    if (slot.usage === 'R') loop.required.push(index);
    const starts = slot.kind === 'loop' ? slot.slots[0] : slot;
    if (starts?.kind === 'segment') {
      const place = { slot: index, starts, loose: slot.kind === 'segment' || slot.slots.length > 1 };
      loop.places.set(starts.id, [...(loop.places.get(starts.id) ?? []), place]);
    }
    if (slot.kind === 'loop') compile(slot, loops);
  });
}

/**
 * Slots that may come in any order share a group: uses of one segment side by side, and situational loops that start alike
 * and share a number (2310A, 2310B …).
 */
function groupSlots(loop: LoopRule): void {
  let group = -1;
  let start = 0;
  let key = '';
  loop.slots.forEach((slot, index) => {
    const first = slot.kind === 'loop' ? slot.slots[0] : undefined;
    const next =
      slot.kind === 'segment'
        ? slot.id
        : slot.usage === 'S' && first?.kind === 'segment' && first.id === 'NM1'
          ? `[${slot.id.replace(/[A-Z]+$/, '')}`
          : `[${slot.id}]`;
    if (next !== key) {
      group += 1;
      start = index;
    }
    key = next;
    loop.groups.push(group);
    loop.groupStarts.push(start);
    loop.zeros.push(0);
  });
}

function limit(text: string): number {
  return text === '*' ? Number.POSITIVE_INFINITY : Number(text);
}
