import { shortest } from './reading.ts';
import type { TransactionDraft } from '../segments/interchange.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import type { Party } from './common.ts';
import { inpatientRemarks } from './inpatient-remarks.ts';
import { Kept } from './kept.ts';
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

const GUIDE = '835';

/** Writes an 835; put it into a group of `writeInterchange` with version 005010X221A1. */
export function buildRemittance(model: Remittance, control: string): TransactionDraft {
  const kept = new Kept(GUIDE, model.unmodelled);
  const root = kept.place('', [
    ...paymentSegments(model),
    ...providerAdjustmentSegments(model.providerAdjustments),
  ]);
  const footer = root.findIndex(([id]) => id === 'PLB');
  const head = footer < 0 ? root.length : footer;
  const segments: SegmentDraft[] = [
    ...root.slice(0, head),
    ...kept.place('1000A', partySegments('PR', model.payer)),
    ...kept.place('1000B', partySegments('PE', model.payee)),
    ...kept.rest(),
    ...model.groups.flatMap(group => [
      ...new Kept(GUIDE, group.unmodelled).place('2000', [['LX', group.number]]),
      ...group.claims.flatMap(claimSegments),
    ]),
    ...root.slice(head),
  ];
  return { set: '835', control, segments };
}

function paymentSegments(model: Remittance): SegmentDraft[] {
  const { bank = [] } = model;
  return [
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
  ];
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
  const kept = new Kept(GUIDE, claim.unmodelled);
  return [...kept.place('2100', paymentOfClaim(claim)), ...kept.rest(), ...claim.lines.flatMap(lineSegments)];
}

/** 2100 itself. */
function paymentOfClaim(claim: RemittanceClaim): SegmentDraft[] {
  const name = (role: string, party: Party | undefined) => when(party, value => nameSegment(role, value));
  const remarks = outpatientRemarks(claim);
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
    ...(remarks.length > 0 ? [['MOA', undefined, undefined, ...remarks.slice(0, 5)] as const] : []),
    ...claim.references.map(referenceSegment),
    ...claim.dates.map(dtm),
    ...claim.contacts.map(contact => contactSegment('CX', contact)),
    ...claim.amounts.map(amountSegment),
    ...claim.quantities.map(quantitySegment),
  ];
}

/** The remarks that no MIA of the claim says. */
function outpatientRemarks({ remarks, unmodelled = [] }: RemittanceClaim): readonly string[] {
  const inpatient = unmodelled
    .filter(({ elements }) => elements[0] === 'MIA')
    .flatMap(({ elements }) => inpatientRemarks(elements));
  return inpatient.length === 0 ? remarks : remarks.filter(code => !inpatient.includes(code));
}

function lineSegments(line: RemittanceLine): readonly SegmentDraft[] {
  const kept = new Kept(GUIDE, line.unmodelled);
  return [
    ...kept.place('2110', [
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
    ]),
    ...kept.rest(),
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
