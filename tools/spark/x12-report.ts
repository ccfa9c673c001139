import type { Finding, ValidationReport } from '@spark-den/x12';
import type { CommandIo } from '../spark.ts';

/** What `x12 validate --json` prints for a file; fields may be added, none renamed. */
export interface FileReport {
  readonly file: string;
  readonly ok: boolean;
  readonly level: string;
  readonly errors: readonly ReportedFinding[];
  readonly transactions: readonly {
    readonly type: string;
    readonly version: string;
    readonly control: string;
    readonly ok: boolean;
    readonly policy: string;
    readonly errors: readonly ReportedFinding[];
  }[];
}

interface ReportedFinding {
  readonly code: string;
  readonly severity: string;
  readonly level: string;
  readonly message: string;
  readonly loop: string;
  readonly segment: string;
  readonly position: number;
  readonly element: number | null;
  readonly component: number | null;
  readonly offset: number;
  readonly value: string | null;
  readonly expected: string | null;
  readonly ack: Finding['ack'];
}

/** The same of a file that could not be read. */
export function unreadable(file: string, level: string, message: string): FileReport {
  const nowhere = { loop: '', segment: '', position: 0, element: null, component: null, offset: 0 };
  const finding = { code: 'file.unreadable', severity: 'error', level: 'envelope', message, ...nowhere };
  const errors = [{ ...finding, value: null, expected: null, ack: {} }];
  return { file, ok: false, level, errors, transactions: [] };
}

/** Errors and warnings together, in the order of the file; `ok` counts errors alone. */
export function fileReport(file: string, report: ValidationReport): FileReport {
  return {
    file,
    ok: report.ok,
    level: report.level,
    errors: reported(report.errors, report.warnings),
    transactions: report.transactions.map(({ type, version, control, ok, policy, errors, warnings }) => ({
      type,
      version,
      control,
      ok,
      policy,
      errors: reported(errors, warnings),
    })),
  };
}

function reported(errors: readonly Finding[], warnings: readonly Finding[]): ReportedFinding[] {
  return [...errors, ...warnings]
    .sort((a, b) => a.offset - b.offset)
    .map(({ element, component, value, expected, ...rest }) => ({
      ...rest,
      element: element ?? null,
      component: component ?? null,
      value: value ?? null,
      expected: expected ?? null,
    }));
}

/** The same for people. */
export function printReport(report: FileReport, io: CommandIo): void {
  io.stdout.write(`${report.file}: ${report.ok ? 'fine' : 'not fine'} (${report.level})\n`);
  for (const finding of report.errors) io.stdout.write(line(finding));
  for (const transaction of report.transactions) {
    const how = transaction.policy === 'guide' ? '' : ', judged on envelope, counts, HL and totals only';
    io.stdout.write(
      `  ${transaction.type} ${transaction.version} ${transaction.control}: ${transaction.ok ? 'fine' : 'not fine'}${how}\n`,
    );
    for (const finding of transaction.errors) io.stdout.write(line(finding));
  }
}

function line(finding: ReportedFinding): string {
  const place = `${finding.segment}${finding.element === null ? '' : String(finding.element).padStart(2, '0')}`;
  const loop = finding.loop === '' ? '' : ` in ${finding.loop}`;
  return `    ${finding.severity} ${finding.code} at segment ${finding.position}, byte ${finding.offset} (${place}${loop}): ${finding.message}${expectation(finding)}\n`;
}

/** So much fits on a line. */
const LONGEST_EXPECTATION = 60;
/** A syntax note, which the message says in words. */
const NOTE = /^[PRECL](\d\d)+$/;

/** What would be right, where the sentence has not said it. */
function expectation({ expected, message }: ReportedFinding): string {
  if (expected === null || expected.length > LONGEST_EXPECTATION) return '';
  const isSaid = expected === 'nothing' || message.includes(expected) || NOTE.test(expected);
  return isSaid ? '' : ` Expected: ${expected}.`;
}
