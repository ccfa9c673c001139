import type { GuideRule } from '../guides/rules.ts';
import { guideFor, transactionName } from '../guides/guides.ts';
import {
  TransactionReader,
  type Group,
  type Interchange,
  type InterchangeFile,
  type PlacedTransaction,
  type TransactionSegments,
} from '../interchange-file.ts';
import type { ReadProblem } from '../segments/reader.ts';
import { element } from '../segments/segment.ts';
import { checkRemittanceBalance } from './balance-835.ts';
import { checkClaims, checkClaimTotals } from './balance-837.ts';
import { checkCodes } from './codes.ts';
import { tallyClaims } from './claim-tallies.ts';
import { Collector } from './collector.ts';
import { ControlNumbers } from './control-numbers.ts';
import { ElementChecker } from './elements.ts';
import { checkInterchange, checkReading, checkTransactionEnvelope } from './envelope.ts';
import {
  LEVELS,
  type Finding,
  type Level,
  type TransactionReport,
  type ValidateOptions,
  type ValidationReport,
} from './finding.ts';
import { checkHierarchy } from './hierarchy.ts';
import { checkProduct } from './product.ts';
import { checkSituations } from './situational.ts';
import { GuideWalker } from './walker.ts';

type Input = string | Uint8Array;

/**
 * Judges a file at a level and returns all findings. Never throws on the content of the file.
 * @example validate(text).transactions[0]?.errors
 */
export function validate(input: Input | InterchangeFile, options: ValidateOptions = {}): ValidationReport {
  const judge = new FileJudge(options);
  if (typeof input === 'string' || input instanceof Uint8Array) {
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
    for (let at = 0; at < bytes.length; at += PIECE) judge.push(bytes.subarray(at, at + PIECE));
    return judge.end();
  }
  for (const interchange of input.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) judge.transaction({ transaction, group, interchange });
    }
    judge.interchange(interchange);
  }
  return judge.report(input.problems);
}

/**
 * The same for a file of any size, as its bytes come: no more than one transaction is held.
 * @param each told of every transaction when it was judged; given, the answer's `transactions` is empty
 * @example await validateStream(createReadStream(path), {}, ({ report }) => console.log(report.errors));
 */
export async function validateStream(
  chunks: AsyncIterable<Input> | Iterable<Input>,
  options: ValidateOptions = {},
  each?: (judged: JudgedTransaction) => void,
): Promise<ValidationReport> {
  const judge = new FileJudge(options, each);
  for await (const chunk of chunks) judge.push(chunk);
  return judge.end();
}

export interface JudgedTransaction extends PlacedTransaction {
  readonly report: TransactionReport;
}

/** Of a file in memory so much at a time, so that segments that were judged can be let go. */
const PIECE = 65_536;

/** Judges transactions and interchanges one after another. */
class FileJudge {
  readonly #options: ValidateOptions;
  readonly #level: Level;
  readonly #each: ((judged: JudgedTransaction) => void) | undefined;
  readonly #reader = new TransactionReader(this);
  readonly #envelope = new Collector();
  readonly #reports: TransactionReport[] = [];
  #ok = true;
  #group: Group | undefined;
  #earlier = new ControlNumbers();
  #last: Interchange | undefined;

  constructor(options: ValidateOptions, each?: (judged: JudgedTransaction) => void) {
    this.#options = options;
    this.#level = options.level ?? 'guide';
    this.#each = each;
  }

  push(chunk: Input): void {
    this.#reader.push(chunk);
  }

