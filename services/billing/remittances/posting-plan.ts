import {
  isInformation,
  isPayerOf,
  isReversal,
  planClaim,
  planReversal,
  type ClaimPaymentFacts,
  type JournalEntry,
  type OpenWith,
  type ParkReason,
  type PartyFacts,
  type PlannedLine,
  type PostedClaimPayment,
} from '@spark-den/ledger';
import { addCents, ZERO, type Cents, type LocalDate } from '@spark-den/kernel';
import { isDenial } from '../denials/denial-rules.ts';
import type { OpenRow } from '../ledger/journal-repository.ts';
import type { OverpaidShare } from '../ledger/release-shares.ts';
import type { FoundClaim } from './postable-claims.ts';

/** A claim payment on its way into the books, of this remittance or parked from an earlier one. */
export interface Incoming {
  readonly claimPaymentId: string;
  readonly remittanceId: string;
  readonly paymentDate: LocalDate;
  readonly payer: PartyFacts;
  readonly payment: ClaimPaymentFacts;
}

export type Decision = Incoming &
  (
    | { readonly state: 'information' }
    | { readonly state: 'unmatched'; readonly reason: ParkReason; readonly claim: FoundClaim | null }
    | {
        readonly state: 'posted';
        readonly claim: FoundClaim;
        readonly entry: JournalEntry | null;
        /** The id that the entry gets; `null` where nothing moves. */
        readonly entryId: string | null;
        readonly lines: readonly PlannedLine[];
        readonly reverses: PostedClaimPayment | null;
      }
  );

/** Parked reasons that another payment may mend: the missing original, or the reversal before a correction. */
const MAY_MEND = new Set<ParkReason>(['exceeds_open_balance', 'original_not_found', 'needs_review']);

/**
 * Decides claim payments one after another against the balances as they change. The order in the file does not
 * matter: reversals go first, and what was parked is tried again as long as something else could be posted.
 */
export class PostingPlan {
  readonly decisions = new Map<string, Decision>();
  /** Posted claim payments in the order in which they took effect: an original before its reversal. */
  readonly order: string[] = [];
  readonly #claimsOf: (payment: ClaimPaymentFacts) => readonly FoundClaim[];
  readonly #open = new Map<string, Cents>();
  readonly #standing: Map<string, PostedClaimPayment[]>;
  readonly #newId: () => string;

  constructor(parts: {
    readonly newId: () => string;
    readonly claimsOf: (payment: ClaimPaymentFacts) => readonly FoundClaim[];
    readonly open: readonly OpenRow[];
    /** Posted payments that may be reversed, by claim, newest first. */
    readonly standing: ReadonlyMap<string, readonly PostedClaimPayment[]>;
  }) {
    this.#newId = parts.newId;
    this.#claimsOf = parts.claimsOf;
    this.#standing = new Map([...parts.standing].map(([claimId, payments]) => [claimId, [...payments]]));
    for (const row of parts.open) {
      this.#open.set(balanceKey(row.account, row.chargeLineId, row.payerId), row.amountCents);
    }
  }

  decide(incoming: readonly Incoming[]): void {
    let waiting = [...incoming].sort((a, b) => Number(isReversal(b.payment)) - Number(isReversal(a.payment)));
    for (;;) {
      const parked: Incoming[] = [];
      for (const item of waiting) {
        const decision = this.#decideOne(item);
        this.decisions.set(item.claimPaymentId, decision);
        if (decision.state === 'unmatched' && MAY_MEND.has(decision.reason)) parked.push(item);
      }
      const progressed = parked.length < waiting.length;
      waiting = progressed ? parked : this.#settlePairs(parked);
      if (waiting.length === 0 || (!progressed && waiting.length === parked.length)) return;
    }
  }

