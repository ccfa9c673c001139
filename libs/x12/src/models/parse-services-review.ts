import type { TransactionSegments } from '../interchange-file.ts';
import { component, components } from '../segments/segment.ts';
import type { Parsed } from './common.ts';
import { leftovers } from './leftovers.ts';
import { insuredPerson } from './parse-insured.ts';
import { NOBODY } from './parse-people.ts';
import { rejections } from './parse-rejections.ts';
import { reviewed, serviceOf } from './parse-reviewed.ts';
import { Reading, some, toDate } from './reading.ts';
import type {
  PatientEvent,
  Requester,
  ReviewParty,
  ReviewedDiagnosis,
  ReviewedPerson,
  ReviewedSubscriber,
  Reviewer,
  ServicesReview,
} from './services-review.ts';
import type { LoopNode } from './tree.ts';
import { treeOf, type PlacedSegment } from './tree.ts';

/** Reads a 278, request or response. */
export function parseServicesReview(transaction: TransactionSegments): Parsed<ServicesReview> {
  const reading = new Reading();
  const root = treeOf(transaction, '278');
  const begin = root.first('BHT') ?? (root.head as PlacedSegment);
  reading.constant(begin, 1, '0007');
  const value: ServicesReview = {
    purpose: reading.text(begin, 2),
    reference: reading.text(begin, 3),
    createdOn: reading.date(begin, 4),
    createdAt: reading.text(begin, 5),
    transactionType: reading.optional(begin, 6),
    reviewers: root.loopsOf('2000A').map(node => reviewer(node, reading)),
    unmodelled: leftovers(root),
  };
  return { value, problems: reading.problems };
}

function reviewer(node: LoopNode, reading: Reading): Reviewer {
  return {
    organization: reviewParty(node.loop('2010A'), reading),
    requesters: node.loopsOf('2000B').map(each => requester(each, reading)),
    rejections: some(rejections(node, reading)),
    unmodelled: leftovers(node),
  };
}

function requester(node: LoopNode, reading: Reading): Requester {
  return {
    provider: reviewParty(node.loop('2010B'), reading),
    subscribers: node.loopsOf('2000C').map(each => subscriber(each, reading)),
    rejections: some(rejections(node, reading)),
    unmodelled: leftovers(node),
  };
}

function subscriber(node: LoopNode, reading: Reading): ReviewedSubscriber {
  const dependants = some(node.loopsOf('2000D').map(each => person(each, 'D', reading)));
  return { ...person(node, 'C', reading), dependants };
}

function person(node: LoopNode, letter: 'C' | 'D', reading: Reading): ReviewedPerson {
  const name = node.loop(`2010${letter}`);
  return {
    person: insuredPerson(name, letter === 'C' ? 'IL' : 'QC', reading),
    events: node.loopsOf('2000E').map(each => event(each, reading)),
    rejections: some([...rejections(node, reading), ...rejections(name, reading)]),
    unmodelled: leftovers(node),
  };
}

function event(node: LoopNode, reading: Reading): PatientEvent {
  const codes = node.first('HI');
  return {
    ...reviewed(node, reading),
    diagnoses: some(codes ? diagnosesOf(codes, reading) : []),
    providers: some(node.loopsOf('2010E').map(each => reviewParty(each, reading))),
    services: some(
      node.loopsOf('2000F').map(each => ({
        ...serviceOf(each, reading),
        providers: some(each.loopsOf('2010F').map(loop => reviewParty(loop, reading))),
        unmodelled: leftovers(each),
      })),
    ),
    unmodelled: leftovers(node),
  };
}

/** 2010A, 2010B, 2010E or 2010F. */
function reviewParty(node: LoopNode | undefined, reading: Reading): ReviewParty {
  const at = node?.first('NM1');
  if (!node || !at) return { role: '', party: NOBODY };
  const specialty = node.first('PRV');
  reading.constant(specialty, 1, 'PE');
  reading.constant(specialty, 2, 'PXC');
  return {
    role: reading.text(at, 1),
    party: reading.party(at),
    address: reading.address(node),
    references: some(reading.references(node)),
    contacts: some(node.all('PER').map(per => reading.contact(per))),
    taxonomy: reading.optional(specialty, 3),
    rejections: some(rejections(node, reading)),
    unmodelled: leftovers(node),
  };
}

/** Codes of an HI that has nothing else in it. */
function diagnosesOf(at: PlacedSegment, reading: Reading): readonly ReviewedDiagnosis[] {
  const indexes = at.segment.elements.flatMap((text, index) => (index > 0 && text !== '' ? [index] : []));
  const simple = indexes.every(index => {
    const { length } = components(at.segment, index);
    const isDated = component(at.segment, index, 3) === 'D8' && toDate(component(at.segment, index, 4));
    return length === 2 || (length === 4 && isDated);
  });
  if (!simple) return [];
  return indexes.map(index => ({
    qualifier: reading.part(at, index, 1),
    code: reading.part(at, index, 2),
    date: toDate(reading.part(at, index, 4)),
  }));
}
