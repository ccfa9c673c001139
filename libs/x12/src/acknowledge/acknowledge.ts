import { guideFor } from '../guides/guides.ts';
import { readInterchanges, type Group, type Interchange } from '../interchange-file.ts';
import {
  buildImplementationAcknowledgement,
  buildInterchangeAcknowledgement,
} from '../models/build-acknowledgements.ts';
import type {
  ImplementationAcknowledgement,
  InterchangeAcknowledgement,
  SegmentError,
  TransactionAcknowledgement,
} from '../models/acknowledgements.ts';
import type { Delimiters } from '../segments/delimiters.ts';
import { hasControlCharacter, DEFAULT_DELIMITERS } from '../segments/delimiters.ts';
import { writeInterchange, type GroupDraft } from '../segments/interchange.ts';
import { element } from '../segments/segment.ts';
import type { WriteOptions } from '../segments/writer.ts';
import type { Finding, TransactionReport, ValidationReport } from '../validate/finding.ts';
import { validate } from '../validate/validate.ts';
import { dataElementOf } from './data-element.ts';

export interface AcknowledgeOptions extends WriteOptions {
  /** ISA13 of the answer to the first interchange; the next answers count on. */
  readonly control: number;
  /** Wall clock of ISA09/10, `CCYY-MM-DDTHH:MM`. */
  readonly at: string;
  /** Answer with TA1 also where ISA14 does not ask. */
  readonly alwaysTa1?: boolean;
  /** Findings, where the file was judged before. */
  readonly report?: ValidationReport;
}

/** An interchange that answers one that was received. */
export interface Answer {
  readonly kind: 'TA1' | '999';
  readonly text: string;
}

/**
 * Answers each interchange of a file: TA1 where it asks for one or is at fault, and a 999 for each group, in interchanges
 * of their own. Acknowledgements are never answered: neither a group of them, nor an interchange that holds a TA1 only.
 */
export function acknowledge(input: string | Uint8Array, options: AcknowledgeOptions): readonly Answer[] {
  const file = readInterchanges(input);
  const report = options.report ?? validate(file, { level: 'guide' });
  let control = options.control - 1;
  return file.interchanges.flatMap(interchange => {
    if (interchange.groups.length === 0 && interchange.acknowledgements.length > 0) return [];
    const ta1 = interchangeVerdict(interchange, report);
    const wantsTa1 =
      options.alwaysTa1 === true || element(interchange.header, 14) === '1' || ta1.verdict !== 'A';
    const groups = interchange.groups.filter(group => group.functionalId !== 'FA' && ta1.verdict !== 'R');
    const answers: Answer[] = [];
    if (wantsTa1) {
      control += 1;
      answers.push({ kind: 'TA1', text: write(interchange, options, control, ta1, []) });
    }
    if (groups.length > 0) {
      control += 1;
      const drafts = groups.map((group, index) =>
        groupAnswer(group, interchange, report, options, control + index),
      );
      answers.push({ kind: '999', text: write(interchange, options, control, undefined, drafts) });
    }
    return answers;
  });
}

function write(
  interchange: Interchange,
  options: AcknowledgeOptions,
  control: number,
  ta1: InterchangeAcknowledgement | undefined,
  groups: readonly GroupDraft[],
): string {
  return writeInterchange(
    {
      sender: fitting(interchange.receiver),
      receiver: fitting(interchange.sender),
      control,
      at: options.at,
      usage: interchange.usage === 'P' ? 'P' : 'T',
      acknowledgements: ta1 ? [buildInterchangeAcknowledgement(ta1)] : [],
      groups,
    },
    { ...options, forbidden: 'replace' },
  );
}

/** A broken header may hold ids that no header can carry. */
function fitting(party: Interchange['sender']): Interchange['sender'] {
  return { qualifier: party.qualifier.slice(0, 2), id: party.id.slice(0, 15) };
}

function groupAnswer(
  group: Group,
  interchange: Interchange,
  report: ValidationReport,
  options: AcknowledgeOptions,
  control: number,
): GroupDraft {
  const verdict = groupVerdict(group, interchange, report, options.delimiters ?? DEFAULT_DELIMITERS);
  return {
    functionalId: 'FA',
    sender: group.receiver || interchange.receiver.id,
    receiver: group.sender || interchange.sender.id,
    control,
    version: '005010X231A1',
    transactions: [buildImplementationAcknowledgement(verdict, '0001')],
  };
}

/** TA1 of an interchange: rejected where its envelope cannot be trusted. */
export function interchangeVerdict(
  interchange: Interchange,
  report: ValidationReport,
): InterchangeAcknowledgement {
  const within = (finding: Finding) =>
    finding.offset >= interchange.header.offset && finding.offset <= endOf(interchange);
  const broken = report.errors.find(finding => finding.ack.ta1 !== undefined && within(finding));
  const { header } = interchange;
  return {
    control: interchange.control.slice(0, 9).padStart(9, '0'),
    date: element(header, 9).slice(0, 6),
    time: element(header, 10).slice(0, 4),
    verdict: broken ? 'R' : 'A',
    note: broken?.ack.ta1 ?? '000',
  };
}

