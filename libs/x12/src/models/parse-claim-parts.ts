import { leftovers } from './leftovers.ts';
import { payer, person } from './parse-people.ts';
import type { ClaimProvider, Drug, LineAdjudication, OtherPayer } from './professional-claims.ts';
import { some, type Reading } from './reading.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

/** CLM05-3; the whole of CLM05 is kept where its second component is not the usual one. */
export function placeAndFrequency(claim: PlacedSegment, qualifier: string, reading: Reading): string {
  const frequency = reading.part(claim, 5, 3);
  if (reading.part(claim, 5, 2) !== qualifier) reading.leave(claim, 5);
  return frequency;
}

/** 2320 with 2330A and 2330B. */
export function otherPayerOf(node: LoopNode, reading: Reading): OtherPayer {
  const information = node.first('SBR');
  const coverage = node.first('OI');
  const name = node.loop('2330B');
  const decided = name?.first('DTP', '573');
  reading.constant(decided, 2, 'D8');
  return {
    rank: reading.text(information, 1),
    relation: reading.text(information, 2),
    groupNumber: reading.optional(information, 3),
    groupName: reading.optional(information, 4),
    insuranceType: reading.optional(information, 5),
    filingIndicator: reading.text(information, 9),
    adjustments: some(reading.adjustments(node)),
    amounts: some(reading.amounts(node)),
    benefitsAssigned: reading.text(coverage, 3) as OtherPayer['benefitsAssigned'],
    releaseOfInformation: reading.text(coverage, 6) as OtherPayer['releaseOfInformation'],
    patientSignatureSource: reading.optional(coverage, 4),
    remarks: some(
      [3, 4, 5, 6, 7].map(index => reading.text(node.first('MOA'), index)).filter(code => code !== ''),
    ),
    subscriber: person(node.loop('2330A'), 'IL', reading),
    payer: payer(name, reading),
    adjudicatedOn: reading.optionalDate(decided, 3),
    unmodelled: leftovers(node),
  };
}

/** 2430. */
export function adjudicationOf(node: LoopNode, reading: Reading): LineAdjudication {
  const service = node.head as PlacedSegment;
  const decided = node.first('DTP', '573');
  reading.constant(decided, 2, 'D8');
  return {
    payerId: reading.text(service, 1),
    paid: reading.amount(service, 2),
    procedure: reading.procedure(service, 3),
    units: reading.quantity(service, 5),
    bundledInto: reading.optional(service, 6),
    adjustments: reading.adjustments(node),
    adjudicatedOn: reading.optionalDate(decided, 3),
    remainingPatientLiability: reading.optionalAmount(node.first('AMT', 'EAF'), 2),
    unmodelled: leftovers(node),
  };
}

/** 2310 and 2420. */
export function claimProviderOf(node: LoopNode, reading: Reading): ClaimProvider {
  const at = node.head as PlacedSegment;
  const specialty = node.first('PRV');
  reading.constant(specialty, 1, reading.text(at, 1) === '71' ? 'AT' : 'PE');
  reading.constant(specialty, 2, 'PXC');
  return {
    role: reading.text(at, 1),
    party: reading.party(at),
    taxonomy: reading.optional(specialty, 3),
    address: reading.address(node),
    references: some(reading.references(node)),
    unmodelled: leftovers(node),
  };
}

/** 2410. */
export function drugOf(node: LoopNode | undefined, reading: Reading): Drug | undefined {
  if (!node) return undefined;
  const quantity = node.first('CTP');
  const product = node.first('LIN');
  reading.constant(product, 2, 'N4');
  return {
    ndc: reading.text(product, 3),
    quantity: reading.quantity(quantity, 4),
    unit: reading.part(quantity, 5, 1),
    prescription: reading.optional(node.first('REF', 'XZ'), 2),
  };
}
