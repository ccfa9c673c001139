import { cents, shareOfCents, type Cents, type Instant, type LocalDate } from '@spark-den/kernel';
import type { Claim, Decision } from '../adjudication/claim.ts';
import { findPayer } from '../payers/payers.ts';
import { findMember } from '../roster/roster.ts';
import type { ControlNumbers } from './envelope.ts';

export type FileKind = 'TA1' | '999' | '277CA' | '835';

export interface Partner {
  readonly qualifier: string;
  readonly id: string;
  readonly name: string;
  readonly usage: 'T' | 'P';
}

export interface MailboxFile {
  /** From 1 in the order of arrival; what a reader remembers. */
  readonly seq: number;
  readonly name: string;
  readonly kind: FileKind;
  readonly content: string;
  readonly deliveredAt: Instant;
}

/** A claim that a payer has taken in; decided when its payment run comes. */
export interface PendingClaim {
  readonly claim: Claim;
  readonly icn: string;
  readonly partner: Partner;
  readonly receivedOn: LocalDate;
  readonly payOn: LocalDate;
}

/** What a payer holds against a claim: its decision that stands, or none once it was voided. */
export interface Settled {
  readonly pending: PendingClaim;
  readonly decision: Decision | undefined;
  readonly paidOn: LocalDate;
}

/** The payer goes over a claim again: an error of its own, or an appeal that it grants. */
export interface Correction {
  readonly icn: string;
  readonly dueOn: LocalDate;
  readonly overruled: boolean;
}

/** An overpayment that was announced and is taken from a later check. */
export interface Recoupment {
  readonly icn: string;
  readonly amountCents: Cents;
  readonly notBefore: LocalDate;
}

export type Job =
  | {
      readonly kind: 'deliver';
      readonly dueAt: Instant;
      readonly file: Omit<MailboxFile, 'seq' | 'deliveredAt'>;
    }
  | { readonly kind: 'run'; readonly dueAt: Instant; readonly payerId: string; readonly on: LocalDate };

/** Everything that the clearinghouse and its payers remember. Rebuilt from the log of what they were sent. */
export class WorldState implements ControlNumbers {
  readonly #numbers = new Map<string, number>();
  readonly receivedFiles = new Map<string, string>();
  readonly mailbox: MailboxFile[] = [];
  readonly jobs: Job[] = [];
  readonly pending: PendingClaim[] = [];
  readonly settled = new Map<string, Settled>();
  readonly corrections: Correction[] = [];
  readonly recoupments: (Recoupment & { readonly account: string })[] = [];
  /** Debt carried forward (FB), by payer and payee. */
  readonly debts = new Map<string, { readonly reference: string; readonly amountCents: Cents }>();
  readonly #deductibles = new Map<string, Cents>();
  readonly runs = new Map<string, number>();

  next(name: string): number {
    const number = (this.#numbers.get(name) ?? 0) + 1;
    this.#numbers.set(name, number);
    return number;
  }

  /** Deductible that the member has borne with this payer in the year. */
  deductibleMet(payerId: string, memberId: string, year: string): Cents {
    return this.#deductibles.get(`${payerId} ${memberId} ${year}`) ?? metElsewhere(payerId, memberId);
  }

  addDeductible(payerId: string, memberId: string, year: string, amount: Cents): void {
    this.#deductibles.set(
      `${payerId} ${memberId} ${year}`,
      cents(this.deductibleMet(payerId, memberId, year) + amount),
    );
  }

  /** Queues a job behind those that are due no later; jobs run in that order however time is moved. */
  schedule(job: Job): void {
    const at = this.jobs.findIndex(other => other.dueAt > job.dueAt);
    this.jobs.splice(at < 0 ? this.jobs.length : at, 0, job);
  }
}

function metElsewhere(payerId: string, memberId: string): Cents {
  const deductible = findPayer(payerId)?.benefits.deductibleCents ?? cents(0);
  return shareOfCents(deductible, (findMember(payerId, memberId)?.deductibleUsed ?? 0) * 100);
}
