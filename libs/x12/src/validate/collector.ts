import { elementOffset, type Segment } from '../segments/segment.ts';
import type { Finding, Level, Severity } from './finding.ts';

/** What a rule says; the collector adds the place. */
export interface Remark {
  readonly code: string;
  readonly message: string;
  readonly level?: Level;
  readonly severity?: Severity;
  readonly loop?: string;
  readonly element?: number;
  readonly component?: number;
  readonly value?: string;
  readonly expected?: string;
  readonly ack?: Finding['ack'];
}

export interface Gathered {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** So many findings are always told one by one. */
const ALWAYS = 1_000;
/** Beyond, one for so many bytes of the file, which is less memory than the bytes take. */
const BYTES_PER_FINDING = 300;

const MOST_TEXTS = 1_000;

const NOTHING: Gathered = { errors: [], warnings: [] };
const NO_ACK: Finding['ack'] = {};

interface Place {
  readonly segment: string;
  readonly position: number;
  readonly offset: number;
}

/**
 * Gathers the findings of one transaction or envelope after another. Where nearly every segment of a large file is wrong,
 * those that have no room are told as one for each kind and loop, with the place of the first and their number.
 */
export class Collector {
  #findings: Finding[] = [];
  #told = 0;
  readonly #texts = new Texts();
  readonly #crowds = new Map<string, Crowd>();
  /** The one that grew last: a fault of every segment comes one after another. */
  #crowd: Crowd | undefined;

  /** @param position segment number from ST, or from ISA in the envelope */
  add(segment: Segment, position: number, remark: Remark): void {
    if (this.#joinsCrowd(remark, segment.offset, position)) return;
    const offset = remark.element === undefined ? segment.offset : elementOffset(segment, remark.element);
    this.#tell(this.#findingOf(remark, { segment: segment.id, position, offset }));
  }

  /** About a segment that should stand before `next` and is not there. */
  addMissing(id: string, next: Segment, position: number, remark: Remark): Finding | undefined {
    if (this.#joinsCrowd(remark, next.offset, position)) return undefined;
    const finding = this.#findingOf(remark, { segment: id, position, offset: next.offset });
    this.#tell(finding);
    return finding;
  }

  /** Takes back what turned out otherwise. */
  takeBack(finding: Finding): void {
    const at = this.#findings.lastIndexOf(finding);
    if (at >= 0) this.#findings.splice(at, 1);
  }

  /** What somebody else has placed. */
  addAsIs(finding: Finding): void {
    if (!this.#joinsCrowd(finding, finding.offset, finding.position)) this.#tell(finding);
  }

  /** Without room, a finding of a kind that was told already is only counted. */
  #joinsCrowd(remark: Remark, offset: number, position: number): boolean {
    if (this.#hasRoom(offset)) return false;
    const crowd = isOfKind(this.#crowd?.first, remark) ? this.#crowd : this.#crowds.get(kindOf(remark));
    if (!crowd) return false;
    this.#crowd = crowd;
    crowd.more += 1;
    crowd.last = position;
    return true;
  }

  #tell(finding: Finding): void {
    if (this.#hasRoom(finding.offset)) {
      this.#told += 1;
      this.#findings.push(finding);
    } else this.#crowds.set(kindOf(finding), { first: finding, more: 0, last: finding.position });
  }

  #hasRoom(offset: number): boolean {
    return this.#told < ALWAYS + Math.floor(offset / BYTES_PER_FINDING);
  }

  /** What was found since the last time, in the order of the file. */
  drain(): Gathered {
    for (const { first, more, last } of this.#crowds.values()) {
      const message =
        more === 0 ? first.message : `${first.message} So it is ${more} times more, up to segment ${last}.`;
      this.#findings.push({ ...first, message });
    }
    this.#crowds.clear();
    this.#crowd = undefined;
    if (this.#findings.length === 0) return NOTHING;
    const findings = this.#findings.sort((a, b) => a.offset - b.offset);
    this.#findings = [];
    return {
      errors: findings.filter(({ severity }) => severity === 'error'),
      warnings: findings.filter(({ severity }) => severity === 'warning'),
    };
  }

  /** Field by field: the engine keeps objects that are made so in half the room that copies of a remark take. */
  #findingOf(remark: Remark, { segment, position, offset }: Place): Finding {
    return {
      code: remark.code,
      level: remark.level ?? 'guide',
      severity: remark.severity ?? 'error',
      message: this.#texts.own(remark.message),
      loop: remark.loop ?? '',
      segment,
      element: remark.element,
      component: remark.component,
      position,
      offset,
      value: remark.value && this.#texts.own(remark.value),
      expected: remark.expected,
      ack: remark.ack ?? NO_ACK,
    };
  }
}

/** Findings of one kind that are told together. */
interface Crowd {
  readonly first: Finding;
  more: number;
  last: number;
}

function kindOf({ code, loop = '', element = 0, component = 0 }: Remark): string {
  return `${code} ${loop} ${element} ${component}`;
}

function isOfKind(finding: Finding | undefined, { code, loop = '', element, component }: Remark): boolean {
  return (
    finding?.code === code &&
    finding.loop === loop &&
    finding.element === element &&
    finding.component === component
  );
}

/** Texts that are said again and again are kept once, and none keeps the page of the file that it was cut from. */
class Texts {
  readonly #known = new Map<string, string>();

  own(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const own = Array.from(text).join('');
    if (this.#known.size < MOST_TEXTS) this.#known.set(own, own);
    return own;
  }
}
