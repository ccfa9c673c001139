import type { ElementDraft, SegmentDraft } from '../segments/writer.ts';
import { personSegments } from './build-people.ts';
import type { UnmodelledSegment } from './common.ts';
import {
  addressSegments,
  adjustmentSegments,
  amountSegment,
  decimal,
  nameSegment,
  nameSegments,
  procedureElement,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';
import { Kept } from './kept.ts';
import type { ClaimProvider, Drug, LineAdjudication, OtherPayer } from './professional-claims.ts';
import { shortest } from './reading.ts';

/** CLM05. */
export function placeElement(place: string, qualifier: string, frequency: string): ElementDraft {
  return place === '' && frequency === '' ? undefined : [place, qualifier, frequency];
}

/** What a claim of any kind holds besides 2300 itself. */
interface ClaimLoops<Line> {
  readonly providers?: readonly ClaimProvider[];
  readonly otherPayers?: readonly OtherPayer[];
  readonly lines: readonly Line[];
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2300 with all its inner loops; `roles` are the guide's order of 2310. */
export function claimLoops<Line>(
  claim: ClaimLoops<Line>,
  guide: string,
  roles: readonly string[],
  information: readonly SegmentDraft[],
  lineSegments: (line: Line, number: number) => readonly SegmentDraft[],
): SegmentDraft[] {
  const kept = new Kept(guide, claim.unmodelled);
  return [
    ...kept.place('2300', information),
    ...inOrder(claim.providers, roles).flatMap(provider => providerSegments(provider, guide)),
    ...kept.rest(),
    ...(claim.otherPayers ?? []).flatMap(entry => otherPayerSegments(entry, guide)),
    ...claim.lines.flatMap((line, index) => lineSegments(line, index + 1)),
  ];
}

/** What a line of any kind holds besides 2400 itself. */
interface LineLoops {
  readonly drug?: Drug;
  readonly providers?: readonly ClaimProvider[];
  readonly adjudications?: readonly LineAdjudication[];
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2400 with all its inner loops; `roles` are the guide's order of 2420. */
export function lineLoops(
  line: LineLoops,
  guide: string,
  roles: readonly string[],
  service: readonly SegmentDraft[],
): SegmentDraft[] {
  const kept = new Kept(guide, line.unmodelled);
  return [
    ...kept.place('2400', service),
    ...kept.place('2410', line.drug ? drugSegments(line.drug) : []),
    ...inOrder(line.providers, roles).flatMap(provider => providerSegments(provider, guide)),
    ...(line.adjudications ?? []).flatMap(entry => adjudicationSegments(entry, guide)),
    ...kept.rest(),
  ];
}

/** 2410. */
function drugSegments(drug: Drug): SegmentDraft[] {
  return [
    ['LIN', undefined, 'N4', drug.ndc],
    ['CTP', undefined, undefined, undefined, shortest(drug.quantity), drug.unit],
    ...when(drug.prescription, value => ['REF', 'XZ', value]),
  ];
}

/** 2320 with all its inner loops. */
function otherPayerSegments(entry: OtherPayer, guide: string): SegmentDraft[] {
  const { payer } = entry;
  const kept = new Kept(guide, entry.unmodelled);
  return [
    ...kept.place('2320', coverageSegments(entry)),
    ...kept.place('2330A', personSegments('IL', entry.subscriber)),
    ...kept.place('2330B', [
      ...nameSegments('PR', payer.party),
      ...addressSegments(payer.address),
      ...when(entry.adjudicatedOn, date => ['DTP', '573', 'D8', ymd(date)]),
      ...(payer.references ?? []).map(referenceSegment),
    ]),
    ...kept.rest(),
  ];
}

/** 2320 itself. */
function coverageSegments(entry: OtherPayer): SegmentDraft[] {
  const amounts = inOrderBy(entry.amounts, amount => amount.qualifier, ['D', 'A8', 'EAF']);
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
  ];
}

/** 2430. */
function adjudicationSegments(entry: LineAdjudication, guide: string): SegmentDraft[] {
  const kept = new Kept(guide, entry.unmodelled);
  return [
    ...kept.place('2430', [
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
    ]),
    ...kept.rest(),
  ];
}

/** 2310 and 2420. */
function providerSegments(provider: ClaimProvider, guide: string): SegmentDraft[] {
  const kept = new Kept(guide, provider.unmodelled);
  const [loop = ''] = provider.unmodelled?.map(entry => entry.loop) ?? [];
  return [
    ...kept.place(loop, [
      nameSegment(provider.role, provider.party),
      ...when(provider.taxonomy, taxonomy => ['PRV', provider.role === '71' ? 'AT' : 'PE', 'PXC', taxonomy]),
      ...addressSegments(provider.address),
      ...(provider.references ?? []).map(referenceSegment),
    ]),
    ...kept.rest(),
  ];
}

/** In the order of the guide's loops. */
function inOrder(
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
