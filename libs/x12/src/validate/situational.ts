import type { GuideRule } from '../guides/rules.ts';
import type { TransactionSegments } from '../interchange-file.ts';
import { component, element } from '../segments/segment.ts';
import { tallyClaims } from './claim-tallies.ts';
import type { Collector } from './collector.ts';

/** Rules that depend on other data of the transaction. */
export function checkSituations(
  transaction: TransactionSegments,
  guide: GuideRule,
  collector: Collector,
): void {
  if (guide.set === '837') {
    checkFrequency(transaction, collector);
    checkSubscribers(transaction, collector);
  }
  if (guide.name === '837P') checkRelatedCauses(transaction, collector);
}

/** Replacement and void name the payer's number of the claim that they replace. */
function checkFrequency(transaction: TransactionSegments, collector: Collector): void {
  for (const claim of tallyClaims(transaction)) {
    const frequency = component(claim.segment, 5, 3);
    if ((frequency === '7' || frequency === '8') && !claim.references.has('F8')) {
      collector.add(claim.segment, claim.position, {
        code: 'clm.frequency',
        level: 'situational',
        message: `Frequency ${frequency} needs REF*F8, the payer's claim number.`,
        loop: claim.loop,
        element: 5,
        component: 3,
        value: frequency,
        expected: 'REF*F8',
        ack: { ik3: 'I6' },
      });
    }
  }
}

/** A subscriber who is the patient has an address and a date of birth; one who is not has no relation code. */
function checkSubscribers(transaction: TransactionSegments, collector: Collector): void {
  const { segments } = transaction;
  segments.forEach((segment, index) => {
    if (segment.id !== 'SBR' || segments[index - 1]?.id !== 'HL') return;
    const self = element(segment, 2) === '18';
    const block = segments.slice(index + 1, nextHierarchy(segments, index + 1));
    const name = block.findIndex(each => each.id === 'NM1' && element(each, 1) === 'IL');
    const person = block.slice(name + 1, nextName(block, name + 1));
    const hasClaim = block.some(each => each.id === 'CLM');
    const say = (code: string, message: string, expected: string) =>
      collector.add(segment, index + 1, {
        code,
        level: 'situational',
        message,
        loop: '2000A/2000B',
        element: 2,
        value: element(segment, 2),
        expected,
        ack: { ik3: 'I6' },
      });
    if (self && !person.some(each => each.id === 'DMG'))
      say('sbr.demographics', 'The patient is the subscriber: DMG is needed.', 'DMG');
    if (self && !person.some(each => each.id === 'N3'))
      say('sbr.address', 'The patient is the subscriber: N3 and N4 are needed.', 'N3');
    if (hasClaim && !self) say('sbr.relation', 'A claim of the subscriber needs SBR02 18.', '18');
  });
}

function checkRelatedCauses(transaction: TransactionSegments, collector: Collector): void {
  transaction.segments.forEach((segment, index) => {
    if (segment.id !== 'CLM') return;
    const auto = [1, 2].some(part => component(segment, 11, part) === 'AA');
    if (auto && component(segment, 11, 4) === '') {
      collector.add(segment, index + 1, {
        code: 'clm.accident-state',
        level: 'situational',
        message: 'An auto accident needs its state in CLM11-4.',
        loop: '2300',
        element: 11,
        component: 4,
        expected: 'a state',
        ack: { ik3: '8', ik4: '2' },
      });
    }
  });
}

function nextHierarchy(segments: readonly { readonly id: string }[], from: number): number {
  const found = segments.findIndex((each, at) => at >= from && (each.id === 'HL' || each.id === 'SE'));
  return found < 0 ? segments.length : found;
}

function nextName(segments: readonly { readonly id: string }[], from: number): number {
  const found = segments.findIndex((each, at) => at >= from && (each.id === 'NM1' || each.id === 'CLM'));
  return found < 0 ? segments.length : found;
}
