import type { TransactionSegments } from '../interchange-file.ts';
import { element, repetitions } from '../segments/segment.ts';
import type { Parsed } from './common.ts';
import { bracketsOf, leftOf } from './eligibility-levels.ts';
import type {
  EligibilityInquiry,
  EligibilityQuestion,
  EligibilitySubject,
  InquirySource,
} from './eligibility.ts';
import { leftovers } from './leftovers.ts';
import { insuredPerson, withLeft, withProvider } from './parse-insured.ts';
import { NOBODY, partyOf } from './parse-people.ts';
import { Reading, some } from './reading.ts';
import { LoopNode, treeOf, type PlacedSegment } from './tree.ts';

/** Reads a 270. */
export function parseEligibilityInquiry(transaction: TransactionSegments): Parsed<EligibilityInquiry> {
  const reading = new Reading();
  const root = treeOf(transaction, '270');
  const begin = root.first('BHT') ?? (root.head as PlacedSegment);
  const [source = new LoopNode('2000A'), ...further] = root.loopsOf('2000A');
  reading.constant(begin, 1, '0022');
  reading.constant(begin, 2, '13');
  const value: EligibilityInquiry = {
    reference: reading.text(begin, 3),
    createdOn: reading.date(begin, 4),
    createdAt: reading.text(begin, 5),
    ...sourceOf(source, reading),
    furtherSources: some(further.map(other => ({ ...sourceOf(other, reading), unmodelled: leftOf(other) }))),
    unmodelled: leftovers(root, ...bracketsOf(source)),
  };
  return { value, problems: reading.problems };
}

function sourceOf(source: LoopNode, reading: Reading): InquirySource {
  const [first, ...others] = source.loopsOf('2000B');
  return {
    payer: partyOf(source.loop('2100A'), 'PR', reading) ?? NOBODY,
    provider: partyOf(first?.loop('2100B'), '1P', reading) ?? NOBODY,
    subjects: [
      ...(first ? subjectsOf(first, reading) : []),
      ...others.flatMap(receiver =>
        withProvider(subjectsOf(receiver, reading), partyOf(receiver.loop('2100B'), '1P', reading), receiver),
      ),
    ],
  };
}

function subjectsOf(receiver: LoopNode, reading: Reading): EligibilitySubject[] {
  return receiver.loopsOf('2000C').flatMap(subscriber => {
    const dependants = subscriber.loopsOf('2000D');
    const hasOwn = dependants.length === 0 || subscriber.loop('2100C')?.loop('2110C') !== undefined;
    return withLeft(
      [
        ...(hasOwn ? [subject(subscriber, undefined, reading)] : []),
        ...dependants.map(dependant => subject(subscriber, dependant, reading)),
      ],
      subscriber,
    );
  });
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
  const dated = name.first('DTP', '291');
  // a period has no field and is kept whole
  const asOf = dated && element(dated.segment, 2) === 'D8' ? dated : undefined;
  const [question, ...further] = name.loopsOf(`2110${letter}`).map(loop => questionOf(loop, reading));
  const own = question?.unmodelled ?? [];
  reading.constant(trace, 1, '1');
  reading.constant(asOf, 2, 'D8');
  return {
    trace: { number: reading.text(trace, 2), originator: reading.text(trace, 3) },
    subscriber: insuredPerson(subscriber.loop('2100C'), 'IL', reading),
    dependant: dependant && insuredPerson(dependant.loop('2100D'), '03', reading),
    asOf: reading.optionalDate(asOf, 3),
    serviceTypes: question?.serviceTypes ?? [],
    furtherQuestions: some(further),
    unmodelled: some([...((dependant && leftovers(dependant)) ?? []), ...own]),
  };
}

function questionOf(node: LoopNode, reading: Reading): EligibilityQuestion {
  const at = node.head;
  const asked = at?.segment.id === 'EQ' ? at : undefined;
  const serviceTypes = asked ? repetitions(asked.segment, 1) : [];
  // a question about a procedure alone is kept whole
  if (serviceTypes.length > 0) reading.take(asked, 1);
  return { serviceTypes, unmodelled: leftovers(node) };
}
