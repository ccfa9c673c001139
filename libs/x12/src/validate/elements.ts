import { isLocalDate } from '@spark-den/kernel';
import type { ElementRule, SegmentRule, SyntaxNote } from '../guides/rules.ts';
import { hasControlCharacter } from '../segments/delimiters.ts';
import type { Segment } from '../segments/segment.ts';
import type { Collector, Remark } from './collector.ts';

/** Judges every element of a segment against its rule. */
export function checkElements(
  segment: Segment,
  position: number,
  rule: SegmentRule,
  loop: string,
  collector: Collector,
): void {
  const { elements } = segment;
  const count = Math.max(elements.length - 1, rule.elements.length);
  const add = (remark: Remark) => collector.add(segment, position, { loop, ...remark });
  for (let index = 1; index <= count; index += 1) {
    const text = elements[index] ?? '';
    const elementRule = rule.elements[index - 1];
    if (!elementRule) {
      if (text !== '') add(tooMany(rule, index, text));
    } else if (text === '') {
      if (elementRule.usage === 'R') add(missing(rule, index));
    } else if (elementRule.usage === 'N') {
      add(notUsed(rule, index, text));
    } else {
      checkRepetitions(segment, index, text, elementRule, rule, add);
    }
  }
  for (const note of rule.notes) checkNote(segment, note, add);
}

function checkRepetitions(
  segment: Segment,
  index: number,
  text: string,
  elementRule: ElementRule,
  rule: SegmentRule,
  add: (remark: Remark) => void,
): void {
  const { repetition, component } = segment.delimiters;
  const composite = elementRule.components.length > 0 && repetition === component;
  const parts =
    repetition !== '' && !composite && text.includes(repetition) ? text.split(repetition) : undefined;
  if (parts && parts.length > elementRule.repeats) {
    add({
      code: 'element.repeats',
      message: `${rule.id}${two(index)} repeats ${parts.length} times; ${elementRule.repeats} allowed.`,
      element: index,
      value: text,
      expected: `at most ${elementRule.repeats}`,
      ack: { ik3: '8', ik4: '12' },
    });
    return;
  }
  for (const part of parts ?? [text]) {
    if (elementRule.components.length > 0)
      checkComposite(part, component, index, elementRule, segment, rule, add);
    else if (component !== '' && part.includes(component)) {
      add({
        code: 'element.components',
        message: `${rule.id}${two(index)} is a simple element but holds components.`,
        element: index,
        value: part,
        ack: { ik3: '8', ik4: '13' },
      });
    } else checkSimple(part, elementRule, { segment, index, rule, add });
  }
}

function checkComposite(
  text: string,
  separator: string,
  index: number,
  composite: ElementRule,
  segment: Segment,
  rule: SegmentRule,
  add: (remark: Remark) => void,
): void {
  const parts = separator === '' ? [text] : text.split(separator);
  const count = Math.max(parts.length, composite.components.length);
  for (let at = 1; at <= count; at += 1) {
    const part = parts[at - 1] ?? '';
    const partRule = composite.components[at - 1];
    if (!partRule) {
      if (part !== '') add({ ...tooMany(rule, index, part), component: at, ack: { ik3: '8', ik4: '13' } });
    } else if (part === '') {
      if (partRule.usage === 'R') add({ ...missing(rule, index, at), component: at });
    } else if (partRule.usage === 'N') {
      add({ ...notUsed(rule, index, part), component: at });
    } else checkSimple(part, partRule, { segment, index, component: at, rule, add });
  }
}

interface Place {
  readonly segment: Segment;
  readonly index: number;
  readonly component?: number;
  readonly rule: SegmentRule;
  readonly add: (remark: Remark) => void;
}

function checkSimple(text: string, rule: ElementRule, place: Place): void {
  const problem =
    typeProblem(text, rule) ??
    lengthProblem(text, rule) ??
    codeProblem(text, rule) ??
    (rule.dataElement === '1251' ? periodProblem(text, place) : undefined);
  if (!problem) return;
  const { index, component, rule: segmentRule, add } = place;
  const name = `${segmentRule.id}${two(index)}${component === undefined ? '' : `-${component}`}`;
  add({
    code: problem.code,
    message: `${name} ${problem.says}.`,
    element: index,
    component,
    value: text,
    expected: problem.expected,
    ack: { ik3: '8', ik4: problem.ik4 },
  });
}

interface Problem {
  readonly code: string;
  readonly says: string;
  readonly expected: string;
  readonly ik4: string;
}

