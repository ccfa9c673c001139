import { shortest } from './reading.ts';
import type { TransactionDraft } from '../segments/interchange.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import type {
  Benefit,
  EligibilityAnswer,
  EligibilityInquiry,
  EligibilityResponse,
  EligibilitySubject,
  InquirySource,
  InsuredPerson,
  ResponseSource,
} from './eligibility.ts';
import { rejectionSegment, rejectionsAt } from './build-rejections.ts';
import { Kept } from './kept.ts';
import {
  Hierarchy,
  addressSegments,
  contactSegment,
  decimal,
  dtp,
  nameSegment,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';

export const ELIGIBILITY_VERSION = '005010X279A1';

/** Writes a 270; it travels in a group `HS`. */
export function buildEligibilityInquiry(model: EligibilityInquiry, control: string): TransactionDraft {
  const hierarchy = new Hierarchy();
  const { reference, createdOn, createdAt, furtherSources = [] } = model;
  const begin: SegmentDraft = ['BHT', '0022', '13', reference, ymd(createdOn), createdAt];
  const segments = [
    ...askedSegments(model, [begin], hierarchy),
    ...furtherSources.flatMap(source => askedSegments(source, [], hierarchy)),
  ];
  return { set: '270', control, version: ELIGIBILITY_VERSION, segments };
}

/** 2000A of a 270, with the head of the transaction where it is the first. */
function askedSegments(
  source: InquirySource,
  head: readonly SegmentDraft[],
  hierarchy: Hierarchy,
): SegmentDraft[] {
  const kept = new Kept('270', source.unmodelled);
  const level = hierarchy.open(undefined, '20', true);
  const receiver = hierarchy.open(level.id, '21', source.subjects.length > 0);
  return [
    ...kept.place('', head),
    ...kept.place('2000A', [level.segment]),
    ...kept.place('2100A', [nameSegment('PR', source.payer)]),
    ...kept.place('2000B', [receiver.segment]),
    ...kept.place('2100B', [nameSegment('1P', source.provider)]),
    ...subjectLevels(source.subjects, '270', { source: level.id, receiver: receiver.id }, hierarchy),
    ...kept.rest(),
  ];
}

/** 2000C or 2000D with all that is asked. */
function questionSegments(subject: EligibilitySubject, level: SegmentDraft, kept: Kept): SegmentDraft[] {
  const { trace, dependant, subscriber, furtherQuestions = [] } = subject;
  const letter = dependant ? 'D' : 'C';
  const traces: SegmentDraft[] = trace.number === '' ? [] : [['TRN', '1', trace.number, trace.originator]];
  return [
    ...kept.place(`2000${letter}`, [level, ...traces]),
    ...kept.place(`2100${letter}`, [
      ...insuredSegments(dependant ? '03' : 'IL', dependant ?? subscriber),
      ...when(subject.asOf, date => dtp({ qualifier: '291', date })),
    ]),
    ...kept.place(`2110${letter}`, serviceTypeSegments(subject.serviceTypes)),
    ...kept.rest(),
    ...furtherQuestions.flatMap(({ serviceTypes, unmodelled }) =>
      new Kept('270', unmodelled).place(`2110${letter}`, serviceTypeSegments(serviceTypes)),
    ),
  ];
}

function serviceTypeSegments(serviceTypes: readonly string[]): SegmentDraft[] {
  return serviceTypes.length === 0 ? [] : [['EQ', { repeat: serviceTypes }]];
}

/** Writes a 271 as a payer would; tests and partners' simulators of others use it. It travels in a group `HB`. */
export function buildEligibilityResponse(model: EligibilityResponse, control: string): TransactionDraft {
  const hierarchy = new Hierarchy();
  const { reference, createdOn, createdAt, furtherSources = [] } = model;
  const begin: SegmentDraft = ['BHT', '0022', '11', reference, ymd(createdOn), createdAt];
  const segments = [
    ...answeredSegments(model, [begin], hierarchy),
    ...furtherSources.flatMap(source => answeredSegments(source, [], hierarchy)),
  ];
  return { set: '271', control, version: ELIGIBILITY_VERSION, segments };
}

/** 2000A of a 271, with the head of the transaction where it is the first. */
function answeredSegments(
  source: ResponseSource,
  head: readonly SegmentDraft[],
  hierarchy: Hierarchy,
): SegmentDraft[] {
  const kept = new Kept('271', source.unmodelled);
  const { provider, subjects } = source;
  const level = hierarchy.open(undefined, '20', provider !== undefined);
  const receiver =
    provider &&
    hierarchy.open(
      level.id,
      '21',
      subjects.some(subject => !subject.provider),
    );
  const at = (loop: string) => rejectionsAt(loop, source.rejections);
  return [
    ...kept.place('', head),
    ...kept.place('2000A', [level.segment, ...at('2000A')]),
    ...kept.place('2100A', [
      ...when(source.payer, payer => nameSegment('PR', payer)),
      ...source.payerContacts.map(contact => contactSegment('IC', contact)),
      ...at('2100A'),
    ]),
    ...kept.place('2000B', receiver ? [receiver.segment, ...at('2000B')] : []),
    ...kept.place('2100B', [...when(provider, party => nameSegment('1P', party)), ...at('2100B')]),
    ...subjectLevels(subjects, '271', { source: level.id, receiver: receiver?.id }, hierarchy),
    ...kept.rest(),
  ];
}

/** 2000C or 2000D with all that is answered. */
function answerSegments(answer: EligibilityAnswer, level: SegmentDraft, kept: Kept): SegmentDraft[] {
  const { dependant, subscriber, groupNumber } = answer;
  const letter = dependant ? 'D' : 'C';
  const at = (loop: string) => rejectionsAt(loop, answer.rejections);
  const traces = answer.traces.map((trace): SegmentDraft => ['TRN', '2', trace.number, trace.originator]);
  return [
    ...kept.place(`2000${letter}`, [level, ...traces, ...at(`2000${letter}`)]),
    ...kept.place(`2100${letter}`, [
      ...insuredSegments(dependant ? '03' : 'IL', dependant ?? subscriber, {
        groupNumber,
        rejections: at(`2100${letter}`),
      }),
      ...answer.dates.map(dtp),
    ]),
    ...answer.benefits.flatMap(benefit => benefitSegments(benefit, letter)),
    ...kept.place(`2110${letter}`, at(`2110${letter}`)),
    ...kept.rest(),
  ];
}

function benefitSegments(benefit: Benefit, letter: 'C' | 'D'): SegmentDraft[] {
  const kept = new Kept('271', benefit.unmodelled);
  const bracket = `LS2120${letter}`;
  const [open, ...close] = kept.place(
    bracket,
    benefit.related.length === 0
      ? []
      : [
          ['LS', '2120'],
          ['LE', '2120'],
        ],
  );
  return [
    ...kept.place(`2110${letter}`, informationSegments(benefit)),
    ...kept.place(`2115${letter}`, []),
    ...(open ? [open] : []),
    ...benefit.related.flatMap(({ role, party, contacts, unmodelled }) =>
      new Kept('271', unmodelled).place(`2120${letter}`, [
        nameSegment(role, party),
        ...contacts.map(contact => contactSegment('IC', contact)),
      ]),
    ),
    ...close,
    ...kept.rest(),
  ];
}

/** 2110 itself. */
function informationSegments(benefit: Benefit): SegmentDraft[] {
  return [
    [
      'EB',
      benefit.information,
      benefit.coverageLevel,
      { repeat: benefit.serviceTypes },
      benefit.insuranceType,
      benefit.planDescription,
      benefit.period,
      benefit.amount === undefined ? undefined : decimal(benefit.amount),
      benefit.fraction && shortest(benefit.fraction),
      benefit.quantityQualifier,
      benefit.quantity && shortest(benefit.quantity),
      benefit.authorizationRequired,
      benefit.inNetwork,
      benefit.procedure && ['HC', benefit.procedure],
    ],
    ...benefit.references.map(referenceSegment),
    ...benefit.dates.map(dtp),
    ...benefit.rejections.map(rejectionSegment),
    ...benefit.messages.map((message): SegmentDraft => ['MSG', message]),
  ];
}

type Subject = EligibilitySubject | EligibilityAnswer;

/** 2000C and 2000D of all subjects. Neighbours who are dependants of one subscriber share the subscriber's level. */
function subjectLevels(
  subjects: readonly Subject[],
  guide: '270' | '271',
  parents: { readonly source: string; readonly receiver: string | undefined },
  hierarchy: Hierarchy,
): SegmentDraft[] {
  let { receiver } = parents;
  let subscriber = '';
  return subjects.flatMap((subject, index) => {
    const kept = new Kept(guide, subject.unmodelled);
    const before = subjects[index - 1];
    const segments: SegmentDraft[] = [];
    const { provider } = subject;
    if (provider && !same(provider, before?.provider)) {
      const level = hierarchy.open(parents.source, '21', true);
      receiver = level.id;
      segments.push(
        ...kept.place('2000B', [level.segment]),
        ...kept.place('2100B', [nameSegment('1P', provider)]),
      );
    }
    if (!sharesSubscriber(subject, before)) {
      const after = subjects[index + 1];
      const hasDependants = subject.dependant !== undefined || (after && sharesSubscriber(after, subject));
      const level = hierarchy.open(receiver, '22', hasDependants ?? false);
      subscriber = level.id;
      if (!subject.dependant) return [...segments, ...subjectSegments(subject, level.segment, kept)];
      segments.push(
        ...kept.place('2000C', [level.segment]),
        ...kept.place('2100C', insuredSegments('IL', subject.subscriber)),
      );
    }
    const level = hierarchy.open(subscriber, '23', false);
    return [...segments, ...subjectSegments(subject, level.segment, kept)];
  });
}

function subjectSegments(subject: Subject, level: SegmentDraft, kept: Kept): SegmentDraft[] {
  return 'benefits' in subject
    ? answerSegments(subject, level, kept)
    : questionSegments(subject, level, kept);
}

/** Is this a dependant of the subscriber whose level is open? */
function sharesSubscriber(subject: Subject, before: Subject | undefined): boolean {
  if (!before || subject.dependant === undefined || !same(subject.provider, before.provider)) return false;
  if (!same(subject.subscriber, before.subscriber)) return false;
  return before.dependant !== undefined || asksOfOwn(before);
}

/** Will the subscriber's level be read as a subject of its own? */
function asksOfOwn(subject: Subject): boolean {
  if (!('benefits' in subject)) return subject.serviceTypes.length > 0;
  return subject.benefits.length > 0 || subject.rejections.some(({ loop }) => loop !== '2000C');
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** NM1 to INS of a person; a 271 also says the group and why the person was rejected. */
export function insuredSegments(
  role: string,
  insured: InsuredPerson,
  also: { readonly groupNumber?: string; readonly rejections?: readonly SegmentDraft[] } = {},
): SegmentDraft[] {
  const { bornOn, sex, relation, references = [] } = insured;
  const group = references.some(({ qualifier }) => qualifier === '6P') ? undefined : also.groupNumber;
  return [
    nameSegment(role, insured.party),
    ...references.map(referenceSegment),
    ...when(group, number => ['REF', '6P', number]),
    ...addressSegments(insured.address),
    ...(also.rejections ?? []),
    ...(bornOn === undefined && sex === undefined
      ? []
      : [['DMG', bornOn && 'D8', bornOn && ymd(bornOn), sex] as const]),
    ...when(relation, code => ['INS', 'N', code]),
  ];
}
