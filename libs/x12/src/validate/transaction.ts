import { guideFor, transactionName } from '../guides/guides.ts';
import type { GuideRule } from '../guides/rules.ts';
import { eachSegment, type TransactionSegments } from '../held-transaction.ts';
import type { Group, PlacedTransaction } from '../interchange-file.ts';
import { RemittanceBalance } from './balance-835.ts';
import { checkClaim } from './balance-837.ts';
import { ClaimTallies } from './claim-tallies.ts';
import { CodeCheck } from './codes.ts';
import { Collector } from './collector.ts';
import { ControlNumbers } from './control-numbers.ts';
import { checkTransactionEnvelope } from './envelope.ts';
import { LEVELS, type TransactionReport, type ValidateOptions } from './finding.ts';
import { GuideJudge } from './guide.ts';
import { HierarchyCheck } from './hierarchy.ts';
import { checkProduct } from './product.ts';
import type { SegmentCheck } from './segment-check.ts';
import { checkSituations } from './situational.ts';

/** Judges one transaction after another at a level. */
export class TransactionJudge {
  readonly #depth: number;
  readonly #collector = new Collector();
  readonly #guides = new GuideJudge(this.#collector);
  readonly #codes: CodeCheck;
  #group: Group | undefined;
  #earlier = new ControlNumbers();

  constructor({ level = 'guide', codes }: ValidateOptions) {
    this.#depth = LEVELS.indexOf(level);
    this.#codes = new CodeCheck(codes, this.#collector);
  }

  judge({ transaction, group, interchange }: PlacedTransaction): TransactionReport {
    const collector = this.#collector;
    const { set, version, control } = transaction;
    const guide = guideFor(set, version);
    if (group !== this.#group) this.#earlier = new ControlNumbers();
    this.#group = group;
    checkTransactionEnvelope(transaction, this.#earlier, collector);
    this.#earlier.add(control);
    const checks = this.#checksOf(transaction, group, guide);
    eachSegment(transaction, (segment, position) => {
      for (const check of checks) check.take(segment, position);
    });
    for (const check of checks) check.end();
    if (this.#depth >= 2 && guide) checkSituations(transaction, guide, collector);
    if (this.#depth >= 3 && guide) this.#codes.check(transaction);
    if (this.#depth >= 4) checkProduct(transaction, guide, group, collector);
    const { errors, warnings } = collector.drain();
    return {
      type: transactionName(set, version),
      version,
      control,
      ok: errors.length === 0,
      errors,
      warnings,
      policy: guide ? 'guide' : 'sibling-envelope',
      interchangeControl: interchange.control,
      groupControl: group.control,
    };
  }

  #checksOf(
    transaction: TransactionSegments,
    group: Group,
    guide: GuideRule | undefined,
  ): readonly SegmentCheck[] {
    const collector = this.#collector;
    const checks: SegmentCheck[] = [
      new HierarchyCheck(transactionName(transaction.set, transaction.version), collector),
    ];
    if (this.#depth === 0) return checks;
    if (guide) {
      this.#guides.begin(transaction, guide, group);
      checks.push(this.#guides);
    }
    if (transaction.set === '835') checks.push(new RemittanceBalance(collector));
    if (transaction.set === '837')
      checks.push(new ClaimTallies(claim => checkClaim(claim, guide, collector)));
    return checks;
  }
}
