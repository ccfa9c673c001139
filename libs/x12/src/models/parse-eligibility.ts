import type { TransactionSegments } from '../interchange-file.ts';
import { component, components, repetitions } from '../segments/segment.ts';
import type { Parsed } from './common.ts';
import { bracketsOf, leftOf } from './eligibility-levels.ts';
import type { Benefit, EligibilityAnswer, EligibilityResponse, ResponseSource } from './eligibility.ts';
import { leftovers } from './leftovers.ts';
import { insuredPerson, withLeft, withProvider } from './parse-insured.ts';
import { NOBODY, partyOf } from './parse-people.ts';
import { rejections } from './parse-rejections.ts';
import { Reading, some } from './reading.ts';
import { LoopNode, treeOf, type PlacedSegment } from './tree.ts';

/** Reads a 271: benefits with the segment behind each, rejections of every level, traces. */
export function parseEligibilityResponse(transaction: TransactionSegments): Parsed<EligibilityResponse> {
  const reading = new Reading();
  const root = treeOf(transaction, '271');
  const begin = root.first('BHT') ?? (root.head as PlacedSegment);
  const [source = new LoopNode('2000A'), ...further] = root.loopsOf('2000A');
  reading.constant(begin, 1, '0022');
  reading.constant(begin, 2, '11');
  const value: EligibilityResponse = {
    reference: reading.text(begin, 3),
    createdOn: reading.date(begin, 4),
    createdAt: reading.text(begin, 5),
    ...sourceOf(source, reading),
    furtherSources: some(further.map(other => ({ ...sourceOf(other, reading), unmodelled: leftOf(other) }))),
    unmodelled: leftovers(root, ...bracketsOf(source)),
  };
  return { value, problems: reading.problems };
}

function sourceOf(source: LoopNode, reading: Reading): ResponseSource {
  const receivers = source.loopsOf('2000B');
  const [first, ...others] = receivers;
  const payer = source.loop('2100A');
  return {
    rejections: [
      ...rejections(source, reading),
      ...rejections(payer, reading),
      ...receivers.flatMap(receiver => [
        ...rejections(receiver, reading),
        ...rejections(receiver.loop('2100B'), reading),
      ]),
    ],
    payer: partyOf(payer, 'PR', reading),
    payerContacts: (payer?.all('PER') ?? []).map(at => reading.contact(at)),
    provider: partyOf(first?.loop('2100B'), '1P', reading),
    subjects: [
      ...(first ? answersOf(first, reading) : []),
      ...others.flatMap(receiver =>
        withProvider(answersOf(receiver, reading), partyOf(receiver.loop('2100B'), '1P', reading), receiver),
      ),
    ],
  };
}

function answersOf(receiver: LoopNode, reading: Reading): EligibilityAnswer[] {
  return receiver.loopsOf('2000C').flatMap(subscriber => answers(subscriber, reading));
}

/** The subscriber's own answer, and one for each dependant under them. */
function answers(subscriber: LoopNode, reading: Reading): EligibilityAnswer[] {
  const dependants = subscriber.loopsOf('2000D');
  const own = subscriber.loop('2100C');
  const hasOwn =
    dependants.length === 0 || own?.loop('2110C') !== undefined || own?.first('AAA') !== undefined;
  return withLeft(
    [
      ...(hasOwn ? [answer(subscriber, undefined, reading)] : []),
      ...dependants.map(dependant => answer(subscriber, dependant, reading)),
    ],
    subscriber,
  );
}

function answer(subscriber: LoopNode, dependant: LoopNode | undefined, reading: Reading): EligibilityAnswer {
  const level = dependant ?? subscriber;
  const letter = dependant ? 'D' : 'C';
  const name = level.loop(`2100${letter}`) ?? new LoopNode('');
  const benefitLoops = name.loopsOf(`2110${letter}`);
  return {
    traces: level
      .all('TRN', '2')
      .map(at => ({ number: reading.text(at, 2), originator: reading.optional(at, 3) })),
    subscriber: insuredPerson(subscriber.loop('2100C'), 'IL', reading),
    dependant: dependant && insuredPerson(name, '03', reading),
    groupNumber: reading.optional(name.first('REF', '6P'), 2),
    dates: name.all('DTP').map(at => reading.qualifiedDate(at)),
    rejections: [
      ...rejections(level, reading),
      ...rejections(name, reading),
      ...benefitLoops.filter(loop => !loop.first('EB')).flatMap(loop => rejections(loop, reading)),
    ],
    benefits: benefitLoops.filter(loop => loop.first('EB')).map(loop => benefit(loop, letter, reading)),
    unmodelled: dependant && leftovers(dependant),
  };
}

function benefit(node: LoopNode, letter: string, reading: Reading): Benefit {
  const at = node.first('EB') as PlacedSegment;
  const brackets = node.loopsOf(`LS2120${letter}`);
  for (const bracket of brackets)
    for (const id of ['LS', 'LE']) reading.constant(bracket.first(id), 1, '2120');
  reading.take(at, 3);
  if (component(at.segment, 13, 1) === 'HC' && components(at.segment, 13).length === 2) reading.take(at, 13);
  return {
    information: reading.text(at, 1),
    coverageLevel: reading.optional(at, 2),
    serviceTypes: repetitions(at.segment, 3),
    insuranceType: reading.optional(at, 4),
    planDescription: reading.optional(at, 5),
    period: reading.optional(at, 6),
    amount: reading.optionalAmount(at, 7),
    fraction: reading.optionalQuantity(at, 8),
    quantityQualifier: reading.optional(at, 9),
    quantity: reading.optionalQuantity(at, 10),
    authorizationRequired: reading.optional(at, 11) as Benefit['authorizationRequired'],
    inNetwork: reading.optional(at, 12) as Benefit['inNetwork'],
    procedure: component(at.segment, 13, 2) || undefined,
    references: reading.references(node),
    dates: node.all('DTP').map(date => reading.qualifiedDate(date)),
    messages: node.all('MSG').map(message => reading.text(message, 1)),
    rejections: rejections(node, reading),
    related: brackets
      .flatMap(bracket => bracket.loopsOf(`2120${letter}`))
      .map(loop => ({
        role: reading.text(loop.first('NM1'), 1),
        party: partyOf(loop, undefined, reading) ?? NOBODY,
        contacts: loop.all('PER').map(per => reading.contact(per)),
        unmodelled: leftovers(loop),
      })),
    unmodelled: leftovers(node, ...brackets),
    source: reading.source(at),
  };
}
