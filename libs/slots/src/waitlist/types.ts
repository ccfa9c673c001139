/** Free time of one provider, in steps of equal length. */
export interface Opening {
  readonly id: number | string;
  readonly provider: number | string;
  readonly start: number;
  readonly len: number;
  /** Hours from the offer to the opening. */
  readonly noticeH: number;
}

/** Somebody who waits for a visit of `dur` steps. */
export interface Waiting {
  readonly id: number | string;
  /** Order of joining; the earlier goes first among equals. */
  readonly joined: number;
  readonly dur: number;
  readonly providers: readonly (number | string)[];
  /** When they can come: [from, to). */
  readonly win: readonly [number, number];
  readonly minNoticeH: number;
  readonly w: number;
  /** Chance that they accept an offer with a day's notice. */
  readonly base: number;
}

/**
 * `inside`: a visit lies inside the patient's window and beside the others of its opening, as a real offer
 * must. `overlap`: opening and window only have to touch, as the published benchmark counts.
 */
export type WaitlistFit = 'inside' | 'overlap';

export interface Waitlist {
  readonly openings: readonly Opening[];
  readonly waitlist: readonly Waiting[];
  readonly fit: WaitlistFit;
}

export interface Offer {
  readonly patient: number | string;
  readonly opening: number | string;
}

/** An offer with the time it is for and what is expected of it. */
export interface ExplainedOffer extends Offer {
  readonly start: number;
  readonly chance: number;
  /** Expected weighted steps: chance × weight × duration. */
  readonly gain: number;
}
