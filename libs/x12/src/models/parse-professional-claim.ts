import { components, element } from '../segments/segment.ts';
import { payer, person } from './parse-people.ts';
import type {
  ClaimProvider,
  LineAdjudication,
  OtherPayer,
  ProfessionalClaim,
  ProfessionalLine,
  UnmodelledSegment,
} from './professional-claims.ts';
import type { Reading } from './reading.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

const CLAIM_PROVIDERS = ['2310A', '2310B', '2310C', '2310D', '2310E', '2310F'];
const LINE_PROVIDERS = ['2420A', '2420B', '2420C', '2420D', '2420E', '2420F', '2420G', '2420H'];

export function parseClaim(node: LoopNode, reading: Reading): ProfessionalClaim {
  const claim = node.segments[0] as PlacedSegment;
  const { segment } = claim;
  const causes = components(segment, 11);
  const paid = node.first('AMT', 'F5');
  return {
    patientControlNumber: reading.text(claim, 1),
    charge: reading.amount(claim, 2),
    placeOfService: reading.part(claim, 5, 1),
    frequency: reading.part(claim, 5, 3),
    providerSignature: reading.text(claim, 6) === 'Y',
    assignment: reading.text(claim, 7) as ProfessionalClaim['assignment'],
    benefitsAssigned: reading.text(claim, 8) as ProfessionalClaim['benefitsAssigned'],
    releaseOfInformation: reading.text(claim, 9) as ProfessionalClaim['releaseOfInformation'],
    patientSignatureSource: reading.optional(claim, 10),
    relatedCauses:
      causes.length === 0
        ? undefined
        : {
            causes: causes.slice(0, 3).filter(cause => cause !== ''),
            state: causes[3] || undefined,
            country: causes[4] || undefined,
          },
    delayReason: reading.optional(claim, 20),
    dates: some(node.all('DTP').map(at => reading.qualifiedDate(at))),
    patientPaid: reading.optionalAmount(paid, 2),
    references: some(reading.references(node)),
    note: note(node, reading),
    diagnoses: diagnosesOf(node),
    providers: some(node.loopsOf(...CLAIM_PROVIDERS).map(loop => claimProvider(loop, reading))),
    otherPayers: some(node.loopsOf('2320').map(loop => otherPayer(loop, reading))),
    lines: node.loopsOf('2400').map(loop => parseLine(loop, reading)),
    unmodelled: some(unmodelled(node, isModelledClaimSegment)),
    source: reading.source(claim),
  };
}

function parseLine(node: LoopNode, reading: Reading): ProfessionalLine {
  const service = node.first('SV1') ?? (node.segments[0] as PlacedSegment);
  const dates = node.all('DTP', '472').map(at => reading.qualifiedDate(at));
  return {
    procedure: reading.procedure(service, 1),
    charge: reading.amount(service, 2),
    unit: reading.text(service, 3) as 'UN' | 'MJ',
    quantity: reading.quantity(service, 4),
    placeOfService: reading.optional(service, 5),
    diagnosisPointers: components(service.segment, 7)
      .filter(text => /^\d+$/.test(text))
      .map(Number),
    emergency: reading.text(service, 9) === 'Y' ? true : undefined,
    serviceFrom: dates[0]?.date ?? reading.date(service, 0),
    serviceTo: dates[0]?.until,
    controlNumber: reading.optional(node.first('REF', '6R'), 2),
    references: some(reading.references(node, '6R')),
    dates: some(
      node
        .all('DTP')
        .map(at => reading.qualifiedDate(at))
        .filter(date => date.qualifier !== '472'),
    ),
    note: note(node, reading),
    drug: drug(node.loop('2410'), reading),
    providers: some(node.loopsOf(...LINE_PROVIDERS).map(loop => claimProvider(loop, reading))),
    adjudications: some(node.loopsOf('2430').map(loop => adjudication(loop, reading))),
    unmodelled: some([
      ...unmodelled(node, isModelledLineSegment),
      ...node.loopsOf('2440').flatMap(loop => unmodelled(loop, () => false)),
    ]),
    source: reading.source(service),
  };
}

function otherPayer(node: LoopNode, reading: Reading): OtherPayer {
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

function adjudication(node: LoopNode, reading: Reading): LineAdjudication {
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

function claimProvider(node: LoopNode, reading: Reading): ClaimProvider {
  const at = node.segments[0] as PlacedSegment;
  return {
    role: reading.text(at, 1),
    party: reading.party(at),
    taxonomy: reading.optional(node.first('PRV'), 3),
    address: reading.address(node),
    references: some(reading.references(node)),
  };
}

function drug(node: LoopNode | undefined, reading: Reading): ProfessionalLine['drug'] {
  const quantity = node?.first('CTP');
  if (!node) return undefined;
  return {
    ndc: reading.text(node.first('LIN'), 3),
    quantity: reading.quantity(quantity, 4),
    unit: reading.part(quantity, 5, 1),
    prescription: reading.optional(node.first('REF', 'XZ') ?? node.first('REF', 'VY'), 2),
  };
}

function note(node: LoopNode, reading: Reading): ProfessionalClaim['note'] {
  const at = node.all('NTE').find(each => reading.text(each, 1) !== 'TPO');
  return at && { code: reading.text(at, 1), text: reading.text(at, 2) };
}

/** Diagnoses of all HI segments that hold any, in order. */
function diagnosesOf(node: LoopNode): readonly string[] {
  return node.all('HI').flatMap(({ segment }) =>
    segment.elements
      .slice(1)
      .map(text => text.split(segment.delimiters.component))
      .filter(([qualifier = '']) => /^(ABK|ABF|BK|BF)$/.test(qualifier))
      .map(([, code = '']) => code),
  );
}

function isModelledClaimSegment(at: PlacedSegment): boolean {
  const { segment } = at;
  if (segment.id === 'AMT') return element(segment, 1) === 'F5';
  if (segment.id === 'HI') return /^(ABK|ABF|BK|BF)/.test(element(segment, 1));
  if (segment.id === 'NTE') return element(segment, 1) !== 'TPO';
  return ['CLM', 'DTP', 'REF'].includes(segment.id);
}

function isModelledLineSegment(at: PlacedSegment): boolean {
  const { segment } = at;
  if (segment.id === 'NTE') return element(segment, 1) !== 'TPO';
  return ['LX', 'SV1', 'DTP', 'REF'].includes(segment.id);
}

function unmodelled(
  node: LoopNode,
  isModelled: (at: PlacedSegment) => boolean,
): readonly UnmodelledSegment[] {
  return node.segments
    .filter(at => !isModelled(at))
    .map(at => ({
      loop: node.id,
      elements: at.segment.elements,
      components: at.segment.delimiters.component,
    }));
}

function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}
