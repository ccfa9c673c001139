import { createHash } from 'node:crypto';
import { localDateAt, type Instant, type LocalDate } from '@spark-den/kernel';
import { readInterchange, SOUND } from '../intake/envelope.ts';
import { PAYERS } from '../payers/payers.ts';
import type { Knobs } from './knobs.ts';
import { CLEARINGHOUSE } from './parties.ts';
import { runPayments, scheduleRun } from './payment-run.ts';
import { receive } from './receive.ts';
import { WorldState, type MailboxFile, type Settled } from './state.ts';

/** Everything that ever changed the world, in order. The same inputs make the same world. */
export type WorldInput = { readonly at: Instant } & (
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'adjudicate'; readonly payerId?: string }
  | { readonly kind: 'reprocess'; readonly icn: string; readonly dueOn: LocalDate }
);

export type Receipt =
  { readonly status: 'received' | 'repeated'; readonly control: string } | { readonly status: 'unreadable' };

/** The clearinghouse and its payers: takes files in, lets time pass, fills the mailbox. Knows no clock and no disk. */
export class World {
  readonly #state = new WorldState();
  readonly #knobs: Knobs;
  #today = '' as Instant;

  constructor(knobs: Knobs) {
    this.#knobs = knobs;
  }

  /** Applies an input; replaying a log of inputs rebuilds the world. */
  apply(input: WorldInput): Receipt | undefined {
    this.advance(input.at);
    switch (input.kind) {
      case 'file':
        return this.#receive(input.text, input.at);
      case 'adjudicate':
        return this.#adjudicateNow(input.payerId, input.at);
      case 'reprocess':
        return this.#reprocess(input.icn, input.dueOn);
    }
  }

  /** Lets everything happen that is due by `now`. Calling it more or less often changes nothing. */
  advance(now: Instant): void {
    if (now > this.#today) this.#today = now;
    for (let job = this.#state.jobs[0]; job && job.dueAt <= now; job = this.#state.jobs[0]) {
      this.#state.jobs.shift();
      if (job.kind === 'run') runPayments(this.#state, job.payerId, job.on, job.dueAt, this.#knobs);
      else
        this.#state.mailbox.push({
          ...job.file,
          seq: this.#state.mailbox.length + 1,
          deliveredAt: job.dueAt,
        });
    }
  }

  /** Whether `apply` would change nothing: the same bytes came before. */
  isRepeated(text: string): boolean {
    const received = readInterchange(text);
    return received !== undefined && this.#state.receivedFiles.get(keyOf(received)) === digest(text);
  }

  files(after: number): readonly MailboxFile[] {
    return this.#state.mailbox.slice(after);
  }

  file(seq: number): MailboxFile | undefined {
    return this.#state.mailbox[seq - 1];
  }

  deductibleMet(payerId: string, memberId: string, year: string) {
    return this.#state.deductibleMet(payerId, memberId, year);
  }

  claims(): readonly Settled[] {
    return [...this.#state.settled.values()];
  }

  get pendingClaims(): number {
    return this.#state.pending.length;
  }

  #receive(text: string, at: Instant): Receipt {
    const received = readInterchange(text);
    if (!received) return { status: 'unreadable' };
    const key = keyOf(received);
    const known = this.#state.receivedFiles.get(key);
    if (known === digest(text)) return { status: 'repeated', control: received.control };
    const isReused = known !== undefined && received.note === SOUND;
    if (!isReused) this.#state.receivedFiles.set(key, digest(text));
    receive(this.#state, isReused ? { ...received, note: '025' } : received, at);
    this.advance(at);
    return { status: 'received', control: received.control };
  }

  /** Every pending claim of the payer (or of all) is paid today, and the files arrive at once. */
  #adjudicateNow(payerId: string | undefined, at: Instant): undefined {
    const on = localDateAt(at, CLEARINGHOUSE.zone);
    const { pending } = this.#state;
    pending.forEach((item, index) => {
      if (payerId === undefined || item.claim.payerId === payerId) pending[index] = { ...item, payOn: on };
    });
    for (const payer of PAYERS) {
      if (payerId === undefined || payer.id === payerId)
        runPayments(this.#state, payer.id, on, at, this.#knobs);
    }
    this.advance(at);
  }

  #reprocess(icn: string, dueOn: LocalDate): undefined {
    const settled = this.#state.settled.get(icn);
    if (!settled) return;
    this.#state.corrections.push({ icn, dueOn, overruled: true });
    scheduleRun(this.#state, settled.pending.claim.payerId, dueOn);
  }
}

function keyOf(received: { sender: { id: string }; control: string }): string {
  return `${received.sender.id} ${received.control}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
