import { addDays, toInstant, type LocalDate } from '@spark-den/kernel';
import { seededRandom } from '../random.ts';
import { coverDays } from './cover.ts';
import { NOBODY, Tally } from './tally.ts';
import type { Duty, DutyChange, OnCallPlan, OnCallRound } from './types.ts';

export interface RotationOptions {
  readonly seed?: number;
  readonly moves?: number;
  /** The rotation as it stands, to say what changes. */
  readonly current?: readonly { readonly date: LocalDate; readonly member: string | null }[];
}

const MOVES_PER_DAY = 1_500;
const HOT = 6;
const COLD = 0.05;

/**
 * A fair rotation: nobody twice in a row, nobody while away, and total, weekend and holiday duties as even
 * as can be. A search by annealing that ends as soon as it reaches the bound; the same seed, the same plan.
 */
export function rotateOnCall(round: OnCallRound, options: RotationOptions = {}): OnCallPlan {
  const days = daysOf(round);
  const away = round.members.map(member => new Set(member.away ?? []));
  const canDo = days.map(day =>
    round.members.flatMap((_, member) => (away[member]!.has(day) ? [] : [member])),
  );
  const before = round.members.findIndex(member => member.id === round.before);
  const cover = coverDays(canDo, before);
  const tally = new Tally(round, days, cover);
  const bound = tally.bound();
  const random = seededRandom(options.seed ?? 1);
  const moves = options.moves ?? MOVES_PER_DAY * days.length;
  let best = [...cover];
  let least = tally.unfairness();
  let present = least;
  for (let move = 0; move < moves && least > bound + 1e-9; move += 1) {
    const heat = HOT * (COLD / HOT) ** (move / moves);
    const change = drawChange(cover, canDo, before, random);
    if (!change) continue;
    const undo = change.map(([day]): [number, number] => [day, cover[day]!]);
    const delta = tally.apply(cover, change);
    if (delta > -heat * Math.log(1 - random())) {
      tally.apply(cover, undo);
      continue;
    }
    present += delta;
    if (present < least - 1e-9) [best, least] = [[...cover], present];
  }
  const duties = days.map((date, day): Duty => ({
    date,
    member: round.members[best[day]!]?.id ?? null,
    start: toInstant(date, round.changeover, round.zone),
    end: toInstant(addDays(date, 1), round.changeover, round.zone),
  }));
  const settled = new Tally(round, days, best);
  return {
    duties,
    counts: settled.counts(),
    unfairness: settled.unfairness(),
    bound,
    changes: changesOf(duties, options.current ?? []),
  };
}

/** Days in a row that are given out anew together: what no change of one or two days reaches, a longer one may. */
const LONGEST_STRETCH = 6;

/** One day to another member, two days exchanged or some in a row given out anew; `null` when that breaks a rule. */
function drawChange(
  cover: readonly number[],
  canDo: readonly (readonly number[])[],
  before: number,
  random: () => number,
): readonly Turn[] | null {
  const kind = random();
  const day = Math.floor(random() * cover.length);
  const other = Math.floor(random() * cover.length);
  if (cover[day] === NOBODY) return null;
  const change: readonly Turn[] =
    kind < 0.35
      ? [[day, anyOf(canDo[day]!, random)]]
      : kind < 0.7
        ? [
            [day, cover[other]!],
            [other, cover[day]!],
          ]
        : drawStretch(cover, canDo, day, random);
  const after = new Map(change);
  const onDay = (at: number) => (at < 0 ? before : (after.get(at) ?? cover[at] ?? NOBODY));
  const sound = change.every(
    ([at, member]) =>
      member !== NOBODY &&
      canDo[at]!.includes(member) &&
      onDay(at - 1) !== member &&
      onDay(at + 1) !== member,
  );
  return sound && change.some(([at, member]) => cover[at] !== member) ? change : null;
}

/** A day, and the member who is to do it. */
type Turn = readonly [number, number];

/** Up to the end of the stretch, or to a day that nobody does. */
function drawStretch(
  cover: readonly number[],
  canDo: readonly (readonly number[])[],
  from: number,
  random: () => number,
): Turn[] {
  const turns: Turn[] = [];
  const end = Math.min(cover.length, from + 2 + Math.floor(random() * (LONGEST_STRETCH - 1)));
  for (let day = from; day < end && cover[day] !== NOBODY; day += 1) {
    const last = turns.at(-1)?.[1];
    turns.push([
      day,
      anyOf(
        canDo[day]!.filter(member => member !== last),
        random,
      ),
    ]);
  }
  return turns;
}

function anyOf(members: readonly number[], random: () => number): number {
  return members[Math.floor(random() * members.length)] ?? NOBODY;
}

function changesOf(duties: readonly Duty[], current: NonNullable<RotationOptions['current']>): DutyChange[] {
  const standing = new Map(current.map(({ date, member }) => [date, member]));
  return duties.flatMap(({ date, member }) => {
    const from = standing.get(date) ?? null;
    return from === member ? [] : [{ date, from, to: member }];
  });
}

function daysOf({ from, to }: OnCallRound): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
