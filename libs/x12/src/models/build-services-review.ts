import type { TransactionDraft } from '../segments/interchange.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import { insuredSegments } from './build-eligibility.ts';
import { rejectionSegment, rejectionsAt } from './build-rejections.ts';
import { reviewedSegments } from './build-reviewed.ts';
import {
  Hierarchy,
  addressSegments,
  contactSegment,
  nameSegment,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';
import { Kept } from './kept.ts';
import type {
  PatientEvent,
  Requester,
  ReviewParty,
  ReviewedPerson,
  ReviewedSubscriber,
  Reviewer,
  ServicesReview,
} from './services-review.ts';

export const SERVICES_REVIEW_VERSION = '005010X217';
const GUIDE = '278';

/** Writes a 278, request or response; it travels in a group `HI`. */
export function buildServicesReview(model: ServicesReview, control: string): TransactionDraft {
  const kept = new Kept(GUIDE, model.unmodelled);
  const hierarchy = new Hierarchy();
  const { purpose, reference, createdOn, createdAt, transactionType } = model;
  const segments = [
    ...kept.place('', [['BHT', '0007', purpose, reference, ymd(createdOn), createdAt, transactionType]]),
    ...kept.rest(),
    ...model.reviewers.flatMap(entry => reviewerSegments(entry, hierarchy)),
  ];
  return { set: '278', control, version: SERVICES_REVIEW_VERSION, segments };
}

function reviewerSegments(entry: Reviewer, hierarchy: Hierarchy): SegmentDraft[] {
  const kept = new Kept(GUIDE, entry.unmodelled);
  const level = hierarchy.open(undefined, '20', entry.requesters.length > 0);
  return [
    ...kept.place('2000A', [level.segment, ...(entry.rejections ?? []).map(rejectionSegment)]),
    ...kept.rest(),
    ...partySegments('2010A', entry.organization),
    ...entry.requesters.flatMap(each => requesterSegments(each, level.id, hierarchy)),
  ];
}

function requesterSegments(entry: Requester, parent: string, hierarchy: Hierarchy): SegmentDraft[] {
  const kept = new Kept(GUIDE, entry.unmodelled);
  const level = hierarchy.open(parent, '21', entry.subscribers.length > 0);
  return [
    ...kept.place('2000B', [level.segment, ...(entry.rejections ?? []).map(rejectionSegment)]),
    ...partySegments('2010B', entry.provider),
    // a second requester
    ...kept.rest(),
    ...entry.subscribers.flatMap(each => subscriberSegments(each, level.id, hierarchy)),
  ];
}

function subscriberSegments(entry: ReviewedSubscriber, parent: string, hierarchy: Hierarchy): SegmentDraft[] {
  const { dependants = [], events } = entry;
  const level = hierarchy.open(parent, '22', events.length > 0 || dependants.length > 0);
  return [
    ...personSegments(entry, 'C', level, hierarchy),
    ...dependants.flatMap(dependant => {
      const inner = hierarchy.open(level.id, '23', dependant.events.length > 0);
      return personSegments(dependant, 'D', inner, hierarchy);
    }),
  ];
}

type Level = ReturnType<Hierarchy['open']>;

function personSegments(
  entry: ReviewedPerson,
  letter: 'C' | 'D',
  level: Level,
  hierarchy: Hierarchy,
): SegmentDraft[] {
  const kept = new Kept(GUIDE, entry.unmodelled);
  const at = (loop: string) => rejectionsAt(loop, entry.rejections ?? []);
  return [
    ...kept.place(`2000${letter}`, [level.segment, ...at(`2000${letter}`)]),
    ...kept.place(
      `2010${letter}`,
      insuredSegments(letter === 'C' ? 'IL' : 'QC', entry.person, { rejections: at(`2010${letter}`) }),
    ),
    ...kept.rest(),
    ...entry.events.flatMap(event => eventSegments(event, level.id, hierarchy)),
  ];
}

function eventSegments(event: PatientEvent, parent: string, hierarchy: Hierarchy): SegmentDraft[] {
  const { services = [], providers = [], diagnoses = [] } = event;
  const kept = new Kept(GUIDE, event.unmodelled);
  const level = hierarchy.open(parent, 'EV', services.length > 0);
  const codes = diagnoses.map(({ qualifier, code, date }) => [
    qualifier,
    code,
    date && 'D8',
    date && ymd(date),
  ]);
  return [
    ...kept.place(
      '2000E',
      reviewedSegments(level.segment, event, codes.length > 0 ? [['HI', ...codes]] : []),
    ),
    ...kept.rest(),
    ...providers.flatMap(party => partySegments('2010E', party)),
    ...services.flatMap(service => {
      const left = new Kept(GUIDE, service.unmodelled);
      const inner = hierarchy.open(level.id, 'SS', false);
      return [
        ...left.place('2000F', reviewedSegments(inner.segment, service)),
        ...left.rest(),
        ...(service.providers ?? []).flatMap(party => partySegments('2010F', party)),
      ];
    }),
  ];
}

function partySegments(loop: string, entry: ReviewParty): readonly SegmentDraft[] {
  const { role, party, address, references = [], contacts = [], taxonomy, rejections = [] } = entry;
  if (role === '') return [];
  return new Kept(GUIDE, entry.unmodelled).place(loop, [
    nameSegment(role, party),
    ...references.map(referenceSegment),
    ...addressSegments(address),
    ...contacts.map(contact => contactSegment('IC', contact)),
    ...rejections.map(rejectionSegment),
    ...when(taxonomy, code => ['PRV', 'PE', 'PXC', code]),
  ]);
}