  transaction(placed: PlacedTransaction): void {
    const { transaction, group, interchange } = placed;
    if (group !== this.#group) this.#earlier = new ControlNumbers();
    this.#group = group;
    const judged = checkTransaction(transaction, {
      earlier: this.#earlier,
      level: this.#level,
      options: this.#options,
      group,
    });
    this.#earlier.add(transaction.control);
    const report = { ...judged, interchangeControl: interchange.control, groupControl: group.control };
    this.#ok &&= report.ok;
    if (this.#each) this.#each({ ...placed, report });
    else this.#reports.push(report);
  }

  interchange(interchange: Interchange): void {
    checkInterchange(interchange, this.#envelope);
    this.#last = interchange;
  }

  end(): ValidationReport {
    return this.report(this.#reader.end().problems);
  }

  report(problems: readonly ReadProblem[]): ValidationReport {
    checkReading(problems, this.#last, this.#envelope);
    const findings = inOrder(this.#envelope.findings);
    const errors = ofSeverity(findings, 'error');
    return {
      ok: this.#ok && errors.length === 0,
      level: this.#level,
      errors,
      warnings: ofSeverity(findings, 'warning'),
      transactions: this.#reports,
    };
  }
}

interface Scope {
  readonly earlier: ControlNumbers;
  readonly level: Level;
  readonly options: ValidateOptions;
  readonly group: Group;
}

function checkTransaction(
  transaction: TransactionSegments,
  scope: Scope,
): Omit<TransactionReport, 'interchangeControl' | 'groupControl'> {
  const collector = new Collector();
  const { set, version, control } = transaction;
  const guide = guideFor(set, version);
  const depth = LEVELS.indexOf(scope.level);
  checkTransactionEnvelope(transaction, scope.earlier, collector);
  checkHierarchy(transaction, collector);
  if (depth >= 1) {
    if (guide) checkGuide(transaction, guide, scope.group, collector);
    if (set === '835') checkRemittanceBalance(transaction, collector);
    if (set === '837') {
      const claims = tallyClaims(transaction);
      checkClaimTotals(claims, collector);
      if (guide) checkClaims(claims, collector);
    }
  }
  if (depth >= 2 && guide) checkSituations(transaction, guide, collector);
  if (depth >= 3 && guide) checkCodes(transaction, scope.options.codes, collector);
  if (depth >= 4) checkProduct(transaction, guide, scope.group, collector);
  const findings = inOrder(collector.findings);
  const errors = ofSeverity(findings, 'error');
  return {
    type: transactionName(set, version),
    version,
    control,
    ok: errors.length === 0,
    errors,
    warnings: ofSeverity(findings, 'warning'),
    policy: guide ? 'guide' : 'sibling-envelope',
  };
}

function checkGuide(
  transaction: TransactionSegments,
  guide: GuideRule,
  group: Group,
  collector: Collector,
): void {
  const { segments } = transaction;
  const walker = new GuideWalker(guide, collector);
  const checker = new ElementChecker(collector);
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last) return;
  segments.forEach((segment, index) => {
    if (index === 0 || (segment === last && segment.id === 'SE')) return;
    const { rule, loop } = walker.place(segment, index + 1);
    if (rule) checker.check(segment, index + 1, rule, loop);
  });
  walker.end(last, segments.length);
  if (group.header && group.functionalId !== guide.functionalId) {
    collector.add(first, 1, {
      code: 'gs.functional-id',
      message: `GS01 is ${group.functionalId}; a ${guide.name} travels under ${guide.functionalId}.`,
      element: 1,
      value: group.functionalId,
      expected: guide.functionalId,
      severity: 'warning',
      ack: { ak9: '6' },
    });
  }
  if (transaction.set === '835' && element(first, 3) !== '') {
    collector.add(first, 1, {
      code: 'st.not-used',
      message: 'ST03 is not used in an 835.',
      element: 3,
      value: element(first, 3),
      expected: 'nothing',
      ack: { ik5: 'I6' },
    });
  }
  if (transaction.set !== '835' && group.header && transaction.version !== group.version) {
    collector.add(first, 1, {
      code: 'st.version',
      message: `ST03 ${transaction.version} differs from GS08 ${group.version}.`,
      element: 3,
      value: transaction.version,
      expected: group.version,
      severity: 'warning',
      ack: { ik5: 'I6' },
    });
  }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.length < 2 ? findings : [...findings].sort((a, b) => a.offset - b.offset);
}

function ofSeverity(findings: readonly Finding[], severity: Finding['severity']): readonly Finding[] {
  return findings.filter(finding => finding.severity === severity);
}