  /**
   * A payment and its own reversal that both came late: the correction stands already, so neither fits alone.
   * Together they change nothing; both enter the books. @returns what is still parked
   */
  #settlePairs(parked: readonly Incoming[]): Incoming[] {
    const left = new Set(parked);
    for (const original of parked.filter(item => !isReversal(item.payment))) {
      const reversal = [...left].find(
        item => isReversal(item.payment) && mirrors(item.payment, original.payment),
      );
      const claim = this.#claimFor(original);
      if (!reversal || !claim) continue;
      const posted = this.#post(
        original,
        claim,
        (_, chargeLineId) =>
          claim.lines.find(line => line.chargeLineId === chargeLineId)?.chargeCents ?? ZERO,
      );
      if (posted.state !== 'posted') continue;
      this.decisions.set(original.claimPaymentId, posted);
      this.decisions.set(reversal.claimPaymentId, this.#reverse(reversal, claim));
      left.delete(original);
      left.delete(reversal);
    }
    return [...left];
  }

  /** Charges on which the patient's share fell below zero, and by how much. */
  overpaidShares(): OverpaidShare[] {
    return [...this.#open]
      .filter(([key, amount]) => key.startsWith('ar_patient|') && amount < 0)
      .map(([key, amount]) => ({ chargeLineId: key.split('|')[1] ?? '', overCents: -amount as Cents }));
  }

  #decideOne(item: Incoming): Decision {
    if (isInformation(item.payment)) return { ...item, state: 'information' };
    const claim = this.#claimFor(item);
    if (!claim) {
      const reason = item.payment.statusCode === '23' ? 'not_our_claim' : 'claim_not_found';
      return { ...item, state: 'unmatched', reason, claim: null };
    }
    return isReversal(item.payment) ? this.#reverse(item, claim) : this.#post(item, claim);
  }

  #claimFor(item: Incoming): FoundClaim | undefined {
    const found = this.#claimsOf(item.payment);
    return found.find(candidate => isPayerOf(item.payer, candidate)) ?? found[0];
  }

  #post(item: Incoming, claim: FoundClaim, openWith: OpenWith = this.#openWith): Decision {
    const plan = planClaim({ ...item, claim }, openWith, isDenial);
    if (plan.state === 'parked') return { ...item, state: 'unmatched', reason: plan.reason, claim };
    const { entry, lines } = plan;
    this.#apply(entry);
    this.order.push(item.claimPaymentId);
    const entryId = entry.lines.length > 0 ? this.#newId() : null;
    const { payerClaimNumber, chargeCents, paidCents } = item.payment;
    // From now on it may be reversed, also by what stands further down in the same file.
    this.#standing.set(claim.claimId, [
      {
        claimPaymentId: item.claimPaymentId,
        entryId,
        payerClaimNumber,
        chargeCents,
        paidCents,
        lines: entry.lines,
      },
      ...(this.#standing.get(claim.claimId) ?? []),
    ]);
    return { ...item, state: 'posted', claim, entry, entryId, lines, reverses: null };
  }

  #reverse(item: Incoming, claim: FoundClaim): Decision {
    if (!isPayerOf(item.payer, claim)) return { ...item, state: 'unmatched', reason: 'payer_differs', claim };
    const standing = this.#standing.get(claim.claimId) ?? [];
    const plan = planReversal(item, item.payment, standing, this.#openWith);
    if (plan.state === 'parked') return { ...item, state: 'unmatched', reason: plan.reason, claim };
    this.#standing.set(
      claim.claimId,
      standing.filter(payment => payment !== plan.original),
    );
    if (plan.entry) this.#apply(plan.entry);
    this.order.push(item.claimPaymentId);
    const entryId = plan.entry ? this.#newId() : null;
    return {
      ...item,
      state: 'posted',
      claim,
      entry: plan.entry,
      entryId,
      lines: [],
      reverses: plan.original,
    };
  }

  readonly #openWith = (payerId: string, chargeLineId: string): Cents =>
    this.#open.get(balanceKey('ar_insurance', chargeLineId, payerId)) ?? ZERO;

  #apply(entry: JournalEntry): void {
    for (const line of entry.lines) {
      if (line.account !== 'ar_insurance' && line.account !== 'ar_patient') continue;
      const key = balanceKey(line.account, line.chargeLineId ?? '', line.payerId ?? null);
      this.#open.set(key, addCents(this.#open.get(key) ?? ZERO, line.amountCents));
    }
  }
}

function mirrors(reversal: ClaimPaymentFacts, original: ClaimPaymentFacts): boolean {
  return (
    reversal.patientControlNumber === original.patientControlNumber &&
    reversal.paidCents === -original.paidCents &&
    reversal.chargeCents === -original.chargeCents
  );
}

function balanceKey(account: string, chargeLineId: string, payerId: string | null): string {
  return account === 'ar_patient'
    ? `${account}|${chargeLineId}|`
    : `${account}|${chargeLineId}|${payerId ?? ''}`;
}
