/**
 * A session after Kaandorp and Koole ("Optimal outpatient appointment scheduling", 2007): slots of equal
 * length, exponential service, patients who come or not independently of each other, served in order.
 */
export interface Session {
  readonly slots: number;
  /** Minutes. */
  readonly slotLength: number;
  /** Mean minutes of service. */
  readonly service: number;
  readonly patients: number;
  /** Chance that a patient does not come. */
  readonly noShow: number;
  readonly weights: SessionWeights;
}

/** Cost of a minute of each. */
export interface SessionWeights {
  readonly waiting: number;
  readonly idle: number;
  readonly tardiness: number;
}

/** Expected minutes over the session, and their weighted sum. */
export interface SessionCost {
  readonly cost: number;
  /** Sum over the patients who come. */
  readonly waiting: number;
  /** Of the provider, from the start to the last patient's end. */
  readonly idle: number;
  /** Work after the last slot. */
  readonly tardiness: number;
}

/** Less than this is lost in the rounding of the sums. */
const NEGLIGIBLE = 1e-20;

/** @returns for one session, the cost of any pattern: how many patients come at the start of each slot */
export function sessionCosts(session: Session): (arrivals: readonly number[]) => SessionCost {
  const { slots, slotLength, service, patients, noShow, weights } = session;
  const come = 1 - noShow;
  const served = poisson(slotLength / service, patients);
  return arrivals => {
    const present = new Float64Array(patients + 1);
    present[0] = 1;
    let most = 0;
    let waiting = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      const arriving = arrivals[slot] ?? 0;
      if (arriving > 0) {
        // a patient waits for all who are there and for those of the same slot who stand before
        waiting += come * service * (arriving * mean(present, most) + (come * arriving * (arriving - 1)) / 2);
        for (let patient = 0; patient < arriving; patient += 1) {
          most += 1;
          for (let count = most; count > 0; count -= 1) {
            present[count] = present[count]! * noShow + present[count - 1]! * come;
          }
          present[0]! *= noShow;
        }
      }
      serve(present, most, served);
    }
    const tardiness = mean(present, most) * service;
    const idle = slots * slotLength + tardiness - patients * come * service;
    const cost = weights.waiting * waiting + weights.idle * idle + weights.tardiness * tardiness;
    return { cost, waiting, idle, tardiness };
  };
}

/** One slot passes: as many leave as are served, and nobody leaves an empty room. */
function serve(present: Float64Array, most: number, served: Float64Array): void {
  let nobody = 0;
  for (let after = 0; after <= most; after += 1) {
    let chance = 0;
    const last = Math.min(most, after + served.length - 1);
    for (let before = after; before <= last; before += 1)
      chance += present[before]! * served[before - after]!;
    // counts below are not read again, so that the sum can take their place
    if (after > 0) nobody += chance;
    present[after] = chance;
  }
  present[0] = 1 - nobody;
}

function mean(present: Float64Array, most: number): number {
  let sum = 0;
  for (let count = 1; count <= most; count += 1) sum += count * present[count]!;
  return sum;
}

/** Chances of 0, 1, 2 … up to `most`, or to where they no longer count. */
function poisson(rate: number, most: number): Float64Array {
  const chances = [Math.exp(-rate)];
  for (let count = 1; count <= most; count += 1) {
    const chance = (chances[count - 1]! * rate) / count;
    if (count > rate && chance < NEGLIGIBLE) break;
    chances.push(chance);
  }
  return Float64Array.from(chances);
}
