import type { LocalDate, LocalTime } from '@spark-den/kernel';

/** Milliseconds since 1970 in UTC. The engine reckons in numbers; texts are made at the edges. */
export type EpochMs = number;

/** A stretch of time that holds `start` and everything before `end`. */
export interface Span {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** A place where visits happen; its zone is the zone of record for everything there. */
export interface Site {
  readonly id: string;
  readonly zone: string;
}

/** Working time on a wall clock. An `end` at or before `start` lies on the next day. */
export interface WallWindow {
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly siteId: string;
  /** Only these visit types; empty or left out: all. */
  readonly visitTypeIds?: readonly string[];
  readonly quotas?: readonly Quota[];
}

/** At most so many visits of these types may start in the window on one date. */
export interface Quota {
  readonly visitTypeIds: readonly string[];
  readonly most: number;
}

export interface TemplateRule extends WallWindow {
  /** 0 Sunday … 6 Saturday */
  readonly weekday: number;
  /** In every nth week, counted from the week of the template's `effectiveFrom`; weeks begin on Sunday. */
  readonly everyWeeks?: number;
  /** Only the nth such weekday of a month (1–5), or the last (-1). */
  readonly nthOfMonth?: number | null;
}

/** A version of a working week. Of the versions that cover a date, the one that began last applies. */
export interface Template {
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo?: LocalDate | null;
  readonly rules: readonly TemplateRule[];
}

/** Replaces the template on its date; without windows nobody works. */
export interface Override {
  readonly date: LocalDate;
  readonly windows: readonly WallWindow[];
}

/** Time kept for some visit types that releases itself to all when it is not taken. */
export interface Block {
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo?: LocalDate | null;
  /** When, on the wall clock; it opens no time of its own. */
  readonly rule: TemplateRule;
  readonly visitTypeIds: readonly string[];
  /** Hours before its start from which it is open to all; `null`: never. */
  readonly releaseHours: number | null;
}

export interface Provider {
  readonly id: string;
  readonly templates: readonly Template[];
  readonly overrides?: readonly Override[];
  readonly blocks?: readonly Block[];
  /** Beats template and override. */
  readonly timeOff?: readonly Span[];
  /** How many visits at once; 1 when left out. */
  readonly capacity?: number;
}

/** A room or a piece of equipment. It belongs to a site and can stand for each of its pools. */
export interface Asset {
  readonly id: string;
  readonly kind: 'room' | 'equipment';
  readonly siteId: string;
  readonly pools: readonly string[];
  readonly capacity?: number;
  /** Time before a visit in which the asset is set up for it. */
  readonly setupMinutes?: number;
  /** Time after a visit in which the asset is made ready for the next. */
  readonly turnoverMinutes?: number;
  /** Maintenance and the like. */
  readonly timeOff?: readonly Span[];
}

/** A site, or every site, shut on a date: the whole day, or between two wall-clock times. */
export interface Closure {
  readonly siteId: string | null;
  readonly date: LocalDate;
  readonly start?: LocalTime | null;
  readonly end?: LocalTime | null;
}

/** Time of a resource that is taken, with its buffers, by a booking or a hold. */
export interface Claim extends Span {
  readonly resourceId: string;
  readonly siteId: string;
  /** What took it, for explanations. */
  readonly ref?: string;
  /** The visit that took it, where quotas and the use of blocks are to count it. */
  readonly visit?: ClaimedVisit;
}

/** A visit without its buffers. */
export interface ClaimedVisit {
  readonly typeId: string;
  readonly start: EpochMs;
  /** Left out: before anything is measured. */
  readonly bookedAt?: EpochMs;
}

export interface Travel {
  readonly fromSiteId: string;
  readonly toSiteId: string;
  readonly minutes: number;
  /** Other minutes at some hours; of bands that overlap, the first in the list holds. */
  readonly bands?: readonly TravelBand[];
}

/** Hours on the wall clock of the site that is left; an `end` at or before `start` lies on the next day. */
export interface TravelBand {
  readonly start: LocalTime;
  readonly end: LocalTime;
  /** Of a way that begins within these hours. */
  readonly minutes: number;
}

/** Everything that decides when a visit can be. */
export interface World {
  readonly sites: readonly Site[];
  readonly providers: readonly Provider[];
  readonly assets: readonly Asset[];
  readonly closures: readonly Closure[];
  readonly claims: readonly Claim[];
  /** Needed between two sites, in this direction; pairs left out need none. */
  readonly travel?: readonly Travel[];
  /** The time by which blocks have released themselves or not; left out: none has. */
  readonly asOf?: EpochMs;
}

/** Another provider's part of a visit. */
export interface Participant {
  readonly role: string;
  readonly offsetMinutes: number;
  readonly durationMinutes: number;
  /** Any one of them. */
  readonly providerIds: readonly string[];
}

export interface VisitType {
  readonly id: string;
  /** A day at most. */
  readonly durationMinutes: number;
  /** Providers who take longer or shorter for it. */
  readonly providerDurations?: Readonly<Record<string, number>>;
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  /** `null`: needs no room. */
  readonly roomPool: string | null;
  /** One piece of each. */
  readonly equipmentPools: readonly string[];
  readonly participants?: readonly Participant[];
}

/** `best-fit` leaves the fewest useless gaps, `spread` fills the emptiest days first. */
export type SlotPolicy = 'earliest' | 'best-fit' | 'spread';

/** What a patient would rather have; nothing is left out for it, what meets more of it comes first. */
export interface SlotPreferences {
  readonly providerIds?: readonly string[];
  readonly siteIds?: readonly string[];
  /** 0 Sunday … 6 Saturday, at the site. */
  readonly weekdays?: readonly number[];
  readonly earliestTime?: LocalTime;
  readonly latestTime?: LocalTime;
}

export interface SlotSearch extends Span {
  readonly visit: VisitType;
  readonly providerIds?: readonly string[];
  readonly siteIds?: readonly string[];
  /** 0 Sunday … 6 Saturday, at the site. */
  readonly weekdays?: readonly number[];
  /** A visit starts at or after this wall-clock time … */
  readonly earliestTime?: LocalTime;
  /** … and ends at or before this one. */
  readonly latestTime?: LocalTime;
  /** Time in which the patient cannot come. */
  readonly avoid?: readonly Span[];
  /** Beats the policy, which orders what meets the same number of preferences. */
  readonly prefer?: SlotPreferences;
  /** Starts are this far apart, counted from the start of a working window. */
  readonly stepMinutes: number;
  readonly policy?: SlotPolicy;
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string | null;
}

export interface Slot extends Span {
  readonly siteId: string;
  /** The first is the provider whose calendar it is. */
  readonly participants: readonly { readonly role: string; readonly id: string }[];
  readonly roomId: string | null;
  readonly equipmentIds: readonly string[];
}

export interface SlotPage {
  readonly slots: readonly Slot[];
  readonly next: string | null;
}

/** One particular time that somebody wishes for. */
export interface Wish {
  readonly visit: VisitType;
  readonly providerId: string;
  readonly siteId: string;
  readonly start: EpochMs;
  readonly durationMinutes?: number;
  readonly roomId?: string;
  readonly avoid?: readonly Span[];
}

export type SlotReasonCode =
  | 'provider-not-working'
  | 'wrong-location'
  | 'type-not-offered'
  | 'quota-reached'
  | 'provider-time-off'
  | 'location-closed'
  | 'provider-busy'
  | 'no-room-of-pool'
  | 'room-busy'
  | 'no-equipment-of-pool'
  | 'equipment-busy'
  | 'travel-between-sites'
  | 'patient-busy';

/** One thing in the way of a wish, with the stretch and the booking where there is one. */
export interface SlotReason {
  readonly code: SlotReasonCode;
  readonly resourceId: string | null;
  readonly span: Span | null;
  readonly ref: string | null;
}

export interface Explanation {
  readonly slot: Slot | null;
  readonly reasons: readonly SlotReason[];
}

export type AlternativeKind =
  'same-provider-nearest' | 'other-provider-same-time' | 'same-provider-next-day' | 'other-provider-nearest';

export interface Alternative {
  readonly slot: Slot;
  readonly why: AlternativeKind;
  readonly shiftMinutes: number;
}
