import { component, components, element, type Segment } from '../segments/segment.ts';
import { adjustmentTotal, amountAt } from './amount.ts';
import type { SegmentCheck } from './segment-check.ts';

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

/** What the balances of an 837 need, claim by claim. */
export class ClaimTallies implements SegmentCheck {
  readonly #done: (claim: ClaimTally) => void;
  #loop = '2000A/2000B/2300';
  #claim: ClaimTally | undefined;
  #line: LineTally | undefined;
  #payer: PayerTally | undefined;
  #adjudication: AdjudicationTally | undefined;

  /** @param done told of each claim when it is complete */
  constructor(done: (claim: ClaimTally) => void) {
    this.#done = done;
  }

  take(segment: Segment, position: number): void {
    if (!TALLIED.has(segment.id)) return;
    if (segment.id === 'HL') {
      this.end();
      this.#loop = element(segment, 3) === '23' ? '2000A/2000B/2000C/2300' : '2000A/2000B/2300';
    } else if (segment.id === 'CLM') {
      this.end();
      const charge = amountAt(segment, 2);
      this.#claim = { segment, position, charge, loop: this.#loop, diagnoses: 0, payers: [], lines: [] };
    } else if (this.#claim) this.#takeInside(this.#claim, segment, position);
  }

  end(): void {
    if (this.#claim) this.#done(this.#claim);
    this.#claim = this.#line = this.#payer = this.#adjudication = undefined;
  }

  #takeInside(claim: ClaimTally, segment: Segment, position: number): void {
    if (segment.id === 'LX') {
      const number = element(segment, 1);
      this.#line = { segment, position, number, service: undefined, charge: 0, adjudications: [] };
      claim.lines.push(this.#line);
      this.#payer = this.#adjudication = undefined;
    } else if (this.#line) {
      this.#adjudication = addToLine(this.#line, this.#adjudication, segment, position);
    } else if (segment.id === 'SBR') {
      this.#payer = { segment, position, payerId: '', paid: undefined, adjusted: 0, date: undefined };
      claim.payers.push(this.#payer);
    } else if (this.#payer) addToPayer(this.#payer, segment, position);
    else addToClaim(claim, segment);
  }
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
