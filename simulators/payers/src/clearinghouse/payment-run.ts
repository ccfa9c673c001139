import { addDays, cents, toInstant, type Instant, type LocalDate, type LocalTime } from '@spark-den/kernel';
import type { Payer } from '../payers/payer.ts';
import { findPayer } from '../payers/payers.ts';
import { carryForward, type ProviderAdjustment, type Remittance } from '../remittance/remittance.ts';
import { REMITTANCE_VERSION, write835 } from '../remittance/write-835.ts';
import { compact, writeFile } from './envelope.ts';
import type { Knobs } from './knobs.ts';
import { CLEARINGHOUSE } from './parties.ts';
import { accountOf, correct, joinPostings, settle, type Posting } from './payer-book.ts';
import type { Partner, WorldState } from './state.ts';

const RUN_TIME = '06:00' as LocalTime;
const LATE_DAYS = 3;

export function scheduleRun(state: WorldState, payerId: string, on: LocalDate): void {
  const isThere = state.jobs.some(job => job.kind === 'run' && job.payerId === payerId && job.on === on);
  if (!isThere)
    state.schedule({ kind: 'run', dueAt: toInstant(on, RUN_TIME, CLEARINGHOUSE.zone), payerId, on });
}

/** One payer pays what is due: decides claims in the order of receipt, corrects its errors, writes a check per payee. */
export function runPayments(
  state: WorldState,
  payerId: string,
  on: LocalDate,
  at: Instant,
  knobs: Knobs,
): void {
  const payer = findPayer(payerId);
  if (!payer) return;
  const accounts = new Map<string, Account>();
  for (const entry of [...dueClaims(state, payer, on, knobs), ...dueCorrections(state, payer, on)]) {
    const account = accounts.get(entry.key) ?? { payee: entry.payee, partner: entry.partner, postings: [] };
    account.postings.push(entry.posting);
    accounts.set(entry.key, account);
  }
  for (const [key, account] of accounts) {
    const remittance = closeAccount(state, payer, key, account, on);
    if (remittance) deliver(state, remittance, account.partner, at, knobs);
  }
  for (const { claim, payOn } of state.pending) scheduleRun(state, claim.payerId, payOn);
  for (const correction of state.corrections) {
    const owner = state.settled.get(correction.icn)?.pending.claim.payerId;
    if (owner) scheduleRun(state, owner, correction.dueOn);
  }
}

interface Account {
  readonly payee: Remittance['payee'];
  readonly partner: Partner;
  readonly postings: Posting[];
}

interface Entry {
  readonly key: string;
  readonly payee: Remittance['payee'];
  readonly partner: Partner;
  readonly posting: Posting;
}

function dueClaims(state: WorldState, payer: Payer, on: LocalDate, knobs: Knobs): Entry[] {
  const due = state.pending.filter(item => item.claim.payerId === payer.id && item.payOn <= on);
  state.pending.splice(0, state.pending.length, ...state.pending.filter(item => !due.includes(item)));
  return due.map(item => ({
    key: accountOf(payer.id, item.claim),
    payee: item.claim.billing,
    partner: item.partner,
    posting: settle(state, item, on, knobs),
  }));
}

function dueCorrections(state: WorldState, payer: Payer, on: LocalDate): Entry[] {
  const due = state.corrections.filter(
    item => item.dueOn <= on && state.settled.get(item.icn)?.pending.claim.payerId === payer.id,
  );
  state.corrections.splice(
    0,
    state.corrections.length,
    ...state.corrections.filter(item => !due.includes(item)),
  );
  return due.flatMap(item => {
    const settled = state.settled.get(item.icn);
    if (!settled) return [];
    const { claim, partner } = settled.pending;
    return [
      { key: accountOf(payer.id, claim), payee: claim.billing, partner, posting: correct(state, item, on) },
    ];
  });
}

/** Adds what was carried forward and what is recouped, and never lets a check fall below zero. */
function closeAccount(
  state: WorldState,
  payer: Payer,
  key: string,
  account: Account,
  on: LocalDate,
): Remittance | undefined {
  const { decisions, adjustments } = joinPostings(account.postings);
  if (decisions.length === 0) return undefined;
  const trace = `${payer.id.slice(0, 2)}${compact(on)}${String(state.next('check')).padStart(6, '0')}`;
  const all = [...adjustments, ...takeDebt(state, key), ...takeRecoupments(state, key, on)];
  const carried = carryForward(decisions, all, trace);
  if (carried.owedCents > 0) state.debts.set(key, { reference: trace, amountCents: carried.owedCents });
  return {
    payer,
    payee: account.payee,
    trace,
    paidOn: on,
    decisions,
    providerAdjustments: carried.adjustments,
  };
}

function takeDebt(state: WorldState, key: string): ProviderAdjustment[] {
  const debt = state.debts.get(key);
  state.debts.delete(key);
  return debt ? [{ reason: 'FB', ...debt }] : [];
}

function takeRecoupments(state: WorldState, key: string, on: LocalDate): ProviderAdjustment[] {
  const due = state.recoupments.filter(item => item.account === key && item.notBefore <= on);
  state.recoupments.splice(
    0,
    state.recoupments.length,
    ...state.recoupments.filter(item => !due.includes(item)),
  );
  return due.map(item => ({ reason: 'WO', reference: item.icn, amountCents: cents(item.amountCents) }));
}

function deliver(
  state: WorldState,
  remittance: Remittance,
  partner: Partner,
  at: Instant,
  knobs: Knobs,
): void {
  const { payer, paidOn } = remittance;
  const run = (state.runs.get(payer.id) ?? 0) + 1;
  state.runs.set(payer.id, run);
  const isLate = knobs.lateEvery > 0 && run % knobs.lateEvery === 0;
  const isTwice = knobs.duplicateEvery > 0 && run % knobs.duplicateEvery === 0;
  const arrivals = [
    isLate ? addDays(paidOn, LATE_DAYS) : undefined,
    ...(isTwice ? [addDays(paidOn, 1)] : []),
  ];
  for (const on of arrivals) {
    const dueAt = on === undefined ? at : toInstant(on, RUN_TIME, CLEARINGHOUSE.zone);
    const content = writeFile(
      {
        partner,
        usage: partner.usage,
        at: dueAt,
        functionalId: 'HP',
        version: REMITTANCE_VERSION,
        set: '835',
        statesVersion: false,
        transactions: [write835(remittance)],
      },
      state,
    );
    const name = `${payer.id}-${compact(paidOn)}-${state.next('file')}.835`;
    state.schedule({ kind: 'deliver', dueAt, file: { name, kind: '835', content } });
  }
}
