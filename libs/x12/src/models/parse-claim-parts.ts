import { payer, person } from './parse-people.ts';
import type { ClaimProvider, Drug, LineAdjudication, OtherPayer } from './professional-claims.ts';
import { some, type Reading } from './reading.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

/** 2320 with 2330A and 2330B. */
export function otherPayerOf(node: LoopNode, reading: Reading): OtherPayer {
  const information = node.first('SBR');
  const coverage = node.first('OI');
  const name = node.loop('2330B');
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
    adjudicatedOn: reading.optionalDate(name?.first('DTP', '573'), 3),
  };
}

/** 2430. */
export function adjudicationOf(node: LoopNode, reading: Reading): LineAdjudication {
  const service = node.segments[0] as PlacedSegment;
  return {
    payerId: reading.text(service, 1),
    paid: reading.amount(service, 2),
    procedure: reading.procedure(service, 3),
    units: reading.quantity(service, 5),
    bundledInto: reading.optional(service, 6),
    adjustments: reading.adjustments(node),
    adjudicatedOn: reading.optionalDate(node.first('DTP', '573'), 3),
    remainingPatientLiability: reading.optionalAmount(node.first('AMT', 'EAF'), 2),
  };
}

/** 2310 and 2420. */
export function claimProviderOf(node: LoopNode, reading: Reading): ClaimProvider {
  const at = node.segments[0] as PlacedSegment;
  return {
    role: reading.text(at, 1),
    party: reading.party(at),
    taxonomy: reading.optional(node.first('PRV'), 3),
    address: reading.address(node),
    references: some(reading.references(node)),
  };
}

/** 2410. */
export function drugOf(node: LoopNode | undefined, reading: Reading): Drug | undefined {
  const quantity = node?.first('CTP');
  if (!node) return undefined;
  return {
    ndc: reading.text(node.first('LIN'), 3),
    quantity: reading.quantity(quantity, 4),
    unit: reading.part(quantity, 5, 1),
    prescription: reading.optional(node.first('REF', 'XZ') ?? node.first('REF', 'VY'), 2),
  };
}
