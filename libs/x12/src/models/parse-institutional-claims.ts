import type { TransactionSegments } from '../interchange-file.ts';
import { element } from '../segments/segment.ts';
import type { Parsed } from './common.ts';
import type {
  BillDate,
  CodedDiagnosis,
  InstitutionalClaim,
  InstitutionalClaims,
  InstitutionalLine,
} from './institutional-claims.ts';
import {
  adjudicationOf,
  claimProviderOf,
  drugOf,
  otherPayerOf,
  placeAndFrequency,
} from './parse-claim-parts.ts';
import { leftovers } from './leftovers.ts';
import { parseClaimFile } from './parse-claim-file.ts';
import { codesOf, type HealthCode } from './parse-health-codes.ts';
import { some, type Reading } from './reading.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

const CLAIM_PROVIDERS = ['2310A', '2310B', '2310C', '2310D', '2310E', '2310F'];
const LINE_PROVIDERS = ['2420A', '2420B', '2420C', '2420D'];

/** Reads an 837I with all its claims. */
export function parseInstitutionalClaims(transaction: TransactionSegments): Parsed<InstitutionalClaims> {
  return parseClaimFile(transaction, '837I', parseClaim);
}

function parseClaim(node: LoopNode, reading: Reading): InstitutionalClaim {
  const claim = node.head as PlacedSegment;
  const admission = node.first('CL1');
  const codes = codesOf(node.all('HI'), reading);
  return {
    patientControlNumber: reading.text(claim, 1),
    charge: reading.amount(claim, 2),
    facilityType: reading.part(claim, 5, 1),
    frequency: placeAndFrequency(claim, 'A', reading),
    assignment: reading.text(claim, 7) as InstitutionalClaim['assignment'],
    benefitsAssigned: reading.text(claim, 8) as InstitutionalClaim['benefitsAssigned'],
    releaseOfInformation: reading.text(claim, 9) as InstitutionalClaim['releaseOfInformation'],
    delayReason: reading.optional(claim, 20),
    dates: node.all('DTP').map(at => billDate(at, reading)),
    admission: {
      type: reading.text(admission, 1),
      source: reading.optional(admission, 2),
      patientStatus: reading.text(admission, 3),
    },
    estimatedPatientAmount: reading.optionalAmount(node.first('AMT', 'F3'), 2),
    references: some(reading.references(node)),
    notes: some(node.all('NTE').map(at => ({ code: reading.text(at, 1), text: reading.text(at, 2) }))),
    ...diagnoses(codes),
    ...procedures(codes),
    providers: some(node.loopsOf(CLAIM_PROVIDERS).map(loop => claimProviderOf(loop, reading))),
    otherPayers: some(node.loopsOf('2320').map(loop => otherPayerOf(loop, reading))),
    lines: node.loopsOf('2400').map((loop, index) => parseLine(loop, index + 1, reading)),
    unmodelled: leftovers(node),
    source: reading.source(claim),
  };
}

function billDate(at: PlacedSegment, reading: Reading): BillDate {
  if (element(at.segment, 2) !== 'TM') return reading.qualifiedDate(at);
  reading.take(at, 2);
  return { qualifier: reading.text(at, 1), time: reading.text(at, 3) };
}

type Codes = ReadonlyMap<string, readonly HealthCode[]>;

function diagnoses(codes: Codes) {
  const [principal] = codes.get('ABK') ?? [];
  const plain = (entry: HealthCode) => entry.code;
  return {
    principalDiagnosis: principal ? diagnosis(principal) : { code: '' },
    admittingDiagnosis: codes.get('ABJ')?.[0]?.code,
    reasonsForVisit: codes.get('APR')?.map(plain),
    externalCauses: codes.get('ABN')?.map(diagnosis),
    drg: codes.get('DR')?.[0]?.code,
    otherDiagnoses: codes.get('ABF')?.map(diagnosis),
    conditions: codes.get('BG')?.map(plain),
  };
}

function diagnosis({ code, presentOnAdmission }: HealthCode): CodedDiagnosis {
  return { code, presentOnAdmission };
}

function procedures(codes: Codes) {
  return {
    procedures: some([...(codes.get('BBR') ?? []), ...(codes.get('BBQ') ?? [])].map(dated)),
    occurrenceSpans: codes.get('BI')?.map(dated),
    occurrences: codes.get('BH')?.map(dated),
    values: codes.get('BE')?.map(({ code, amount }) => ({ code, amount })),
  };
}

function dated({ code, date, until }: HealthCode) {
  return { code, date, until };
}

function parseLine(node: LoopNode, number: number, reading: Reading): InstitutionalLine {
  const service = node.first('SV2') ?? (node.head as PlacedSegment);
  reading.number(node.first('LX'), number);
  return {
    revenueCode: reading.text(service, 1),
    procedure: reading.text(service, 2) === '' ? undefined : reading.procedure(service, 2),
    charge: reading.amount(service, 3),
    unit: reading.text(service, 4) as 'UN' | 'DA',
    quantity: reading.quantity(service, 5),
    nonCovered: reading.optionalAmount(service, 7),
    ...reading.period(node.first('DTP', '472')),
    controlNumber: reading.optional(node.first('REF', '6R'), 2),
    references: some(reading.references(node, '6R')),
    amounts: some(reading.amounts(node)),
    drug: drugOf(node.loop('2410'), reading),
    providers: some(node.loopsOf(LINE_PROVIDERS).map(loop => claimProviderOf(loop, reading))),
    adjudications: some(node.loopsOf('2430').map(loop => adjudicationOf(loop, reading))),
    unmodelled: leftovers(node),
    source: reading.source(service),
  };
}
