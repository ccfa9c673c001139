import type { TransactionDraft } from '../segments/interchange.ts';
import type { ElementDraft, SegmentDraft } from '../segments/writer.ts';
import { statusSegment } from './build-acknowledgements.ts';
import type {
  ClaimStatusFile,
  ClaimStatusRequest,
  ClaimStatusResponse,
  PaymentStatus,
  StatusAnswer,
  StatusPayer,
  StatusPerson,
  StatusProvider,
  StatusQuestion,
  StatusQuestionLine,
  StatusReceiver,
  StatusTrace,
} from './claim-status.ts';
import { Kept } from './kept.ts';
import {
  Hierarchy,
  contactSegment,
  decimal,
  dtp,
  nameSegment,
  procedureElement,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';
import { shortest } from './reading.ts';

export const CLAIM_STATUS_VERSION = '005010X212';

type Guide = '276' | '277';

/** Writes a 276; it travels in a group `HR`. */
export function buildClaimStatusRequest(model: ClaimStatusRequest, control: string): TransactionDraft {
  const head: SegmentDraft = ['BHT', '0010', '13', model.reference, ymd(model.createdOn), model.createdAt];
  return draft('276', control, levels(model, '276', head, questionSegments));
}

/** Writes a 277 as a payer would; it travels in a group `HN`. */
export function buildClaimStatusResponse(model: ClaimStatusResponse, control: string): TransactionDraft {
  const { reference, createdOn, createdAt } = model;
  const head: SegmentDraft = ['BHT', '0010', '08', reference, ymd(createdOn), createdAt, 'DG'];
  return draft('277', control, levels(model, '277', head, answerSegments));
}

function draft(set: Guide, control: string, segments: readonly SegmentDraft[]): TransactionDraft {
  return { set, control, version: CLAIM_STATUS_VERSION, segments };
}

/** How the claims of a level are written, and where. */
interface Writing<Claim> {
  readonly guide: Guide;
  readonly hierarchy: Hierarchy;
  readonly draftClaim: (claim: Claim, letter: 'D' | 'E') => SegmentDraft[];
}

function levels<Claim>(
  model: ClaimStatusFile<Claim>,
  guide: Guide,
  head: SegmentDraft,
  draftClaim: Writing<Claim>['draftClaim'],
): SegmentDraft[] {
  const kept = new Kept(guide, model.unmodelled);
  const writing = { guide, hierarchy: new Hierarchy(), draftClaim };
  return [
    ...kept.place('', [head]),
    ...kept.rest(),
    ...model.payers.flatMap(payer => payerSegments(payer, writing)),
  ];
}

function payerSegments<Claim>(entry: StatusPayer<Claim>, writing: Writing<Claim>): SegmentDraft[] {
  const { payer, contacts = [], receivers } = entry;
  const kept = new Kept(writing.guide, entry.unmodelled);
  const level = writing.hierarchy.open(undefined, '20', receivers.length > 0);
  return [
    ...kept.place('2000A', [level.segment]),
    ...kept.place('2100A', [
      nameSegment('PR', payer),
      ...contacts.map(contact => contactSegment('IC', contact)),
    ]),
    ...kept.rest(),
    ...receivers.flatMap(receiver => receiverSegments(receiver, level.id, writing)),
  ];
}

function receiverSegments<Claim>(
  entry: StatusReceiver<Claim>,
  parent: string,
  writing: Writing<Claim>,
): SegmentDraft[] {
  const kept = new Kept(writing.guide, entry.unmodelled);
  const level = writing.hierarchy.open(parent, '21', entry.providers.length > 0);
  return [
    ...kept.place('2000B', [level.segment]),
    ...kept.place('2100B', [nameSegment('41', entry.receiver)]),
    ...kept.place('2200B', traceSegments('2', entry.answer)),
    ...kept.rest(),
    ...entry.providers.flatMap(provider => providerSegments(provider, level.id, writing)),
  ];
}

function providerSegments<Claim>(
  entry: StatusProvider<Claim>,
  parent: string,
  writing: Writing<Claim>,
): SegmentDraft[] {
  const { hierarchy, guide } = writing;
  const kept = new Kept(guide, entry.unmodelled);
  const level = hierarchy.open(parent, '19', entry.subscribers.length > 0);
  return [
    ...kept.place('2000C', [level.segment]),
    ...kept.place('2100C', [nameSegment('1P', entry.provider)]),
    ...kept.place('2200C', traceSegments('1', entry.answer)),
    ...kept.rest(),
    ...entry.subscribers.flatMap(subscriber => {
      const { id, segment } = hierarchy.open(level.id, '22', subscriber.dependants.length > 0);
      return [
        ...personSegments(segment, 'D', subscriber, writing),
        ...subscriber.dependants.flatMap(dependant =>
          personSegments(hierarchy.open(id, '23', undefined).segment, 'E', dependant, writing),
        ),
      ];
    }),
  ];
}

function personSegments<Claim>(
  level: SegmentDraft,
  letter: 'D' | 'E',
  person: StatusPerson<Claim>,
  { guide, draftClaim }: Writing<Claim>,
): SegmentDraft[] {
  const kept = new Kept(guide, person.unmodelled);
  return [
    ...kept.place(`2000${letter}`, [
      level,
      ...when(person.bornOn, date => ['DMG', 'D8', ymd(date), person.sex]),
    ]),
    ...kept.place(`2100${letter}`, [nameSegment(letter === 'D' ? 'IL' : 'QC', person.party)]),
    ...kept.rest(),
    ...person.claims.flatMap(claim => draftClaim(claim, letter)),
  ];
}

function questionSegments(claim: StatusQuestion, letter: 'D' | 'E'): SegmentDraft[] {
  const kept = new Kept('276', claim.unmodelled);
  return [
    ...kept.place(`2200${letter}`, [
      ['TRN', '1', claim.trace],
      ...claim.references.map(referenceSegment),
      ...when(claim.charge, amount => ['AMT', 'T3', decimal(amount)]),
      ...serviceDate(claim),
    ]),
    ...kept.rest(),
    ...claim.lines.flatMap(line =>
      new Kept('276', line.unmodelled).place(`2210${letter}`, [
        serviceSegment(line, undefined),
        ...when(line.controlNumber, number => ['REF', 'FJ', number]),
        ...serviceDate(line),
      ]),
    ),
  ];
}

function answerSegments(claim: StatusAnswer, letter: 'D' | 'E'): SegmentDraft[] {
  const kept = new Kept('277', claim.unmodelled);
  return [
    ...kept.place(`2200${letter}`, [
      ['TRN', '2', claim.trace],
      ...claim.statuses.map(paymentStatusSegment),
      ...claim.references.map(referenceSegment),
      ...serviceDate(claim),
    ]),
    ...kept.rest(),
    ...claim.lines.flatMap(line =>
      new Kept('277', line.unmodelled).place(`2220${letter}`, [
        serviceSegment(line, decimal(line.paid)),
        ...line.statuses.map(paymentStatusSegment),
        ...when(line.controlNumber, number => ['REF', 'FJ', number]),
        ...serviceDate(line),
      ]),
    ),
  ];
}

function serviceSegment(line: StatusQuestionLine, paid: string | undefined): SegmentDraft {
  const { procedure, charge, revenueCode, units } = line;
  const quantity = units && shortest(units);
  return [
    'SVC',
    procedureElement(procedure),
    decimal(charge),
    paid,
    revenueCode,
    undefined,
    undefined,
    quantity,
  ];
}

function serviceDate(entry: Pick<StatusQuestion, 'serviceFrom' | 'serviceTo'>): SegmentDraft[] {
  return when(entry.serviceFrom, date => dtp({ qualifier: '472', date, until: entry.serviceTo }));
}

function traceSegments(kind: string, entry: StatusTrace | undefined): SegmentDraft[] {
  return entry ? [['TRN', kind, entry.trace], ...entry.statuses.map(paymentStatusSegment)] : [];
}

function paymentStatusSegment(status: PaymentStatus): SegmentDraft {
  const [id, first, effective, action, amount, , , , , , ...rest] = statusSegment(status);
  const date = (value: PaymentStatus['paidOn']) => value && ymd(value);
  const payment: ElementDraft[] = [
    status.paid === undefined ? undefined : decimal(status.paid),
    date(status.adjudicatedOn),
    undefined,
    date(status.paidOn),
    status.checkNumber,
  ];
  return [id, first, effective, action, amount, ...payment, ...rest];
}
