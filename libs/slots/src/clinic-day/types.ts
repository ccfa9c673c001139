/** The day in steps of equal length, counted from 0. */
export type Step = number;

export interface DayProvider {
  readonly id: number | string;
  readonly start: Step;
  readonly end: Step;
  /** First step of a break of `lunchSlots`; `null` for none. */
  readonly lunch: Step | null;
}

/** A visit that somebody asked for. */
export interface DayRequest {
  readonly id: number | string;
  readonly dur: Step;
  readonly providers: readonly (number | string)[];
  readonly preferred: number | string | null;
  /** Kind of room; `null` for none. */
  readonly room: string | null;
  readonly equip: string | null;
  readonly sites: readonly string[];
  /** When the patient would like to come: [from, to). */
  readonly win: readonly [Step, Step];
  readonly w: number;
}

export interface ClinicDay {
  readonly slots: Step;
  /** Free steps that a provider needs between visits at two sites. */
  readonly travelSlots: Step;
  readonly lunchSlots: Step;
  readonly providers: readonly DayProvider[];
  /** Site → kind → how many. */
  readonly rooms: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly equip: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly requests: readonly DayRequest[];
}

export interface DayAssignment {
  readonly request: number | string;
  readonly provider: number | string;
  readonly site: string;
  readonly start: Step;
}

/** An assignment with the room and piece of equipment that it gets, numbered from 1 within their kind. */
export interface PlacedVisit extends DayAssignment {
  readonly room: string | null;
  readonly equipment: string | null;
}

/** What an assignment is worth, and why. */
export interface VisitWorth {
  readonly priority: number;
  readonly preferredProvider: number;
  /** Steps before and after the time that the patient would like, as losses. */
  readonly tooEarly: number;
  readonly tooLate: number;
  readonly total: number;
}

/** One change that the plan proposes against the day as it stands; somebody decides, nothing is applied. */
export interface DayProposal {
  readonly request: number | string;
  readonly kind: 'place' | 'move' | 'release' | 'keep';
  readonly from: DayAssignment | null;
  readonly to: PlacedVisit | null;
  readonly gain: number;
  readonly worth: VisitWorth | null;
}
