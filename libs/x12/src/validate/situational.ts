import type { GuideRule } from '../guides/rules.ts';
import type { TransactionSegments } from '../held-transaction.ts';
import { treeOf, type LoopNode } from '../models/tree.ts';
import { component } from '../segments/segment.ts';
import type { Collector } from './collector.ts';
import { ANSWER_SITUATIONS } from './situations/answers.ts';
import { PLACE_SITUATIONS, SITUATIONS_ANYWHERE } from './situations/anywhere.ts';
import { CLAIM_SITUATIONS } from './situations/claim.ts';
import { LINE_SITUATIONS } from './situations/line.ts';
import { REMITTANCE_SITUATIONS } from './situations/remittance.ts';
import { textOf, type Situation } from './situations/situation.ts';
import { SUBSCRIBER_SITUATIONS } from './situations/subscriber.ts';

const CLAIMS = [...SUBSCRIBER_SITUATIONS, ...CLAIM_SITUATIONS, ...LINE_SITUATIONS, ...PLACE_SITUATIONS];

/** Rules that depend on other data of the transaction, asked of each loop with those around it. */
export function checkSituations(
  transaction: TransactionSegments,
  guide: GuideRule,
  collector: Collector,
): void {
  const rules = [...(guide.set === '837' ? CLAIMS : []), ...REMITTANCE_SITUATIONS, ...ANSWER_SITUATIONS];
  const own = rules.filter(({ guides }) => guides?.includes(guide.name) ?? true);
  const root = treeOf(transaction, guide.name, (node, within) => {
    if (!SETTLED.has(node.id)) return;
    visit(node, within, own, collector);
    node.settle();
  });
  visit(root, [], own, collector);
}

/** Loops of which those around ask no more than whether they are there: claims, and levels of the hierarchy. */
const SETTLED: ReadonlySet<string> = new Set('2000B 2000C 2000D 2000E 2000F 2100 2300'.split(' '));

function visit(
  node: LoopNode,
  within: readonly LoopNode[],
  rules: readonly Situation[],
  collector: Collector,
): void {
  if (node.settled) return;
  const path = [...within.slice(1), node].map(each => each.id).join('/');
  for (const rule of rules) if (rule.loop === node.id) report(rule, node, within, path, collector);
  for (const rule of SITUATIONS_ANYWHERE) report(rule, node, within, path, collector);
  for (let loop = node.inner; loop; loop = loop.next) visit(loop, [...within, node], rules, collector);
}

function report(
  rule: Omit<Situation, 'loop'>,
  node: LoopNode,
  within: readonly LoopNode[],
  loop: string,
  collector: Collector,
): void {
  for (const { at, element, component: part, expected, ack } of rule.ask(node, within)) {
    const value =
      element === undefined
        ? undefined
        : part === undefined
          ? textOf(at, element)
          : component(at.segment, element, part);
    collector.add(at.segment, at.position, {
      code: rule.code,
      level: 'situational',
      severity: rule.severity ?? 'error',
      message: rule.says,
      loop,
      element,
      component: part,
      value,
      expected,
      ack,
    });
  }
}
