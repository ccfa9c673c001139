import { addDays, localDateAt, localTimeAt, plusMs, MINUTE_MS, type Instant } from '@spark-den/kernel';
import { write277ca, isTaken, type ClaimAnswer } from '../acknowledgement/write-277ca.ts';
import { isAccepted, write999, type JudgedTransaction } from '../acknowledgement/write-999.ts';
import { writeTa1 } from '../acknowledgement/write-ta1.ts';
import type { Claim } from '../adjudication/claim.ts';
import { SOUND, type ReceivedGroup, type ReceivedInterchange } from '../intake/envelope.ts';
import { clearinghouseRejections, payerRejections, type StatusCode } from '../intake/front-end.ts';
import { child, first, valueOf, type Loop } from '../intake/grammar.ts';
import { judgeClaims } from '../intake/judge-837p.ts';
import { readClaims } from '../intake/read-claims.ts';
import type { Payer } from '../payers/payer.ts';
import { findPayer } from '../payers/payers.ts';
import { writeFile } from './envelope.ts';
import { CLEARINGHOUSE } from './parties.ts';
import { newIcn } from './payer-book.ts';
import { scheduleRun } from './payment-run.ts';
import type { FileKind, Partner, WorldState } from './state.ts';

const AFTER = { ta1: 0, syntax: MINUTE_MS, clearinghouse: 3 * MINUTE_MS, payer: 15 * MINUTE_MS } as const;

/** Takes in one interchange and puts everything that follows from it on its way. */
export function receive(state: WorldState, received: ReceivedInterchange, at: Instant): void {
  const partner: Partner = {
    ...received.sender,
    name: received.sender.id,
    usage: received.usage === 'P' ? 'P' : 'T',
  };
  const ta1 = writeTa1(received, received.note, at, state.next('interchange'));
  deliverAt(state, plusMs(at, AFTER.ta1), 'TA1', received.control, ta1);
  if (received.note !== SOUND) return;
  for (const group of received.groups) receiveGroup(state, group, partner, at);
}

function receiveGroup(state: WorldState, group: ReceivedGroup, partner: Partner, at: Instant): void {
  const judged = group.transactions.map(transaction => ({ transaction, ...judgeClaims(transaction) }));
  deliverAt(
    state,
    plusMs(at, AFTER.syntax),
    '999',
    group.control,
    syntaxAnswer(state, group, judged, partner, at),
  );
  if (group.faults.length > 0) return;
  for (const { tree, ...rest } of judged) {
    if (isAccepted(rest)) receiveClaims(state, tree, partner, at);
  }
}

function syntaxAnswer(
  state: WorldState,
  group: ReceivedGroup,
  judged: readonly JudgedTransaction[],
  partner: Partner,
  at: Instant,
): string {
  return writeFile(
    {
      partner,
      usage: partner.usage,
      at: plusMs(at, AFTER.syntax),
      functionalId: 'FA',
      version: '005010X231A1',
      set: '999',
      statesVersion: true,
      transactions: [write999(group, judged)],
    },
    state,
  );
}

function receiveClaims(state: WorldState, tree: Loop, partner: Partner, at: Instant): void {
  const submitter = first(child(tree, '1000A'), 'NM1');
  const sender: Partner = { ...partner, name: valueOf(submitter, 3) || partner.name };
  const reference = valueOf(first(tree, 'BHT'), 3);
  const claims = readClaims(tree);
  const atClearinghouse = claims.map(claim =>
    answerOf(claim, clearinghouseRejections(claim), { category: 'A1', code: '19', entity: '40' }),
  );
  acknowledge(
    state,
    sender,
    reference,
    plusMs(at, AFTER.clearinghouse),
    { entity: 'AY', name: CLEARINGHOUSE.name, id: CLEARINGHOUSE.id },
    atClearinghouse,
  );
  const onward = atClearinghouse.filter(isTaken).map(({ claim }) => claim);
  for (const payerId of new Set(onward.map(claim => claim.payerId))) {
    const payer = findPayer(payerId);
    if (!payer) continue;
    const answers = onward
      .filter(claim => claim.payerId === payerId)
      .map(claim => atPayer(state, claim, payer, sender, at));
    acknowledge(
      state,
      sender,
      reference,
      plusMs(at, AFTER.payer),
      { entity: 'PR', name: payer.name, id: payer.id },
      answers,
    );
  }
}

function atPayer(state: WorldState, claim: Claim, payer: Payer, partner: Partner, at: Instant): ClaimAnswer {
  const receivedOn = localDateAt(at, CLEARINGHOUSE.zone);
  const isOurs = (icn: string) => state.settled.get(icn)?.pending.claim.payerId === payer.id;
  const rejections = payerRejections(claim, payer, receivedOn, isOurs);
  const answer = answerOf(claim, rejections, { category: 'A2', code: '20', entity: 'PR' });
  if (!isTaken(answer)) return answer;
  const icn = newIcn(state, payer, receivedOn);
  const payOn = addDays(receivedOn, payer.paymentDays);
  state.pending.push({ claim, icn, partner, receivedOn, payOn });
  scheduleRun(state, payer.id, payOn);
  return { ...answer, icn };
}

function answerOf(claim: Claim, rejections: readonly StatusCode[], accepted: StatusCode): ClaimAnswer {
  const [head, ...rest] = rejections;
  return { claim, statuses: head ? [head, ...rest] : [accepted] };
}

function acknowledge(
  state: WorldState,
  partner: Partner,
  batchReference: string,
  at: Instant,
  source: { entity: 'PR' | 'AY'; name: string; id: string },
  answers: readonly ClaimAnswer[],
): void {
  if (answers.length === 0) return;
  const header = {
    source,
    submitter: { id: partner.id, name: partner.name },
    batchReference,
    reference: `BL${String(state.next('acknowledgement')).padStart(8, '0')}`,
    date: localDateAt(at, CLEARINGHOUSE.zone),
    time: localTimeAt(at, CLEARINGHOUSE.zone),
  };
  const content = writeFile(
    {
      partner,
      usage: partner.usage,
      at,
      functionalId: 'HN',
      version: '005010X214',
      set: '277',
      statesVersion: true,
      transactions: [write277ca(header, answers)],
    },
    state,
  );
  deliverAt(state, at, '277CA', `${source.id}-${header.reference}`, content);
}

function deliverAt(state: WorldState, dueAt: Instant, kind: FileKind, label: string, content: string): void {
  const name = `${label}-${state.next('file')}.${kind.toLowerCase()}`;
  state.schedule({ kind: 'deliver', dueAt, file: { name, kind, content } });
}
