import type { GuideRule } from '../guides/rules.ts';
import { guideFor, transactionName } from '../guides/guides.ts';
import {
  readInterchanges,
  transactionsOf,
  type Group,
  type InterchangeFile,
  type TransactionSegments,
} from '../interchange-file.ts';
import { element } from '../segments/segment.ts';
import { checkRemittanceBalance } from './balance-835.ts';
import { checkClaims, checkClaimTotals } from './balance-837.ts';
import { checkCodes } from './codes.ts';
import { tallyClaims } from './claim-tallies.ts';
import { Collector } from './collector.ts';
import { ElementChecker } from './elements.ts';
import { checkInterchanges, checkTransactionEnvelope } from './envelope.ts';
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

/**
 * Judges a file at a level and returns all findings. Never throws on the content of the file.
 * @example validate(text).transactions[0]?.errors
 */
export function validate(
  input: string | Uint8Array | InterchangeFile,
  options: ValidateOptions = {},
): ValidationReport {
  const level = options.level ?? 'guide';
  const file = typeof input === 'string' || input instanceof Uint8Array ? readInterchanges(input) : input;
  const envelope = new Collector();
  checkInterchanges(file, envelope);
  const seen = new Map<Group, Set<string>>();
  const transactions: TransactionReport[] = [];
  for (const { transaction, group, interchange } of transactionsOf(file)) {
    const earlier = seen.get(group) ?? new Set<string>();
    seen.set(group, earlier);
    const report = checkTransaction(transaction, { earlier, level, options, group });
    transactions.push({ ...report, interchangeControl: interchange.control, groupControl: group.control });
    earlier.add(transaction.control);
  }
  const errors = ofSeverity(envelope.findings, 'error');
  return {
    ok: errors.length === 0 && transactions.every(transaction => transaction.ok),
    level,
    errors,
    warnings: ofSeverity(envelope.findings, 'warning'),
    transactions,
  };
}

interface Scope {
  readonly earlier: ReadonlySet<string>;
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
  const findings = [...collector.findings].sort((a, b) => a.position - b.position || a.offset - b.offset);
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

function ofSeverity(findings: readonly Finding[], severity: Finding['severity']): readonly Finding[] {
  return findings.filter(finding => finding.severity === severity);
}
