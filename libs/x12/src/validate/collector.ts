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

const NOTHING: Gathered = { errors: [], warnings: [] };

/** Gathers the findings of one transaction or envelope after another. */
export class Collector {
  #findings: Finding[] = [];

  /** @param position segment number from ST, or from ISA in the envelope */
  add(segment: Segment, position: number, remark: Remark): void {
    const { level = 'guide', severity = 'error', loop = '', ack = {}, ...rest } = remark;
    const offset = remark.element === undefined ? segment.offset : elementOffset(segment, remark.element);
    this.#findings.push({ ...rest, level, severity, loop, segment: segment.id, position, offset, ack });
  }

  /** About a segment that should stand before `next` and is not there. */
  addMissing(id: string, next: Segment, position: number, remark: Remark): Finding {
    const { level = 'guide', severity = 'error', loop = '', ack = {}, ...rest } = remark;
    const finding = { ...rest, level, severity, loop, segment: id, position, offset: next.offset, ack };
    this.#findings.push(finding);
    return finding;
  }

  /** Takes back what turned out otherwise. */
  takeBack(finding: Finding): void {
    const at = this.#findings.lastIndexOf(finding);
    if (at >= 0) this.#findings.splice(at, 1);
  }

  addAsIs(finding: Finding): void {
    this.#findings.push(finding);
  }

  /** What was found since the last time, in the order of the file. */
  drain(): Gathered {
    if (this.#findings.length === 0) return NOTHING;
    const findings = this.#findings.sort((a, b) => a.offset - b.offset);
    this.#findings = [];
    return {
      errors: findings.filter(({ severity }) => severity === 'error'),
      warnings: findings.filter(({ severity }) => severity === 'warning'),
    };
  }
}
