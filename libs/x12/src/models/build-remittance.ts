import { shortest } from './reading.ts';
import type { TransactionDraft } from '../segments/interchange.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import type { Party } from './common.ts';
import {
  addressSegments,
  adjustmentSegments,
  amountSegment,
  contactSegment,
  decimal,
  dtm,
  nameSegment,
  procedureElement,
  quantitySegment,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';
import type {
  ProviderAdjustment,
  Remittance,
  RemittanceClaim,
  RemittanceLine,
  RemittanceParty,
} from './remittance.ts';

/** Writes an 835; put it into a group of `writeInterchange` with version 005010X221A1. */
export function buildRemittance(model: Remittance, control: string): TransactionDraft {
  const bank = model.bank ?? [];
  const segments: SegmentDraft[] = [
    [
      'BPR',
      model.handling,
      decimal(model.amount),
      model.creditOrDebit,
      model.method,
      ...Array.from({ length: 11 }, (_, index) => bank[index]),
      ymd(model.paidOn),
    ],
    ['TRN', '1', model.trace, model.traceOriginator, model.traceSupplement],
    ...when(model.receiverId, id => ['REF', 'EV', id]),
    ...when(model.productionDate, date => ['DTM', '405', ymd(date)]),
    ...partySegments('PR', model.payer),
    ...partySegments('PE', model.payee),
    ...model.groups.flatMap(group => [['LX', group.number] as const, ...group.claims.flatMap(claimSegments)]),
    ...providerAdjustmentSegments(model.providerAdjustments),
  ];
  return { set: '835', control, segments };
}

function partySegments(role: string, party: RemittanceParty): SegmentDraft[] {
  return [
    ['N1', role, party.name, party.idQualifier, party.id],
    ...addressSegments(party.address),
    ...party.references.map(referenceSegment),
    ...party.contacts.map(contact => contactSegment(contact.code, contact)),
  ];
}

function claimSegments(claim: RemittanceClaim): SegmentDraft[] {
  const name = (role: string, party: Party | undefined) => when(party, value => nameSegment(role, value));
  return [
    [
      'CLP',
      claim.patientControlNumber,
      claim.status,
      decimal(claim.charge),
      decimal(claim.paid),
      claim.patientResponsibility === undefined ? undefined : decimal(claim.patientResponsibility),
      claim.filingIndicator,
      claim.payerControlNumber,
      claim.facilityType,
      claim.frequency,
    ],
    ...adjustmentSegments(claim.adjustments),
    ...name('QC', claim.patient),
    ...name('IL', claim.insured),
    ...name('74', claim.correctedInsured),
    ...name('82', claim.serviceProvider),
    ...name('TT', claim.crossoverPayer),
    ...name('PR', claim.correctedPriorityPayer),
    ...name('GB', claim.otherSubscriber),
    ...(claim.remarks.length > 0
      ? [['MOA', undefined, undefined, ...claim.remarks.slice(0, 5)] as const]
      : []),
    ...claim.references.map(referenceSegment),
    ...claim.dates.map(dtm),
    ...claim.contacts.map(contact => contactSegment('CX', contact)),
    ...claim.amounts.map(amountSegment),
    ...claim.quantities.map(quantitySegment),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function lineSegments(line: RemittanceLine): SegmentDraft[] {
  return [
    [
      'SVC',
      procedureElement(line.procedure),
      decimal(line.charge),
      decimal(line.paid),
      line.revenueCode,
      line.paidUnits && shortest(line.paidUnits),
      line.submittedProcedure && procedureElement(line.submittedProcedure),
      line.submittedUnits && shortest(line.submittedUnits),
    ],
    ...serviceDates(line),
    ...adjustmentSegments(line.adjustments),
    ...when(line.controlNumber, number => ['REF', '6R', number]),
    ...line.references.map(referenceSegment),
    ...line.amounts.map(amountSegment),
    ...line.quantities.map(quantitySegment),
    ...line.remarks.map(code => ['LQ', 'HE', code] as const),
  ];
}

function serviceDates(line: RemittanceLine): SegmentDraft[] {
  const { serviceFrom, serviceTo } = line;
  if (serviceTo === undefined) return when(serviceFrom, date => ['DTM', '472', ymd(date)]);
  return [...when(serviceFrom, date => ['DTM', '150', ymd(date)]), ['DTM', '151', ymd(serviceTo)]];
}

/** Adjustments of one provider and fiscal period share a PLB, up to six. */
function providerAdjustmentSegments(adjustments: readonly ProviderAdjustment[]): SegmentDraft[] {
  const runs: ProviderAdjustment[][] = [];
  for (const adjustment of adjustments) {
    const [head] = runs.at(-1) ?? [];
    const same =
      head?.providerId === adjustment.providerId && head.fiscalPeriodEnd === adjustment.fiscalPeriodEnd;
    if (same && (runs.at(-1)?.length ?? 0) < 6) runs.at(-1)?.push(adjustment);
    else runs.push([adjustment]);
  }
  return runs.flatMap(run =>
    when(run[0], head => [
      'PLB',
      head.providerId,
      ymd(head.fiscalPeriodEnd),
      ...run.flatMap(({ reason, reference, amount }) => [[reason, reference], decimal(amount)]),
    ]),
  );
}
