import type { SegmentDraft } from '../segments/writer.ts';
import { personSegments } from './build-people.ts';
import type { UnmodelledSegment } from './common.ts';
import {
  addressSegments,
  adjustmentSegments,
  amountSegment,
  decimal,
  keptSegment,
  nameSegment,
  procedureElement,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';
import type { ClaimProvider, Drug, LineAdjudication, OtherPayer } from './professional-claims.ts';
import { shortest } from './reading.ts';

/** 2410. */
export function drugSegments(drug: Drug): SegmentDraft[] {
  return [
    ['LIN', undefined, 'N4', drug.ndc],
    ['CTP', undefined, undefined, undefined, shortest(drug.quantity), drug.unit],
    ...when(drug.prescription, value => ['REF', 'XZ', value]),
  ];
}

/** 2320 with 2330A and 2330B. */
export function otherPayerSegments(entry: OtherPayer): SegmentDraft[] {
  const amounts = inOrderBy(entry.amounts, amount => amount.qualifier, ['D', 'A8', 'EAF']);
  const { payer } = entry;
  return [
    [
      'SBR',
      entry.rank,
      entry.relation,
      entry.groupNumber,
      entry.groupName,
      entry.insuranceType,
      undefined,
      undefined,
      undefined,
      entry.filingIndicator,
    ],
    ...adjustmentSegments(entry.adjustments ?? []),
    ...amounts.map(amountSegment),
    [
      'OI',
      undefined,
      undefined,
      entry.benefitsAssigned,
      entry.patientSignatureSource,
      undefined,
      entry.releaseOfInformation,
    ],
    ...(entry.remarks ? [['MOA', undefined, undefined, ...entry.remarks.slice(0, 5)] as const] : []),
    ...personSegments('IL', entry.subscriber),
    nameSegment('PR', payer.party),
    ...addressSegments(payer.address),
    ...when(entry.adjudicatedOn, date => ['DTP', '573', 'D8', ymd(date)]),
    ...(payer.references ?? []).map(referenceSegment),
  ];
}

/** 2430. */
export function adjudicationSegments(entry: LineAdjudication): SegmentDraft[] {
  return [
    [
      'SVD',
      entry.payerId,
      decimal(entry.paid),
      procedureElement(entry.procedure),
      undefined,
      shortest(entry.units),
      entry.bundledInto,
    ],
    ...adjustmentSegments(entry.adjustments),
    ...when(entry.adjudicatedOn, date => ['DTP', '573', 'D8', ymd(date)]),
    ...when(entry.remainingPatientLiability, amount => ['AMT', 'EAF', decimal(amount)]),
  ];
}

/** 2310 and 2420. */
export function providerSegments(provider: ClaimProvider): SegmentDraft[] {
  return [
    nameSegment(provider.role, provider.party),
    ...when(provider.taxonomy, taxonomy => ['PRV', provider.role === '71' ? 'AT' : 'PE', 'PXC', taxonomy]),
    ...addressSegments(provider.address),
    ...(provider.references ?? []).map(referenceSegment),
  ];
}

/** In the order of the guide's loops. */
export function inOrder(
  providers: readonly ClaimProvider[] | undefined,
  roles: readonly string[],
): readonly ClaimProvider[] {
  return inOrderBy(providers, provider => provider.role, roles);
}

function inOrderBy<T>(
  items: readonly T[] | undefined,
  keyOf: (item: T) => string,
  order: readonly string[],
): readonly T[] {
  return [...(items ?? [])].sort((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)));
}

/** Segments that were read without a field of their own, given back where the guide wants them. */
export class KeptSegments {
  #left: readonly UnmodelledSegment[];

  constructor(kept: readonly UnmodelledSegment[] | undefined) {
    this.#left = kept ?? [];
  }

  take(...ids: readonly string[]): SegmentDraft[] {
    const taken = ids.flatMap(id => this.#left.filter(({ elements }) => elements[0] === id));
    this.#left = this.#left.filter(entry => !taken.includes(entry));
    return taken.map(keptSegment);
  }

  rest(): SegmentDraft[] {
    const rest = this.#left;
    this.#left = [];
    return rest.map(keptSegment);
  }
}
