import type { TransactionDraft } from '../segments/interchange.ts';
import type { ElementDraft, SegmentDraft } from '../segments/writer.ts';
import { statusSegment } from './build-acknowledgements.ts';
import type {
  ClaimStatusFile,
  ClaimStatusRequest,
  ClaimStatusResponse,
  PaymentStatus,
  StatusAnswer,
  StatusPerson,
  StatusQuestion,
  StatusQuestionLine,
  StatusTrace,
} from './claim-status.ts';
import {
  Hierarchy,
  contactSegment,
  decimal,
  dtp,
  keptSegment,
  nameSegment,
  procedureElement,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';
import { shortest } from './reading.ts';

export const CLAIM_STATUS_VERSION = '005010X212';

type DraftClaim<Claim> = (claim: Claim) => SegmentDraft[];

/** Writes a 276; it travels in a group `HR`. */
export function buildClaimStatusRequest(model: ClaimStatusRequest, control: string): TransactionDraft {
  const head: SegmentDraft = ['BHT', '0010', '13', model.reference, ymd(model.createdOn), model.createdAt];
  return draft('276', control, [head, ...levels(model, questionSegments)]);
}

/** Writes a 277 as a payer would; it travels in a group `HN`. */
export function buildClaimStatusResponse(model: ClaimStatusResponse, control: string): TransactionDraft {
  const { reference, createdOn, createdAt } = model;
  const head: SegmentDraft = ['BHT', '0010', '08', reference, ymd(createdOn), createdAt, 'DG'];
  return draft('277', control, [head, ...levels(model, answerSegments)]);
}

function draft(set: string, control: string, segments: readonly SegmentDraft[]): TransactionDraft {
  return { set, control, version: CLAIM_STATUS_VERSION, segments };
}

function levels<Claim>(model: ClaimStatusFile<Claim>, draftClaim: DraftClaim<Claim>): SegmentDraft[] {
  const hierarchy = new Hierarchy();
  return model.payers.flatMap(({ payer, contacts = [], receivers }) => {
    const source = hierarchy.open(undefined, '20', receivers.length > 0);
    return [
      source.segment,
      nameSegment('PR', payer),
      ...contacts.map(contact => contactSegment('IC', contact)),
      ...receivers.flatMap(({ receiver, answer, providers }) => {
        const asked = hierarchy.open(source.id, '21', providers.length > 0);
        return [
          asked.segment,
          nameSegment('41', receiver),
          ...traceSegments('2', answer),
          ...providers.flatMap(entry => {
            const served = hierarchy.open(asked.id, '19', entry.subscribers.length > 0);
            return [
              served.segment,
              nameSegment('1P', entry.provider),
              ...traceSegments('1', entry.answer),
              ...entry.subscribers.flatMap(subscriber => {
                const level = hierarchy.open(served.id, '22', subscriber.dependants.length > 0);
                return [
                  level.segment,
                  ...personSegments('IL', subscriber, draftClaim),
                  ...subscriber.dependants.flatMap(dependant => [
                    hierarchy.open(level.id, '23', undefined).segment,
                    ...personSegments('QC', dependant, draftClaim),
                  ]),
                ];
              }),
            ];
          }),
        ];
      }),
    ];
  });
}

function personSegments<Claim>(
  role: string,
  person: StatusPerson<Claim>,
  draftClaim: DraftClaim<Claim>,
): SegmentDraft[] {
  return [
    ...when(person.bornOn, date => ['DMG', 'D8', ymd(date), person.sex]),
    nameSegment(role, person.party),
    ...person.claims.flatMap(draftClaim),
  ];
}

function questionSegments(claim: StatusQuestion): SegmentDraft[] {
  return [
    ['TRN', '1', claim.trace],
    ...claim.references.map(referenceSegment),
    ...when(claim.charge, amount => ['AMT', 'T3', decimal(amount)]),
    ...serviceDate(claim),
    ...(claim.unmodelled ?? []).map(keptSegment),
    ...claim.lines.flatMap(line => [
      serviceSegment(line, undefined),
      ...when(line.controlNumber, number => ['REF', 'FJ', number]),
      ...serviceDate(line),
    ]),
  ];
}

function answerSegments(claim: StatusAnswer): SegmentDraft[] {
  return [
    ['TRN', '2', claim.trace],
    ...claim.statuses.map(paymentStatusSegment),
    ...claim.references.map(referenceSegment),
    ...serviceDate(claim),
    ...(claim.unmodelled ?? []).map(keptSegment),
    ...claim.lines.flatMap(line => [
      serviceSegment(line, decimal(line.paid)),
      ...line.statuses.map(paymentStatusSegment),
      ...when(line.controlNumber, number => ['REF', 'FJ', number]),
      ...serviceDate(line),
    ]),
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
