import type { TransactionSegments } from '../interchange-file.ts';
import { components, element } from '../segments/segment.ts';
import type { Parsed } from './common.ts';
import type { DentalClaim, DentalClaims, DentalLine, Tooth } from './dental-claims.ts';
import { leftovers } from './leftovers.ts';
import { parseClaimFile } from './parse-claim-file.ts';
import { adjudicationOf, claimProviderOf, otherPayerOf, placeAndFrequency } from './parse-claim-parts.ts';
import { diagnosesOf, noteOf, pointersOf } from './parse-professional-claim.ts';
import { some, type Reading } from './reading.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

const CLAIM_PROVIDERS = ['2310A', '2310B', '2310C', '2310D', '2310E'];
const LINE_PROVIDERS = ['2420A', '2420B', '2420C', '2420D'];

/** Reads an 837D with all its claims. */
export function parseDentalClaims(transaction: TransactionSegments): Parsed<DentalClaims> {
  return parseClaimFile(transaction, '837D', parseClaim);
}

function parseClaim(node: LoopNode, reading: Reading): DentalClaim {
  const claim = node.head as PlacedSegment;
  const { diagnoses, icd9 } = diagnosesOf(node, reading);
  reading.constant(claim, 19, 'PB');
  return {
    patientControlNumber: reading.text(claim, 1),
    charge: reading.amount(claim, 2),
    placeOfService: reading.part(claim, 5, 1),
    frequency: placeAndFrequency(claim, 'B', reading),
    providerSignature: reading.text(claim, 6) === 'Y',
    assignment: reading.text(claim, 7),
    benefitsAssigned: reading.text(claim, 8) as DentalClaim['benefitsAssigned'],
    releaseOfInformation: reading.text(claim, 9),
    predetermination: element(claim.segment, 19) === 'PB' ? true : undefined,
    delayReason: reading.optional(claim, 20),
    dates: some(node.all('DTP').map(at => reading.qualifiedDate(at))),
    orthodontics: orthodonticsOf(node.first('DN1'), reading),
    toothStatuses: some(
      node.all('DN2').map(at => ({ tooth: reading.text(at, 1), status: reading.text(at, 2) })),
    ),
    patientPaid: reading.optionalAmount(node.first('AMT', 'F5'), 2),
    references: some(reading.references(node)),
    note: noteOf(node, reading),
    diagnoses: some(diagnoses),
    icd9,
    providers: some(node.loopsOf(CLAIM_PROVIDERS).map(loop => claimProviderOf(loop, reading))),
    otherPayers: some(node.loopsOf('2320').map(loop => otherPayerOf(loop, reading))),
    lines: node.loopsOf('2400').map((loop, index) => parseLine(loop, index + 1, reading)),
    unmodelled: leftovers(node),
    source: reading.source(claim),
  };
}

function orthodonticsOf(at: PlacedSegment | undefined, reading: Reading): DentalClaim['orthodontics'] {
  const months = reading.optionalQuantity(at, 1);
  const monthsRemaining = reading.optionalQuantity(at, 2);
  return months === undefined && monthsRemaining === undefined ? undefined : { months, monthsRemaining };
}

function parseLine(node: LoopNode, number: number, reading: Reading): DentalLine {
  const service = node.first('SV3') ?? (node.head as PlacedSegment);
  const done = node.first('DTP', '472');
  reading.number(node.first('LX'), number);
  const isDay = done !== undefined && element(done.segment, 2) === 'D8';
  if (isDay) reading.take(done, 2);
  reading.take(service, 4);
  return {
    procedure: reading.procedure(service, 1),
    charge: reading.amount(service, 2),
    placeOfService: reading.optional(service, 3),
    cavities: some(components(service.segment, 4)),
    placement: reading.optional(service, 5),
    quantity: reading.optionalQuantity(service, 6),
    diagnosisPointers: some(pointersOf(service, 11, reading)),
    teeth: some(node.all('TOO', 'JP').map(at => toothOf(at, reading))),
    serviceOn: isDay ? reading.date(done, 3) : undefined,
    dates: some(
      node
        .all('DTP')
        .filter(at => !isDay || at !== done)
        .map(at => reading.qualifiedDate(at)),
    ),
    controlNumber: reading.optional(node.first('REF', '6R'), 2),
    references: some(reading.references(node, '6R')),
    providers: some(node.loopsOf(LINE_PROVIDERS).map(loop => claimProviderOf(loop, reading))),
    adjudications: some(node.loopsOf('2430').map(loop => adjudicationOf(loop, reading))),
    unmodelled: leftovers(node),
    source: reading.source(service),
  };
}

function toothOf(at: PlacedSegment, reading: Reading): Tooth {
  reading.take(at, 3);
  return { number: reading.text(at, 2), surfaces: components(at.segment, 3) };
}
