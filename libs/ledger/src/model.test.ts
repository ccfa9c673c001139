import { cents, localDate, sumCents, ZERO, type Cents } from '@spark-den/kernel';
import fc from 'fast-check';
import { chargeEntry } from './charges.ts';
import { reverseEntry, type JournalEntry, type JournalLine } from './journal.ts';
import { responsibilityTransferEntry, writeOffEntry } from './open-balances.ts';
import {
  allocate,
  allocationEntry,
  receiptEntry,
  refundEntry,
  refundPaymentEntry,
  releaseEntry,
  type OpenShare,
} from './receipts.ts';
import { remittanceReceiptEntry, planClaim } from './remittance/plan-claim.ts';
import { planReversal, type PostedClaimPayment } from './remittance/plan-reversal.ts';
import { cas, claimOf, PAYER, paymentOf, reversalOf } from './remittance/fixtures.ts';
import type { AdjustmentFacts, ClaimPaymentFacts } from './remittance/types.ts';

/** A practice in miniature: random histories run through the library against plain sums kept beside it. */
const DATE = localDate('2026-03-20');
const AGREED = new Set(['45', '1', '2', '3', '23', '253']);
const isDenial = ({ reason }: AdjustmentFacts) => !AGREED.has(reason);

const command = fc.oneof(
  fc.record({ kind: fc.constant('charge' as const), amount: fc.integer({ min: 1, max: 50_000 }) }),
  fc.record({
    kind: fc.constant('remit' as const),
    pick: fc.nat(),
    contract: fc.nat(100),
    share: fc.nat(100),
    denied: fc.boolean(),
    plb: fc.integer({ min: -500, max: 500 }),
  }),
  fc.record({ kind: fc.constant('reverse' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('pay' as const), amount: fc.integer({ min: 1, max: 30_000 }) }),
  fc.record({ kind: fc.constant('refund' as const), pick: fc.nat(), part: fc.nat(100) }),
  fc.record({ kind: fc.constant('writeOff' as const), pick: fc.nat(), part: fc.nat(100) }),
  fc.record({ kind: fc.constant('transfer' as const), pick: fc.nat(), part: fc.nat(100) }),
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

class Books {
  readonly entries: (JournalEntry & { readonly entryId: string })[] = [];
  readonly claims: ReturnType<typeof claimOf>[] = [];
  readonly standing: (PostedClaimPayment & {
    readonly claimId: string;
    readonly payment: ClaimPaymentFacts;
  })[] = [];
  readonly receipts: { readonly receiptId: string; readonly amount: Cents }[] = [];
  readonly parked: Cents[] = [];
  /** The model: what came in as cash, kept without the journal. */
  cash = 0;
  billed = 0;
  #next = 0;

  id = (kind: string) => `${kind}-${(this.#next += 1)}`;

  post(entry: JournalEntry | null): string | null {
    if (!entry || entry.lines.length === 0) return null;
    const entryId = this.id('entry');
    this.entries.push({ ...entry, entryId });
    return entryId;
  }

  balance(test: (line: JournalLine) => boolean): Cents {
    return sumCents(
      this.entries.flatMap(entry => entry.lines.filter(test)),
      line => line.amountCents,
    );
  }

  openWith = (payerId: string, chargeLineId: string) =>
    this.balance(
      l => l.account === 'ar_insurance' && l.payerId === payerId && l.chargeLineId === chargeLineId,
    );

  patientShares(): OpenShare[] {
    return this.claims
      .flatMap(claim => claim.lines)
      .map(line => ({
        chargeLineId: line.chargeLineId,
        patientId: 'patient-1',
        guarantorId: 'patient-1',
        serviceDate: line.serviceDate,
        openCents: this.balance(l => l.account === 'ar_patient' && l.chargeLineId === line.chargeLineId),
      }));
  }

  credit = (receiptId: string) =>
    cents(-this.balance(l => l.account === 'unapplied_patient' && l.receiptId === receiptId));
}

function run(books: Books, step: Command): void {
  const pick = <T>(items: readonly T[], index: number) => items[index % Math.max(items.length, 1)];
  switch (step.kind) {
    case 'charge': {
      const number = books.id('claim');
      const claim = claimOf([step.amount], { claimId: number, patientControlNumber: number });
      const lines = claim.lines.map(line => ({ ...line, chargeLineId: `${number}-line` }));
      books.claims.push({ ...claim, lines });
      books.billed += step.amount;
      const facts = { ...claim, claimId: number, serviceDate: DATE, amountCents: cents(step.amount) };
      books.post(chargeEntry({ ...facts, chargeLineId: `${number}-line` }));
      return;
    }
    case 'remit': {
      const claim = pick(books.claims, step.pick);
      if (!claim) return;
      const contract = Math.floor((claim.chargeCents * step.contract) / 200);
      const share = Math.floor((claim.chargeCents * step.share) / 200);
      const rest = step.denied ? [cas('CO', '197', claim.chargeCents - contract - share)] : [];
      const payment = paymentOf(claim, [[cas('CO', '45', contract), cas('PR', '2', share), ...rest]]);
      remit(books, claim, payment, step.plb);
      return;
    }
    case 'reverse': {
      const original = pick(books.standing, step.pick);
      const claim = books.claims.find(({ claimId }) => claimId === original?.claimId);
      if (original && claim) remit(books, claim, reversalOf(original.payment), 0);
      return;
    }
    case 'pay': {
      const receipt = { receiptId: books.id('receipt'), amount: cents(step.amount) };
      const facts = { ...receipt, patientId: 'patient-1', guarantorId: 'patient-1', tender: 'cash' as const };
      books.receipts.push(receipt);
      books.cash += step.amount;
      books.post(receiptEntry({ ...facts, amountCents: receipt.amount, receivedOn: DATE }));
      books.post(allocationEntry(facts, allocate(receipt.amount, books.patientShares()), DATE));
      return;
    }
    case 'refund': {
      const receipt = pick(books.receipts, step.pick);
      const amountCents = cents(
        receipt ? Math.floor((books.credit(receipt.receiptId) * step.part) / 100) : 0,
      );
      if (!receipt || amountCents === 0) return;
      const facts = { ...receipt, patientId: 'patient-1', guarantorId: 'patient-1', tender: 'cash' as const };
      const refund = { refundId: books.id('refund'), receipt: facts, amountCents };
      books.post(refundEntry(refund, DATE));
      books.post(refundPaymentEntry(refund, DATE));
      books.cash -= amountCents;
      return;
    }
    case 'writeOff':
    case 'transfer': {
      const claim = pick(books.claims, step.pick);
      const line = claim?.lines[0];
      if (!claim || !line) return;
      const open = books.openWith(claim.payerId, line.chargeLineId);
      const amountCents = cents(Math.floor((open * step.part) / 100));
      const balance = {
        account: 'ar_insurance' as const,
        payerId: claim.payerId,
        chargeLineId: line.chargeLineId,
        patientId: 'patient-1',
      };
      const id = books.id(step.kind);
      books.post(
        step.kind === 'writeOff'
          ? writeOffEntry(id, balance, 'administrative', amountCents, DATE)
          : responsibilityTransferEntry(id, balance, null, amountCents, DATE),
      );
    }
  }
}

/** A remittance of one claim: money first, then the claim, or the claim waits. */
function remit(
  books: Books,
  claim: ReturnType<typeof claimOf>,
  payment: ClaimPaymentFacts,
  plb: number,
): void {
  const remittanceId = books.id('remittance');
  const claimPaymentId = books.id('payment');
  const cashCents = cents(payment.paidCents - plb);
  books.cash += cashCents;
  books.post(
    remittanceReceiptEntry({
      remittanceId,
      paymentDate: DATE,
      payerId: null,
      cashCents,
      claimsCents: payment.paidCents,
      providerAdjustments: [{ reason: 'CS', amountCents: cents(plb) }],
    }),
  );
  if (payment.statusCode === '22') {
    const mine = books.standing.filter(item => item.claimId === claim.claimId);
    const plan = planReversal(
      { claimPaymentId, paymentDate: DATE, remittanceId },
      payment,
      mine,
      books.openWith,
    );
    if (plan.state === 'parked') {
      books.parked.push(payment.paidCents);
      return;
    }
    books.post(plan.entry);
    books.standing.splice(books.standing.indexOf(plan.original as (typeof books.standing)[number]), 1);
    release(books);
    return;
  }
  const posting = { claimPaymentId, remittanceId, paymentDate: DATE, payer: PAYER, payment, claim };
  const plan = planClaim(posting, books.openWith, isDenial);
  if (plan.state === 'parked') {
    books.parked.push(payment.paidCents);
    return;
  }
  const entryId = books.post(plan.entry);
  books.standing.push({
    ...payment,
    claimPaymentId,
    entryId,
    lines: plan.entry.lines,
    claimId: claim.claimId,
    payment,
  });
}

function release(books: Books): void {
  for (const share of books.patientShares().filter(each => each.openCents < 0)) {
    const lowered = books.receipts.map(receipt => ({
      chargeLineId: share.chargeLineId,
      patientId: 'patient-1',
      receiptId: receipt.receiptId,
      source: 'unapplied_patient' as const,
      loweredCents: cents(
        -books.balance(
          l =>
            l.account === 'ar_patient' &&
            l.chargeLineId === share.chargeLineId &&
            l.receiptId === receipt.receiptId,
        ),
      ),
    }));
    books.post(releaseEntry(cents(-share.openCents), lowered, { type: 'test', id: 'test' }, DATE));
  }
}

describe('the ledger against a model', () => {
  it('F14 G23 I1–I6 hold after every step of any history', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), steps => {
        const books = new Books();
        for (const step of steps) {
          run(books, step);
          // I1, I2
          for (const entry of books.entries) expect(sumCents(entry.lines, line => line.amountCents)).toBe(0);
          // I3, I4: billed = everything that stands against each charge; nothing open is negative.
          expect(books.balance(line => line.account === 'gross_charges')).toBe(-books.billed || 0);
          for (const { chargeLineId } of books.claims.flatMap(claim => claim.lines)) {
            expect(books.balance(line => line.chargeLineId === chargeLineId)).toBe(0);
            expect(
              books.balance(l => l.chargeLineId === chargeLineId && l.account === 'ar_insurance'),
            ).toBeGreaterThanOrEqual(0);
            expect(
              books.balance(l => l.chargeLineId === chargeLineId && l.account === 'ar_patient'),
            ).toBeGreaterThanOrEqual(0);
          }
          // I5: what insurers paid and no claim took is what is parked; no receipt is overspent.
          expect(books.balance(line => line.account === 'unapplied_insurance')).toBe(
            -sumCents(books.parked, amount => amount) || 0,
          );
          for (const { receiptId } of books.receipts)
            expect(books.credit(receiptId)).toBeGreaterThanOrEqual(0);
          // I6: the books hold exactly the money that came in.
          expect(books.balance(line => line.account.startsWith('cash_'))).toBe(books.cash || 0);
        }
      }),
      { numRuns: Number(process.env.LEDGER_HISTORIES ?? 100) },
    );
  });

  it('a reversed entry and its mirror leave nothing behind', () => {
    const entry = chargeEntry({
      ...claimOf([100]),
      chargeLineId: 'line-1',
      serviceDate: DATE,
      amountCents: cents(100),
    });
    const mirror = reverseEntry(
      { entryId: 'e', lines: entry.lines },
      { kind: 'charge_void', cause: { type: 'charge', id: 'line-1' }, eventDate: DATE, memo: 'void' },
    );
    const lines = [...entry.lines, ...mirror.lines];
    for (const account of new Set(lines.map(line => line.account))) {
      expect(
        sumCents(
          lines.filter(line => line.account === account),
          line => line.amountCents,
        ),
      ).toBe(ZERO);
    }
  });
});