function endOf({ trailer }: Interchange): number {
  return trailer ? trailer.offset + trailer.length : Number.POSITIVE_INFINITY;
}

/** The 999 of a group as a model. */
export function groupVerdict(
  group: Group,
  interchange: Interchange,
  report: ValidationReport,
  delimiters: Delimiters = DEFAULT_DELIMITERS,
): ImplementationAcknowledgement {
  const reports = report.transactions.filter(
    entry => entry.groupControl === group.control && entry.interchangeControl === interchange.control,
  );
  const transactions = group.transactions.map((transaction, index) => {
    const found = reports.find(
      (entry, at) =>
        entry.control === transaction.control &&
        (at === index || reports.length !== group.transactions.length),
    );
    return transactionVerdict(transaction, found, delimiters);
  });
  const accepted = transactions.filter(({ verdict }) => verdict !== 'R').length;
  const codes = groupCodes(group, report);
  const rejected = codes.length > 0 || accepted === 0;
  const included = Number(group.trailer ? element(group.trailer, 1) : transactions.length);
  return {
    functionalId: group.functionalId,
    groupControl: group.control,
    groupVersion: group.version,
    transactions,
    verdict: rejected ? 'R' : accepted < transactions.length ? 'P' : 'A',
    included: Number.isInteger(included) ? included : transactions.length,
    received: transactions.length,
    accepted: rejected ? 0 : accepted,
    codes,
  };
}

function groupCodes(group: Group, report: ValidationReport): readonly string[] {
  const from = group.header?.offset ?? -1;
  const to = group.trailer ? group.trailer.offset + group.trailer.length : Number.POSITIVE_INFINITY;
  const codes = report.errors
    .filter(finding => finding.offset >= from && finding.offset <= to)
    .flatMap(finding => finding.ack.ak9 ?? []);
  return [...new Set(codes)].slice(0, 5);
}

function transactionVerdict(
  transaction: Group['transactions'][number],
  report: TransactionReport | undefined,
  delimiters: Delimiters,
): TransactionAcknowledgement {
  const errors = report?.errors ?? [];
  const codes = [...new Set(errors.flatMap(finding => finding.ack.ik5 ?? []))];
  const segments = segmentErrors(
    errors.filter(finding => finding.ack.ik3 !== undefined),
    transaction,
    delimiters,
  );
  const all = segments.length > 0 ? [...codes, '5'] : codes;
  return {
    set: transaction.set,
    control: transaction.control,
    version: guideFor(transaction.set, transaction.version) ? transaction.version : undefined,
    verdict: errors.length > 0 ? 'R' : 'A',
    codes: errors.length > 0 ? all.slice(0, 5) : [],
    errors: segments,
  };
}

/** One IK3 for each segment and kind of fault, its element faults under it as IK4. */
function segmentErrors(
  findings: readonly Finding[],
  transaction: Group['transactions'][number],
  delimiters: Delimiters,
): readonly SegmentError[] {
  const errors = new Map<string, { -readonly [K in keyof SegmentError]: SegmentError[K] }>();
  for (const finding of findings) {
    const key = `${finding.position} ${finding.segment} ${finding.ack.ik3}`;
    const known = errors.get(key) ?? {
      segment: segmentId(finding.segment),
      position: finding.position,
      // element 447 holds four characters: 2010AA goes as 2010
      loop: finding.loop.split('/').at(-1)?.slice(0, 4) || undefined,
      code: finding.ack.ik3 ?? '8',
      businessUnit: businessUnit(transaction, finding.position),
      elements: [],
    };
    if (finding.element !== undefined && finding.ack.ik4 !== undefined) {
      known.elements = [
        ...known.elements,
        {
          element: finding.element,
          component: finding.component,
          dataElement: dataElementOf(finding.segment, finding.element, finding.component),
          code: finding.ack.ik4,
          badValue: safeValue(finding.value, delimiters),
        },
      ];
    }
    errors.set(key, known);
  }
  return [...errors.values()];
}

/** IK301 holds two or three characters, whatever stood in the file. */
function segmentId(id: string): string {
  return /^[A-Z0-9]{2,3}$/.test(id)
    ? id
    : id
        .replace(/[^A-Z0-9]/g, '')
        .slice(0, 3)
        .padEnd(2, 'X');
}

/** The claim that a position belongs to, by its CLM01; what an 837's receiver can look up. */
function businessUnit(
  transaction: Group['transactions'][number],
  position: number,
): SegmentError['businessUnit'] {
  for (let index = Math.min(position, transaction.segments.length) - 1; index >= 0; index -= 1) {
    const segment = transaction.segments[index];
    if (segment?.id === 'CLM') {
      const value = element(segment, 1);
      return value === '' ? undefined : { name: 'CLM01', value };
    }
    if (segment?.id === 'HL') return undefined;
  }
  return undefined;
}

/** A bad value is copied only where it holds nothing that would break our own answer. */
function safeValue(value: string | undefined, delimiters: Delimiters): string | undefined {
  if (!value || hasControlCharacter(value)) return undefined;
  const special = Object.values(delimiters).filter(character => character !== '');
  return special.some(character => value.includes(character))
    ? undefined
    : value.slice(0, 99).trim() || undefined;
}
