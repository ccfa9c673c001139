import { component, components, element, type Segment } from '../segments/segment.ts';
import { leftovers } from './leftovers.ts';
import {
  adjudicationOf,
  claimProviderOf,
  drugOf,
  otherPayerOf,
  placeAndFrequency,
} from './parse-claim-parts.ts';
import type { ProfessionalClaim, ProfessionalLine } from './professional-claims.ts';
import { some, type Reading } from './reading.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

const CLAIM_PROVIDERS = ['2310A', '2310B', '2310C', '2310D', '2310E', '2310F'];
const LINE_PROVIDERS = ['2420A', '2420B', '2420C', '2420D', '2420E', '2420F', '2420G', '2420H'];

export function parseClaim(node: LoopNode, reading: Reading): ProfessionalClaim {
  const claim = node.head as PlacedSegment;
  const { segment } = claim;
  const causes = components(segment, 11);
  const paid = node.first('AMT', 'F5');
  const diagnoses = diagnosesOf(node, reading);
  reading.take(claim, 11);
  return {
    patientControlNumber: reading.text(claim, 1),
    charge: reading.amount(claim, 2),
    placeOfService: reading.part(claim, 5, 1),
    frequency: placeAndFrequency(claim, 'B', reading),
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
    note: noteOf(node, reading),
    ...diagnoses,
    providers: some(node.loopsOf(CLAIM_PROVIDERS).map(loop => claimProviderOf(loop, reading))),
    otherPayers: some(node.loopsOf('2320').map(loop => otherPayerOf(loop, reading))),
    lines: node.loopsOf('2400').map((loop, index) => parseLine(loop, index + 1, reading)),
    unmodelled: leftovers(node),
    source: reading.source(claim),
  };
}

function parseLine(node: LoopNode, number: number, reading: Reading): ProfessionalLine {
  const service = node.first('SV1') ?? (node.head as PlacedSegment);
  const served = node.first('DTP', '472');
  const dates = served && reading.qualifiedDate(served);
  reading.constant(service, 9, 'Y');
  reading.number(node.first('LX'), number);
  return {
    procedure: reading.procedure(service, 1),
    charge: reading.amount(service, 2),
    unit: reading.text(service, 3) as 'UN' | 'MJ',
    quantity: reading.quantity(service, 4),
    placeOfService: reading.optional(service, 5),
    diagnosisPointers: pointersOf(service, 7, reading),
    emergency: element(service.segment, 9) === 'Y' ? true : undefined,
    serviceFrom: dates?.date ?? reading.date(service, 0),
    serviceTo: dates?.until,
    controlNumber: reading.optional(node.first('REF', '6R'), 2),
    references: some(reading.references(node, '6R')),
    dates: some(
      node
        .all('DTP')
        .filter(({ segment }) => element(segment, 1) !== '472')
        .map(at => reading.qualifiedDate(at)),
    ),
    note: noteOf(node, reading),
    drug: drugOf(node.loop('2410'), reading),
    providers: some(node.loopsOf(LINE_PROVIDERS).map(loop => claimProviderOf(loop, reading))),
    adjudications: some(node.loopsOf('2430').map(loop => adjudicationOf(loop, reading))),
    unmodelled: leftovers(node),
    source: reading.source(service),
  };
}

/** Diagnosis pointers; the element is kept where something else stands among them. */
export function pointersOf(service: PlacedSegment, index: number, reading: Reading): readonly number[] {
  const pointers = components(service.segment, index);
  const numbers = pointers.filter(text => /^\d+$/.test(text));
  if (numbers.length === pointers.length) reading.take(service, index);
  return numbers.map(Number);
}

/** The first note; further ones are kept as they are. */
export function noteOf(node: LoopNode, reading: Reading): ProfessionalClaim['note'] {
  const at = node.all('NTE').find(({ segment }) => element(segment, 1) !== 'TPO');
  return at && { code: reading.text(at, 1), text: reading.text(at, 2) };
}

const DIAGNOSES: ReadonlySet<string> = new Set(['ABK', 'ABF', 'BK', 'BF']);

/** Diagnoses of all HI segments that hold any, in order; a segment with one that has no code is kept as it is. */
export function diagnosesOf(node: LoopNode, reading: Reading): Pick<ProfessionalClaim, 'diagnoses' | 'icd9'> {
  const diagnoses: string[] = [];
  let icd9 = true;
  for (const at of node.all('HI')) {
    const { segment } = at;
    const indexes = diagnosisIndexes(segment);
    if (indexes.some(index => component(segment, index, 2) === '')) continue;
    for (const index of indexes) {
      icd9 &&= component(segment, index, 1).length === 2;
      diagnoses.push(component(segment, index, 2));
      reading.take(at, index);
    }
  }
  return { diagnoses, icd9: (icd9 && diagnoses.length > 0) || undefined };
}

/** Numbers of the elements of an HI that hold a diagnosis. */
function diagnosisIndexes(segment: Segment): readonly number[] {
  const indexes: number[] = [];
  for (let index = 1; index < segment.elements.length; index += 1) {
    if (DIAGNOSES.has(component(segment, index, 1))) indexes.push(index);
  }
  return indexes;
}
