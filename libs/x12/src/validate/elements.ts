import type { ElementRule, SegmentRule } from '../guides/rules.ts';
import { hasControlCharacter } from '../segments/delimiters.ts';
import type { Segment } from '../segments/segment.ts';
import { isDate, isTime } from './dates.ts';
import type { Collector, Remark } from './collector.ts';
import { QuickProof } from './quick-proof.ts';
import { isBroken, noteRemark } from './syntax-notes.ts';

/** Judges every element of one segment after another against its rule; one instance serves a whole transaction. */
export class ElementChecker {
  readonly #collector: Collector;
  #segment!: Segment;
  #rule!: SegmentRule;
  #position = 0;
  #loop = '';
  readonly #proof = new QuickProof();

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  check(segment: Segment, position: number, rule: SegmentRule, loop: string): void {
    if (!this.#proof.holds(segment, rule.proof)) this.#lookCloser(segment, position, rule, loop);
  }

  #lookCloser(segment: Segment, position: number, rule: SegmentRule, loop: string): void {
    this.#segment = segment;
    this.#rule = rule;
    this.#position = position;
    this.#loop = loop;
    const { elements } = segment;
    const last = elements.length - 1;
    if (last === 0 && rule.lastRequired === 0) {
      this.#add(empty(rule));
      return;
    }
    // all that is too much is one fault: a file whose terminators are lost has a hundred thousand elements in a segment
    const extra = elements.findIndex((text, index) => index > rule.elements.length && text !== '');
    const count = extra > 0 ? extra : Math.max(Math.min(last, rule.elements.length), rule.lastRequired);
    let given = 0;
    for (let index = 1; index <= count; index += 1) {
      const text = index > last ? '' : (elements[index] as string);
      if (text !== '' && index < 32) given |= 1 << index;
      this.#checkElement(index, text);
    }
    if (last > 0 && elements[last] === '') this.#add(trailing(rule.id, last));
    for (const note of rule.notes) if (isBroken(note, given)) this.#add(noteRemark(note, segment));
  }

  #checkElement(index: number, text: string): void {
    const rule = this.#rule.elements[index - 1];
    if (!rule) {
      if (text !== '') this.#add(tooMany(this.#rule, index, text));
    } else if (text === '') {
      if (rule.usage === 'R') this.#add(missing(this.#rule, index));
    } else if (rule.usage === 'N') {
      this.#add(notUsed(this.#rule, index, text));
    } else this.#checkRepetitions(index, text, rule);
  }

  #checkRepetitions(index: number, text: string, rule: ElementRule): void {
    const { repetition, component } = this.#segment.delimiters;
    const composite = rule.components.length > 0;
    if (repetition === '' || (composite && repetition === component) || !text.includes(repetition)) {
      this.#checkOne(index, text, rule, composite, component);
      return;
    }
    const parts = text.split(repetition);
    if (parts.length > rule.repeats) {
      this.#add({
        code: 'element.repeats',
        message: `${this.#rule.id}${two(index)} repeats ${parts.length} times; ${rule.repeats} allowed.`,
        element: index,
        value: text,
        expected: `at most ${rule.repeats}`,
        ack: { ik3: '8', ik4: '12' },
      });
      return;
    }
    for (const part of parts) this.#checkOne(index, part, rule, composite, component);
  }

  #checkOne(index: number, text: string, rule: ElementRule, composite: boolean, separator: string): void {
    if (composite) this.#checkComposite(text, separator, index, rule);
    else if (separator !== '' && text.includes(separator)) {
      this.#add({
        code: 'element.components',
        message: `${this.#rule.id}${two(index)} is a simple element but holds components.`,
        element: index,
        value: text,
        ack: { ik3: '8', ik4: '13' },
      });
    } else this.#checkSimple(text, rule, index);
  }

  #checkComposite(text: string, separator: string, index: number, composite: ElementRule): void {
    const parts = separator === '' ? [text] : text.split(separator);
    const extra = parts.findIndex((part, at) => at >= composite.components.length && part !== '');
    const count = extra >= 0 ? extra + 1 : composite.components.length;
    for (let at = 1; at <= count; at += 1) {
      const part = parts[at - 1] ?? '';
      const rule = composite.components[at - 1];
      if (!rule) {
        if (part !== '') {
          this.#add({ ...tooMany(this.#rule, index, part), component: at, ack: { ik3: '8', ik4: '13' } });
        }
      } else if (part === '') {
        if (rule.usage === 'R') this.#add({ ...missing(this.#rule, index, at), component: at });
      } else if (rule.usage === 'N') {
        this.#add({ ...notUsed(this.#rule, index, part), component: at });
      } else this.#checkSimple(part, rule, index, at);
    }
  }

  #checkSimple(text: string, rule: ElementRule, index: number, part?: number): void {
    const problem =
      typeProblem(text, rule) ??
      lengthProblem(text, rule) ??
      codeProblem(text, rule) ??
      (rule.dataElement === '1251' ? periodProblem(text, this.#formatBefore(index, part)) : undefined);
    if (!problem) return;
    const name = `${this.#rule.id}${two(index)}${part === undefined ? '' : `-${part}`}`;
    this.#add({
      code: problem.code,
      message: `${name} ${problem.says}.`,
      element: index,
      component: part,
      value: text,
      expected: problem.expected,
      ack: { ik3: '8', ik4: problem.ik4 },
    });
  }

  /** The format qualifier that stands before a date or period. */
  #formatBefore(index: number, part: number | undefined): string {
    const { elements, delimiters } = this.#segment;
    if (part === undefined) return elements[index - 1] ?? '';
    return elements[index]?.split(delimiters.component)[part - 2] ?? '';
  }

  #add(remark: Remark): void {
    this.#collector.add(this.#segment, this.#position, { loop: this.#loop, ...remark });
  }
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
function periodProblem(text: string, format: string): Problem | undefined {
  const check = FORMATS[format];
  if (!check || check(text)) return undefined;
  return { code: 'element.date', says: `is no date in the format ${format}`, expected: format, ik4: '8' };
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

function empty(rule: SegmentRule): Remark {
  return { code: 'segment.empty', message: `${rule.id} stands without any data.`, ack: { ik3: '8' } };
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

/** Separators after the last data: the standard wants them left out, and other readers stumble over them. */
export function trailing(id: string, index: number): Remark {
  return {
    code: 'element.trailing',
    message: `${id} ends with an element separator.`,
    element: index,
    expected: 'no separator after the last data',
    ack: { ik3: '8', ik4: '3' },
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
