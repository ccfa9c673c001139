import type { Denial } from '@spark-den/contracts/billing/denial-types';
import { addDays, AppError, cents, type Cents, type LocalDate } from '@spark-den/kernel';
import { allOf, applyCredits } from './billing-office.ts';
import { payByCard } from './front-desk.ts';
import type { Outside } from './outside.ts';
import type { Random } from './random.ts';
import type { Desk } from './staff.ts';
import { inParallel } from './wait.ts';

export interface BackOfficeFigures {
  denialsWorked: number;
  statements: number;
  patientPayments: number;
  patientPaidCents: Cents;
  writtenOffCents: Cents;
}

/** What billing works off between visits: denials, rejected claims, statements, and the payments that follow. */
export class BackOffice {
  readonly #biller: Desk;
  readonly #frontDesk: Desk;
  readonly #outside: Outside;
  readonly #random: Random;
  #promised: { readonly patientId: string; readonly on: LocalDate }[] = [];
  readonly figures: BackOfficeFigures = {
    denialsWorked: 0,
    statements: 0,
    patientPayments: 0,
    patientPaidCents: cents(0),
    writtenOffCents: cents(0),
  };

  constructor(biller: Desk, frontDesk: Desk, outside: Outside, random: Random) {
    this.#biller = biller;
    this.#frontDesk = frontDesk;
    this.#outside = outside;
    this.#random = random;
  }

  /** Works up to `most` open denials: letters for what may be won, the rest is accepted and written off. */
  async workDenials(most: number): Promise<void> {
    const { items } = await this.#biller.billing.listDenials({ state: 'open', limit: most });
    for (const denial of items) {
      if (denial.reason === '50' || denial.reason === '18') await this.#appeal(denial);
      else await this.#accept(denial);
      this.figures.denialsWorked += 1;
    }
  }

  async issueStatements(today: LocalDate): Promise<void> {
    const candidates = await allOf(cursor =>
      this.#biller.billing.listStatementCandidates({ limit: 200, ...(cursor ? { cursor } : {}) }),
    );
    const due = candidates.filter(candidate => candidate.hold === null);
    const issued = await inParallel(due, 4, async ({ patientId, dueCents }) => {
      if ((await applyCredits(this.#biller, patientId)) >= dueCents) return undefined;
      await this.#biller.billing.issueStatement({ patientId });
      return patientId;
    });
    for (const patientId of issued.filter(id => id !== undefined)) {
      this.figures.statements += 1;
      if (this.#random.chance(0.7)) {
        this.#promised.push({ patientId, on: addDays(today, 2 + this.#random.below(8)) });
      }
    }
  }

  /** Patients whose day it is pay what they owe. */
  async takePayments(today: LocalDate): Promise<void> {
    const due = this.#promised.filter(promise => promise.on <= today);
    this.#promised = this.#promised.filter(promise => promise.on > today);
    for (const { patientId } of due) {
      const { balances } = await this.#frontDesk.billing.getPatientBalance({ patientId });
      const amountCents = balances.patientCents;
      if (amountCents <= 0) continue;
      if (this.#random.chance(0.4)) {
        await payByCard(this.#frontDesk, this.#outside, { patientId, purpose: 'balance', amountCents });
      } else {
        await this.#frontDesk.billing.collectPayment({
          patientId,
          tender: 'check',
          amountCents,
          reference: `${1000 + this.#random.below(9000)}`,
        });
      }
      this.figures.patientPayments += 1;
      this.figures.patientPaidCents = cents(this.figures.patientPaidCents + amountCents);
    }
  }

  async #appeal(denial: Denial): Promise<void> {
    await this.#biller.billing.writeAppealLetter({
      denialId: denial.denialId,
      argument:
        'The record supports the service on this date. We ask that the line be reviewed and paid under the contract.',
    });
    if (this.#random.chance(0.5)) await this.#outside.grantAppeal(denial.patientControlNumber);
  }

  /** The denial stands: nobody owes the line any more. */
  async #accept(denial: Denial): Promise<void> {
    await this.#biller.billing.closeDenial({
      denialId: denial.denialId,
      outcome: 'upheld',
      note: 'Accepted as decided',
    });
    const amountCents = Math.min(denial.amountCents, 50_00);
    try {
      await this.#biller.billing.writeOffBalance({
        chargeLineId: denial.chargeLineId,
        holder: 'insurance',
        reason: 'administrative',
        amountCents,
        note: `Denied ${denial.group}-${denial.reason}`,
      });
      this.figures.writtenOffCents = cents(this.figures.writtenOffCents + amountCents);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'internal') throw error;
    }
  }
}