function typeProblem(text: string, rule: ElementRule): Problem | undefined {
  switch (rule.type) {
    case 'N':
      return /^-?\d+$/.test(text) ? undefined : notA('whole number', text);
    case 'R':
      return /^-?(?:\d+\.?\d*|\.\d+)$/.test(text) ? undefined : notA('decimal number', text);
    case 'DT':
      return isDate(text)
        ? undefined
        : { code: 'element.date', says: 'is no date', expected: 'CCYYMMDD', ik4: '8' };
    case 'TM':
      return isTime(text)
        ? undefined
        : { code: 'element.time', says: 'is no time', expected: 'HHMM', ik4: '9' };
    default:
      if (hasControlCharacter(text)) {
        return {
          code: 'element.character',
          says: 'holds a control character',
          expected: 'printable text',
          ik4: '6',
        };
      }
      return text.trim() === ''
        ? { code: 'element.blank', says: 'holds only blanks', expected: 'text, or nothing', ik4: '6' }
        : undefined;
  }
}

function notA(kind: string, text: string): Problem {
  return { code: 'element.number', says: `is no ${kind}: ${text}`, expected: kind, ik4: '6' };
}

function lengthProblem(text: string, rule: ElementRule): Problem | undefined {
  const length = rule.type === 'R' || rule.type === 'N' ? text.replace(/[-.]/g, '').length : text.length;
  if (length > rule.max) {
    return { code: 'element.long', says: 'is too long', expected: `at most ${rule.max}`, ik4: '5' };
  }
  if (length < rule.min && rule.type !== 'R') {
    return { code: 'element.short', says: 'is too short', expected: `at least ${rule.min}`, ik4: '4' };
  }
  return undefined;
}

function codeProblem(text: string, rule: ElementRule): Problem | undefined {
  if (!rule.codes || rule.codes.has(text)) return undefined;
  const expected = [...rule.codes].slice(0, 40).join(', ');
  return { code: 'element.code', says: `has a code that is not allowed: ${text}`, expected, ik4: '7' };
}

/** A date or period in the format that the element before it names. */
function periodProblem(text: string, place: Place): Problem | undefined {
  const { segment, index, component } = place;
  const before =
    component === undefined
      ? segment.elements[index - 1]
      : segment.elements[index]?.split(segment.delimiters.component)[component - 2];
  const check = FORMATS[before ?? ''];
  if (!check || check(text)) return undefined;
  return {
    code: 'element.date',
    says: `is no date in the format ${before}`,
    expected: before ?? '',
    ik4: '8',
  };
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  D8: isDate,
  RD8: text => {
    const [from = '', to = '', more] = text.split('-');
    return more === undefined && isDate(from) && isDate(to);
  },
  DT: text => /^\d{12}$/.test(text) && isDate(text.slice(0, 8)) && isTime(text.slice(8)),
  TM: isTime,
};

/** CCYYMMDD that exists, or YYMMDD of the interchange header. */
export function isDate(text: string): boolean {
  if (/^\d{6}$/.test(text)) return isLocalDate(`20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`);
  return /^\d{8}$/.test(text) && isLocalDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{1,2})?)?$/.test(text);
}

function checkNote(segment: Segment, note: SyntaxNote, add: (remark: Remark) => void): void {
  const given = note.elements.map(index => (segment.elements[index] ?? '') !== '');
  const [first = false, ...rest] = given;
  const broken = {
    P: given.some(Boolean) && !given.every(Boolean),
    R: !given.some(Boolean),
    E: given.filter(Boolean).length > 1,
    C: first && !rest.every(Boolean),
    L: first && !rest.some(Boolean),
  }[note.kind];
  if (!broken) return;
  const at = note.elements[given.indexOf(note.kind === 'E')] ?? note.elements[0] ?? 1;
  const names = note.elements.map(index => `${segment.id}${two(index)}`).join(', ');
  const says = {
    P: `${names} stand all or none.`,
    R: `One of ${names} is needed.`,
    E: `Only one of ${names} may stand.`,
    C: `${segment.id}${two(note.elements[0] ?? 1)} needs all of ${names}.`,
    L: `${segment.id}${two(note.elements[0] ?? 1)} needs one of ${names}.`,
  }[note.kind];
  add({
    code: 'element.syntax',
    message: says,
    element: at,
    expected: note.text,
    ack: { ik3: '8', ik4: note.kind === 'E' ? '10' : '2' },
  });
}

function missing(rule: SegmentRule, index: number, part?: number): Remark {
  const name = `${rule.id}${two(index)}${part === undefined ? '' : `-${part}`}`;
  return {
    code: 'element.missing',
    message: `${name} is required.`,
    element: index,
    ack: { ik3: '8', ik4: '1' },
  };
}

function notUsed(rule: SegmentRule, index: number, value: string): Remark {
  return {
    code: 'element.not-used',
    message: `${rule.id}${two(index)} is not used here.`,
    element: index,
    value,
    expected: 'nothing',
    ack: { ik3: '8', ik4: 'I10' },
  };
}

function tooMany(rule: SegmentRule, index: number, value: string): Remark {
  return {
    code: 'element.too-many',
    message: `${rule.id} has no element ${index}.`,
    element: index,
    value,
    ack: { ik3: '8', ik4: '3' },
  };
}

function two(index: number): string {
  return String(index).padStart(2, '0');
}
