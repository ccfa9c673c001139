import { seededRandom, type Random } from '../src/random.ts';
import type { ClinicDay, DayRequest, Opening, Waiting, Waitlist } from '../src/optimise.ts';

/** What a made clinic day looks like; the rest is drawn by the seed. */
export interface DayShape {
  readonly seed: number;
  readonly requests: number;
  readonly providers: number;
  readonly sites: number;
  readonly travelSlots: number;
  /** Steps of the day. */
  readonly slots: number;
  /** The widest window of a patient, in steps. */
  readonly widest: number;
}

const KINDS = ['exam', 'exam', 'exam', 'procedure'] as const;
const DEVICES = ['ultrasound', 'ecg', null, null, null] as const;

/** A clinic day nobody tuned anything to: other shapes of the published instances. */
export function makeClinicDay(shape: DayShape): ClinicDay {
  const { requests, providers, slots, travelSlots } = shape;
  const random = seededRandom(shape.seed);
  const sites = Array.from({ length: shape.sites }, (_, site) => String.fromCharCode(65 + site));
  const lunchSlots = 2 + whole(random, 3);
  return {
    slots,
    travelSlots,
    lunchSlots,
    providers: Array.from({ length: providers }, (_, id) => ({
      id,
      start: whole(random, 4),
      end: slots - whole(random, 5),
      lunch: random() < 0.2 ? null : Math.floor(slots / 3) + whole(random, 4),
    })),
    rooms: Object.fromEntries(
      sites.map(site => [site, { exam: 1 + whole(random, providers / 2), procedure: 1 + whole(random, 2) }]),
    ),
    equip: Object.fromEntries(
      sites.map((site, at) => [
        site,
        { ultrasound: sites.length === 1 || at % 2 === 0 ? 1 : 0, ecg: sites.length === 1 || at % 2 ? 1 : 0 },
      ]),
    ),
    requests: Array.from({ length: requests }, (_, id) => drawRequest(random, shape, sites, id)),
  };
}

function drawRequest(random: Random, shape: DayShape, sites: readonly string[], id: number): DayRequest {
  const able = someOf(
    random,
    Array.from({ length: shape.providers }, (_, provider) => provider),
  );
  const dur = 1 + whole(random, 4);
  const width = Math.max(dur, 4 + whole(random, Math.max(1, shape.widest - 3)));
  const from = whole(random, Math.max(1, shape.slots - width + 1));
  const equip = DEVICES[whole(random, DEVICES.length)]!;
  return {
    id,
    dur,
    providers: able,
    preferred: random() < 0.8 ? able[whole(random, able.length)]! : null,
    room: KINDS[whole(random, KINDS.length)]!,
    equip,
    sites: someOf(
      random,
      // a request that no site can grant would only make the day smaller
      sites.filter(
        (_, at) => equip === null || sites.length === 1 || (at % 2 === 0) === (equip === 'ultrasound'),
      ),
    ),
    win: [from, from + width],
    w: 1 + whole(random, 5),
  };
}

/** A waitlist of other sizes than the published ones. */
export function makeWaitlist(
  seed: number,
  openings: number,
  waiting: number,
  fit: Waitlist['fit'],
): Waitlist {
  const random = seededRandom(seed);
  const providers = Array.from({ length: 2 + whole(random, 5) }, (_, id) => id);
  return {
    fit,
    openings: Array.from({ length: openings }, (_, id): Opening => ({
      id,
      provider: providers[whole(random, providers.length)]!,
      start: whole(random, 28),
      len: 1 + whole(random, 8),
      noticeH: Math.round(random() * 600) / 10,
    })),
    waitlist: Array.from({ length: waiting }, (_, id): Waiting => {
      const from = whole(random, 24);
      return {
        id,
        joined: id,
        dur: 1 + whole(random, 4),
        providers: someOf(random, providers),
        win: [from, from + 4 + whole(random, 20)],
        minNoticeH: [0, 1, 2, 4, 24][whole(random, 5)]!,
        w: 1 + whole(random, 5),
        base: Math.round((0.3 + 0.6 * random()) * 100) / 100,
      };
    }),
  };
}

function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** At least one of them, in their order. */
function someOf<T>(random: Random, all: readonly T[]): T[] {
  const some = all.filter(() => random() < 0.5);
  return some.length > 0 ? some : [all[whole(random, all.length)]!];
}
