import type { TransactionSegments } from '../interchange-file.ts';
import { component, components, element, type Segment } from '../segments/segment.ts';
import { adjustmentTotal, amountAt } from './amount.ts';

/** A segment and its number from ST. */
export interface Placed {
  readonly segment: Segment;
  readonly position: number;
}

export interface AdjudicationTally extends Placed {
  readonly payerId: string;
  readonly paid: number;
  readonly bundled: boolean;
  adjusted: number;
  date: Placed | undefined;
}

export interface LineTally extends Placed {
  number: string;
  service: Placed | undefined;
  charge: number;
  readonly adjudications: AdjudicationTally[];
}

export interface PayerTally extends Placed {
  payerId: string;
  paid: number | undefined;
  adjusted: number;
  date: Placed | undefined;
}

export interface ClaimTally extends Placed {
  readonly charge: number;
  /** Path of the loop that holds the claim: `2000A/2000B/2300` or with `2000C`. */
  readonly loop: string;
  /** How many it has. */
  diagnoses: number;
  readonly payers: PayerTally[];
  readonly lines: LineTally[];
}

const TALLIED: ReadonlySet<string> = new Set('HL CLM LX SBR HI CAS AMT NM1 DTP SV1 SV2 SV3 SVD'.split(' '));
const DIAGNOSES: ReadonlySet<string> = new Set(['ABK', 'ABF', 'BK', 'BF']);
/** Which element of a service segment holds the charge. */
const CHARGE_AT: Readonly<Record<string, number>> = { SV1: 2, SV2: 3, SV3: 2 };

/** What the balances of an 837 need, gathered in one pass. */
export function tallyClaims(transaction: TransactionSegments): readonly ClaimTally[] {
  const claims: ClaimTally[] = [];
  let loop = '2000A/2000B/2300';
  let claim: ClaimTally | undefined;
  let line: LineTally | undefined;
  let payer: PayerTally | undefined;
  let adjudication: AdjudicationTally | undefined;
  const { segments } = transaction;
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] as Segment;
    if (!TALLIED.has(segment.id)) continue;
    const position = index + 1;
    if (segment.id === 'HL') {
      loop = element(segment, 3) === '23' ? '2000A/2000B/2000C/2300' : '2000A/2000B/2300';
      claim = line = payer = adjudication = undefined;
    } else if (segment.id === 'CLM') {
      claim = {
        segment,
        position,
        charge: amountAt(segment, 2),
        loop,
        diagnoses: 0,
        payers: [],
        lines: [],
      };
      claims.push(claim);
      line = payer = adjudication = undefined;
    } else if (!claim) {
      continue;
    } else if (segment.id === 'LX') {
      line = {
        segment,
        position,
        number: element(segment, 1),
        service: undefined,
        charge: 0,
        adjudications: [],
      };
      claim.lines.push(line);
      payer = adjudication = undefined;
    } else if (line) {
      adjudication = addToLine(line, adjudication, segment, position);
    } else if (segment.id === 'SBR') {
      payer = {
        segment,
        position,
        payerId: '',
        paid: undefined,
        adjusted: 0,
        date: undefined,
      };
      claim.payers.push(payer);
    } else if (payer) addToPayer(payer, segment, position);
    else addToClaim(claim, segment);
  }
  return claims;
}

function addToClaim(claim: ClaimTally, segment: Segment): void {
  if (segment.id !== 'HI') return;
  for (let index = 1; index < segment.elements.length; index += 1) {
    if (DIAGNOSES.has(component(segment, index, 1))) claim.diagnoses += 1;
  }
}

function addToPayer(payer: PayerTally, segment: Segment, position: number): void {
  if (segment.id === 'CAS') payer.adjusted += adjustmentTotal(segment);
  else if (segment.id === 'AMT' && element(segment, 1) === 'D') payer.paid = amountAt(segment, 2);
  else if (segment.id === 'NM1' && element(segment, 1) === 'PR') payer.payerId = element(segment, 9);
  else if (segment.id === 'DTP' && element(segment, 1) === '573') payer.date = { segment, position };
}

function addToLine(
  line: LineTally,
  open: AdjudicationTally | undefined,
  segment: Segment,
  position: number,
): AdjudicationTally | undefined {
  const chargeAt = CHARGE_AT[segment.id];
  if (chargeAt !== undefined) {
    line.service = { segment, position };
    line.charge = amountAt(segment, chargeAt);
  } else if (segment.id === 'SVD') {
    const adjudication: AdjudicationTally = {
      segment,
      position,
      payerId: element(segment, 1),
      paid: amountAt(segment, 2),
      bundled: element(segment, 6) !== '',
      adjusted: 0,
      date: undefined,
    };
    line.adjudications.push(adjudication);
    return adjudication;
  } else if (open && segment.id === 'CAS') open.adjusted += adjustmentTotal(segment);
  else if (open && segment.id === 'DTP' && element(segment, 1) === '573') open.date = { segment, position };
  return open;
}

/** SV107 as numbers. */
export function pointersOf(service: Segment): readonly string[] {
  return components(service, 7).filter(text => text !== '');
}
