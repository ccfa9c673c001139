import type { TransactionSegments } from '../interchange-file.ts';
import { element, repetitions } from '../segments/segment.ts';
import type { Parsed } from './common.ts';
import type {
  Benefit,
  EligibilityAnswer,
  EligibilityInquiry,
  EligibilityResponse,
  EligibilitySubject,
  InsuredPerson,
  Rejection,
} from './eligibility.ts';
import { Reading } from './reading.ts';
import { LoopNode, treeOf, type PlacedSegment } from './tree.ts';

/** Reads a 270. */
export function parseEligibilityInquiry(transaction: TransactionSegments): Parsed<EligibilityInquiry> {
  const reading = new Reading();
  const root = treeOf(transaction, '270');
  const begin = root.first('BHT') ?? (root.segments[0] as PlacedSegment);
  const source = root.loop('2000A');
  const receiver = source?.loop('2000B');
  const value: EligibilityInquiry = {
    reference: reading.text(begin, 3),
    createdOn: reading.date(begin, 4),
    createdAt: reading.text(begin, 5),
    payer: partyOf(source?.loop('2100A'), reading) ?? { kind: 'organization', name: '' },
    provider: partyOf(receiver?.loop('2100B'), reading) ?? { kind: 'organization', name: '' },
    subjects: (receiver?.loopsOf('2000C') ?? []).flatMap(subscriber => {
      const dependants = subscriber.loopsOf('2000D');
      return dependants.length === 0
        ? [subject(subscriber, undefined, reading)]
        : dependants.map(dependant => subject(subscriber, dependant, reading));
    }),
  };
  return { value, problems: reading.problems };
}

function subject(
  subscriber: LoopNode,
  dependant: LoopNode | undefined,
  reading: Reading,
): EligibilitySubject {
  const asked = dependant ?? subscriber;
  const letter = dependant ? 'D' : 'C';
  const trace = asked.first('TRN') ?? subscriber.first('TRN');
  const name = asked.loop(`2100${letter}`) ?? new LoopNode('');
  return {
    trace: { number: reading.text(trace, 2), originator: reading.text(trace, 3) },
    subscriber: insuredPerson(subscriber.loop('2100C'), reading),
    dependant: dependant && insuredPerson(dependant.loop('2100D'), reading),
    asOf: reading.optionalDate(name.first('DTP', '291'), 3),
    serviceTypes: name
      .loopsOf(`2110${letter}`)
      .flatMap(loop => loop.all('EQ').flatMap(({ segment }) => repetitions(segment, 1))),
  };
}

/** Reads a 271: benefits with the segment behind each, rejections of every level, traces. */
export function parseEligibilityResponse(transaction: TransactionSegments): Parsed<EligibilityResponse> {
  const reading = new Reading();
  const root = treeOf(transaction, '271');
  const begin = root.first('BHT') ?? (root.segments[0] as PlacedSegment);
  const source = root.loop('2000A');
  const receivers = source?.loopsOf('2000B') ?? [];
  const payer = source?.loop('2100A');
  const provider = receivers[0]?.loop('2100B');
  const value: EligibilityResponse = {
    reference: reading.text(begin, 3),
    createdOn: reading.date(begin, 4),
    createdAt: reading.text(begin, 5),
    rejections: [
      ...rejections(source, reading),
      ...rejections(payer, reading),
      ...receivers.flatMap(receiver => [
        ...rejections(receiver, reading),
        ...rejections(receiver.loop('2100B'), reading),
      ]),
    ],
    payer: partyOf(payer, reading),
    payerContacts: (payer?.all('PER') ?? []).map(at => reading.contact(at)),
    provider: partyOf(provider, reading),
    subjects: receivers.flatMap(receiver =>
      receiver.loopsOf('2000C').flatMap(subscriber => answers(subscriber, reading)),
    ),
  };
  return { value, problems: reading.problems };
}

/** The subscriber's own answer, and one for each dependant under them. */
function answers(subscriber: LoopNode, reading: Reading): EligibilityAnswer[] {
  const dependants = subscriber.loopsOf('2000D');
  const own = subscriber.loop('2100C');
  const hasOwn =
    dependants.length === 0 || (own?.loopsOf('2110C').length ?? 0) > 0 || rejections(own, reading).length > 0;
  return [
    ...(hasOwn ? [answer(subscriber, undefined, reading)] : []),
    ...dependants.map(dependant => answer(subscriber, dependant, reading)),
  ];
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
    subscriber: insuredPerson(subscriber.loop('2100C'), reading),
    dependant: dependant && insuredPerson(name, reading),
    groupNumber: reading.optional(name.first('REF', '6P'), 2),
    dates: name.all('DTP').map(at => reading.qualifiedDate(at)),
    rejections: [
      ...rejections(level, reading),
      ...rejections(name, reading),
      ...benefitLoops.filter(loop => !loop.first('EB')).flatMap(loop => rejections(loop, reading)),
    ],
    benefits: benefitLoops.filter(loop => loop.first('EB')).map(loop => benefit(loop, letter, reading)),
  };
}

function benefit(node: LoopNode, letter: string, reading: Reading): Benefit {
  const at = node.first('EB') as PlacedSegment;
  const related = node.loopsOf(`LS2120${letter}`).flatMap(bracket => bracket.loopsOf(`2120${letter}`));
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
    procedure: reading.part(at, 13, 2) || undefined,
    references: reading.references(node),
    dates: node.all('DTP').map(date => reading.qualifiedDate(date)),
    messages: node.all('MSG').map(message => reading.text(message, 1)),
    rejections: rejections(node, reading),
    related: related.map(loop => ({
      role: reading.text(loop.first('NM1'), 1),
      party: partyOf(loop, reading) ?? { kind: 'organization', name: '' },
      contacts: loop.all('PER').map(per => reading.contact(per)),
    })),
    source: reading.source(at),
  };
}

function rejections(node: LoopNode | undefined, reading: Reading): Rejection[] {
  return (node?.all('AAA') ?? []).map(at => ({
    loop: node?.id ?? '',
    valid: reading.text(at, 1) === 'Y',
    reason: reading.text(at, 3),
    followUp: reading.text(at, 4),
    source: reading.source(at),
  }));
}

function partyOf(node: LoopNode | undefined, reading: Reading) {
  const at = node?.first('NM1');
  return at && reading.party(at);
}

function insuredPerson(node: LoopNode | undefined, reading: Reading): InsuredPerson {
  const at = node?.first('NM1');
  if (!node || !at) return { party: { kind: 'person', name: '' } };
  const birth = node.first('DMG');
  const references = reading.references(node);
  const relation = node.first('INS');
  return {
    party: reading.party(at),
    bornOn: birth && element(birth.segment, 1) === 'D8' ? reading.optionalDate(birth, 2) : undefined,
    sex: reading.optional(birth, 3) as InsuredPerson['sex'],
    address: reading.address(node),
    references: references.length > 0 ? references : undefined,
    relation: reading.text(relation, 1) === 'N' ? reading.optional(relation, 2) : undefined,
  };
}
