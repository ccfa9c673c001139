import { guideFor } from '../guides/guides.ts';
import { readInterchanges, type Group, type Interchange } from '../interchange-file.ts';
import {
  buildImplementationAcknowledgement,
  buildInterchangeAcknowledgement,
} from '../models/build-acknowledgements.ts';
import type {
  ImplementationAcknowledgement,
  InterchangeAcknowledgement,
} from '../models/acknowledgements.ts';
import { writeInterchange, type GroupDraft } from '../segments/interchange.ts';
import { element } from '../segments/segment.ts';
import type { WriteOptions } from '../segments/writer.ts';
import type { Finding, ValidationReport } from '../validate/finding.ts';
import { validate } from '../validate/validate.ts';
import { transactionVerdict } from './transaction-verdict.ts';

/** How answers are numbered, dated and written. */
export interface AcknowledgeOptions extends WriteOptions {
  /** ISA13 of the answer to the first interchange; the next answers count on. */
  readonly control: number;
  /** Wall clock of ISA09/10, `CCYY-MM-DDTHH:MM`. */
  readonly at: string;
  /** Answer with TA1 also where ISA14 does not ask. */
  readonly alwaysTa1?: boolean;
  /**
   * What a 999 says of the surroundings of a fault: the nearest thing that its receiver can look up, which every reader
   * takes; or all of them, and the data on which the fault depends.
   */
  readonly contexts?: 'business-unit' | 'full';
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
  const verdict = groupVerdict(group, interchange, report, options);
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

/**
 * The 999 of a group as a model.
 * @param options delimiters that it will be written with, which no bad value may hold, and how much it says of contexts
 */
export function groupVerdict(
  group: Group,
  interchange: Interchange,
  report: ValidationReport,
  options: Pick<AcknowledgeOptions, 'delimiters' | 'contexts'> = {},
): ImplementationAcknowledgement {
  const reports = report.transactions.filter(
    entry => entry.groupControl === group.control && entry.interchangeControl === interchange.control,
  );
  const transactions = group.transactions.map((transaction, index) => {
    const { control } = transaction;
    const inOrder = reports.length === group.transactions.length ? reports[index] : undefined;
    const found = inOrder?.control === control ? inOrder : reports.find(entry => entry.control === control);
    return transactionVerdict(transaction, found, options);
  });
  const accepted = transactions.filter(({ verdict }) => verdict !== 'R').length;
  const codes = groupCodes(group, report);
  const rejected = codes.length > 0 || accepted === 0;
  const included = Number(group.trailer ? element(group.trailer, 1) : transactions.length);
  return {
    functionalId: functionalIdOf(group),
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

/** GS01 as AK101 may hold it: a group that names none of these is answered by what its first transaction is. */
function functionalIdOf({ functionalId, transactions: [first] }: Group): string {
  if (/^(BE|H[BCINPRS]|RA)$/.test(functionalId) || !first) return functionalId;
  return guideFor(first.set, first.version)?.functionalId ?? functionalId;
}

function groupCodes(group: Group, report: ValidationReport): readonly string[] {
  const from = group.header?.offset ?? -1;
  const to = group.trailer ? group.trailer.offset + group.trailer.length : Number.POSITIVE_INFINITY;
  const codes = report.errors
    .filter(finding => finding.offset >= from && finding.offset <= to)
    .flatMap(finding => finding.ack.ak9 ?? []);
  return [...new Set(codes)].slice(0, 5);
}
