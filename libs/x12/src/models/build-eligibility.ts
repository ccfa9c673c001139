import { shortest } from './reading.ts';
import type { TransactionDraft } from '../segments/interchange.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import type {
  Benefit,
  EligibilityAnswer,
  EligibilityInquiry,
  EligibilityResponse,
  EligibilitySubject,
  InsuredPerson,
  Rejection,
} from './eligibility.ts';
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
  const source = hierarchy.open(undefined, '20', true);
  const receiver = hierarchy.open(source.id, '21', true);
  const segments: SegmentDraft[] = [
    ['BHT', '0022', '13', model.reference, ymd(model.createdOn), model.createdAt],
    source.segment,
    nameSegment('PR', model.payer),
    receiver.segment,
    nameSegment('1P', model.provider),
    ...model.subjects.flatMap(subject => inquirySubject(subject, receiver.id, hierarchy)),
  ];
  return { set: '270', control, version: ELIGIBILITY_VERSION, segments };
}

function inquirySubject(subject: EligibilitySubject, parent: string, hierarchy: Hierarchy): SegmentDraft[] {
  const { trace, dependant } = subject;
  const traced: SegmentDraft = ['TRN', '1', trace.number, trace.originator];
  const asked: SegmentDraft[] = [
    ...when(subject.asOf, date => dtp({ qualifier: '291', date })),
    ['EQ', { repeat: subject.serviceTypes }],
  ];
  const subscriber = hierarchy.open(parent, '22', dependant !== undefined);
  if (!dependant) {
    return [subscriber.segment, traced, ...insuredSegments('IL', subject.subscriber), ...asked];
  }
  const level = hierarchy.open(subscriber.id, '23', false);
  return [
    subscriber.segment,
    ...insuredSegments('IL', subject.subscriber),
    level.segment,
    traced,
    ...insuredSegments('03', dependant),
    ...asked,
  ];
}

/** Writes a 271 as a payer would; tests and partners' simulators of others use it. It travels in a group `HB`. */
export function buildEligibilityResponse(model: EligibilityResponse, control: string): TransactionDraft {
  const hierarchy = new Hierarchy();
  const hasSubjects = model.subjects.length > 0;
  const source = hierarchy.open(undefined, '20', model.provider !== undefined);
  const receiver = model.provider && hierarchy.open(source.id, '21', hasSubjects);
  const at = (loop: string) =>
    model.rejections.filter(rejection => rejection.loop === loop).map(rejectionSegment);
  const segments: SegmentDraft[] = [
    ['BHT', '0022', '11', model.reference, ymd(model.createdOn), model.createdAt],
    source.segment,
    ...at('2000A'),
    ...when(model.payer, payer => nameSegment('PR', payer)),
    ...model.payerContacts.map(contact => contactSegment('IC', contact)),
    ...at('2100A'),
    ...(receiver ? [receiver.segment] : []),
    ...when(model.provider, provider => nameSegment('1P', provider)),
    ...at('2100B'),
    ...model.subjects.flatMap(subject => answerSegments(subject, receiver?.id, hierarchy)),
  ];
  return { set: '271', control, version: ELIGIBILITY_VERSION, segments };
}

function answerSegments(
  answer: EligibilityAnswer,
  parent: string | undefined,
  hierarchy: Hierarchy,
): SegmentDraft[] {
  const { dependant } = answer;
  const subscriber = hierarchy.open(parent, '22', dependant !== undefined);
  const level = dependant && hierarchy.open(subscriber.id, '23', false);
  const letter = dependant ? 'D' : 'C';
  const at = (loop: string) =>
    answer.rejections.filter(rejection => rejection.loop === loop).map(rejectionSegment);
  const person = (role: string, insured: InsuredPerson) =>
    insuredSegments(role, insured, [
      ...when(answer.groupNumber, number => ['REF', '6P', number]),
      ...at(`2100${letter}`),
    ]);
  return [
    subscriber.segment,
    ...(level ? [...insuredSegments('IL', answer.subscriber), level.segment] : []),
    ...answer.traces.map((trace): SegmentDraft => ['TRN', '2', trace.number, trace.originator]),
    ...(dependant ? person('03', dependant) : person('IL', answer.subscriber)),
    ...answer.dates.map(dtp),
    ...answer.benefits.flatMap(benefitSegments),
    ...at(`2110${letter}`),
  ];
}

function benefitSegments(benefit: Benefit): SegmentDraft[] {
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
    ...(benefit.related.length === 0
      ? []
      : [
          ['LS', '2120'] as const,
          ...benefit.related.flatMap(({ role, party, contacts }) => [
            nameSegment(role, party),
            ...contacts.map(contact => contactSegment('IC', contact)),
          ]),
          ['LE', '2120'] as const,
        ]),
  ];
}

function rejectionSegment(rejection: Rejection): SegmentDraft {
  return ['AAA', rejection.valid ? 'Y' : 'N', undefined, rejection.reason, rejection.followUp];
}

function insuredSegments(
  role: string,
  insured: InsuredPerson,
  afterReferences: readonly SegmentDraft[] = [],
): SegmentDraft[] {
  const { bornOn, sex, relation } = insured;
  const references = afterReferences.filter(([id]) => id === 'REF');
  const rest = afterReferences.filter(([id]) => id !== 'REF');
  const own = (insured.references ?? []).filter(
    ({ qualifier }) => references.length === 0 || qualifier !== '6P',
  );
  return [
    nameSegment(role, insured.party),
    ...own.map(referenceSegment),
    ...references,
    ...addressSegments(insured.address),
    ...rest,
    ...(bornOn === undefined && sex === undefined
      ? []
      : [['DMG', bornOn && 'D8', bornOn && ymd(bornOn), sex] as const]),
    ...when(relation, code => ['INS', 'N', code]),
  ];
}
