import {
  DAY_MS,
  toEpochMs,
  instant,
  isLocalDate,
  isZone,
  type LocalDate,
  type LocalTime,
} from '@spark-den/kernel';
import { isCursor } from '@spark-den/slots';
import { z } from 'zod';
import { dayFindings, waitlistFindings } from './slots-day-ids.ts';
import { searchFindings, type Finding } from './slots-ids.ts';

/** What `spark slots` reads; libs/slots/README.md shows the same for people. */
const Name = z.string().min(1, 'is empty');
const Id = z.union([Name, z.number().int()], 'neither a text nor a whole number');
const Count = z.number().int().min(0).max(100_000);
const Step = z.number().int().min(0).max(1_000);
const Weekday = z.number().int().min(0).max(6);
const Minutes = z.number().int().min(0).max(10_080);
const VisitMinutes = z.number().int().min(1).max(1_440);

/** In milliseconds 1973 and 5138; what lies outside was counted in something else. */
const MOMENTS = [100_000_000_000, 100_000_000_000_000] as const;
const IsoText = z.iso.datetime({ offset: true });
const WANTED_MOMENT = 'not an instant such as 2026-11-16T08:30:00-06:00, nor its milliseconds since 1970';
const Moment = z.union([z.number(), z.string()], WANTED_MOMENT).transform((value, context) => {
  if (typeof value === 'string' && IsoText.safeParse(value).success) return toEpochMs(instant(value));
  if (Number.isInteger(value) && +value >= MOMENTS[0] && +value <= MOMENTS[1]) return +value;
  context.addIssue({ code: 'custom', message: WANTED_MOMENT, continue: false });
  return z.NEVER;
});
const LocalDateText = z
  .string()
  .refine(isLocalDate, 'not a date such as 2026-11-16')
  .transform(value => value as LocalDate);
const LocalTimeText = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day such as 08:30')
  .transform(value => value as LocalTime);
const Stretch = z.object({ start: Moment, end: Moment });
const Forwards = Stretch.refine(
  ({ start, end }) => start <= end,
  'ends before it starts: exchange start and end',
);

const Window = z.object({
  start: LocalTimeText,
  end: LocalTimeText,
  siteId: z.string(),
  visitTypeIds: z.array(z.string()).optional(),
  quotas: z.array(z.object({ visitTypeIds: z.array(z.string()), most: Count })).optional(),
});
const Rule = Window.extend({
  weekday: Weekday,
  everyWeeks: z.number().int().min(1).max(52).optional(),
  nthOfMonth: z.union([z.number().int().min(1).max(5), z.literal(-1)]).nullish(),
});
/** The part of a template or block that says when it applies. */
const VERSION = { effectiveFrom: LocalDateText, effectiveTo: LocalDateText.nullish() };
const appliesSome = ({ effectiveFrom, effectiveTo }: z.output<z.ZodObject<typeof VERSION>>) =>
  !effectiveTo || effectiveFrom <= effectiveTo;
const NEVER_APPLIES = 'ends before it starts: exchange effectiveFrom and effectiveTo';
const Provider = z.object({
  id: Name,
  templates: z.array(z.object({ ...VERSION, rules: z.array(Rule) }).refine(appliesSome, NEVER_APPLIES)),
  overrides: z.array(z.object({ date: LocalDateText, windows: z.array(Window) })).optional(),
  blocks: z
    .array(
      z
        .object({
          ...VERSION,
          rule: Rule,
          visitTypeIds: z.array(z.string()),
          releaseHours: z.number().min(0).nullable(),
        })
        .refine(appliesSome, NEVER_APPLIES),
    )
    .optional(),
  timeOff: z.array(Forwards).optional(),
  capacity: z.number().int().min(1).optional(),
});
const Asset = z.object({
  id: Name,
  kind: z.enum(['room', 'equipment']),
  siteId: z.string(),
  pools: z.array(z.string()),
  capacity: z.number().int().min(1).optional(),
  setupMinutes: Minutes.optional(),
  turnoverMinutes: Minutes.optional(),
  timeOff: z.array(Forwards).optional(),
});
const World = z.object({
  sites: z
    .array(z.object({ id: Name, zone: z.string().refine(isZone, 'not a time zone such as America/Chicago') }))
    .min(1),
  providers: z.array(Provider),
  assets: z.array(Asset).default([]),
  closures: z
    .array(
      z
        .object({
          siteId: z.string().nullable(),
          date: LocalDateText,
          start: LocalTimeText.nullish(),
          end: LocalTimeText.nullish(),
        })
        .refine(
          ({ start, end }) => !start || !end || start < end,
          'ends before it starts: a closure over midnight is two',
        ),
    )
    .default([]),
  claims: z
    .array(
      Stretch.extend({
        resourceId: z.string(),
        siteId: z.string(),
        ref: z.string().optional(),
        visit: z.object({ typeId: z.string(), start: Moment, bookedAt: Moment.optional() }).optional(),
      }).refine(({ start, end }) => start <= end, 'ends before it starts: exchange start and end'),
    )
    .default([]),
  travel: z
    .array(
      z.object({
        fromSiteId: z.string(),
        toSiteId: z.string(),
        minutes: Minutes,
        bands: z.array(z.object({ start: LocalTimeText, end: LocalTimeText, minutes: Minutes })).optional(),
      }),
    )
    .optional(),
  asOf: Moment.optional(),
});
const Visit = z.object({
  id: z.string(),
  durationMinutes: VisitMinutes,
  providerDurations: z.record(z.string(), VisitMinutes).optional(),
  bufferBeforeMinutes: Minutes.optional(),
  bufferAfterMinutes: Minutes.optional(),
  roomPool: z.string().nullable().default(null),
  equipmentPools: z.array(z.string()).default([]),
  participants: z
    .array(
      z.object({
        role: z.string(),
        offsetMinutes: Minutes.max(1_440),
        durationMinutes: VisitMinutes,
        providerIds: z.array(z.string()).min(1),
      }),
    )
    .optional(),
});

const HOURS = { earliestTime: LocalTimeText.optional(), latestTime: LocalTimeText.optional() };
const hasHours = ({ earliestTime, latestTime }: z.output<z.ZodObject<typeof HOURS>>) =>
  !earliestTime || !latestTime || earliestTime < latestTime;
const NO_HOURS = '`latestTime` must lie after `earliestTime`';

const PlainSearchInput = z.object({
  world: World,
  search: Stretch.extend({
    visit: Visit,
    providerIds: z.array(z.string()).optional(),
    siteIds: z.array(z.string()).optional(),
    weekdays: z.array(Weekday).optional(),
    ...HOURS,
    avoid: z.array(Forwards).optional(),
    prefer: z
      .object({
        providerIds: z.array(z.string()).optional(),
        siteIds: z.array(z.string()).optional(),
        weekdays: z.array(Weekday).optional(),
        ...HOURS,
      })
      .refine(hasHours, NO_HOURS)
      .optional(),
    stepMinutes: Minutes.min(1),
    policy: z.enum(['earliest', 'best-fit', 'spread']).optional(),
    limit: z.number().int().min(1).optional(),
    after: z.string().refine(isCursor, 'not the `next` of a page').nullish(),
  })
    .refine(
      ({ start, end }) => start < end && end - start < 400 * DAY_MS,
      '`end` must lie after `start`, and less than 400 days after it',
    )
    .refine(hasHours, NO_HOURS),
});

/** What the published instances say about themselves. */
const Labels = {
  n: z.unknown().optional(),
  seed: z.unknown().optional(),
  slotMin: z.unknown().optional(),
};

export const SearchInput = checked(PlainSearchInput, ({ world, search }) => searchFindings(world, search));

const Stock = z.record(z.string(), z.record(z.string(), Count));
const Steps = z
  .tuple([z.number().int(), z.number().int()])
  .refine(([from, to]) => from <= to, 'ends before it starts: exchange the two');
const Assignment = z.object({ request: Id, provider: Id, site: z.string(), start: Step });
const PlainClinicDayInput = z.object({
  ...Labels,
  slots: Step.min(1),
  travelSlots: Step,
  lunchSlots: Step.default(0),
  providers: z.array(
    z
      .object({ id: Id, start: Step, end: Step, lunch: Step.nullable().default(null) })
      .refine(({ start, end }) => start <= end, 'ends before it starts: exchange start and end'),
  ),
  rooms: Stock,
  equip: Stock.default({}),
  requests: z
    .array(
      z.object({
        id: Id,
        dur: Step.min(1),
        providers: z.array(Id),
        preferred: Id.nullable().default(null),
        room: z.string().nullable(),
        equip: z.string().nullable(),
        sites: z.array(z.string()),
        win: Steps,
        w: z.number(),
      }),
    )
    .max(1_000),
  current: z.array(Assignment).default([]),
});

export const ClinicDayInput = checked(PlainClinicDayInput, dayFindings);

const PlainWaitlistInput = z.object({
  ...Labels,
  openings: z.array(
    z.object({ id: Id, provider: Id, start: Count, len: Step.min(1), noticeH: z.number().min(0) }),
  ),
  waitlist: z.array(
    z.object({
      id: Id,
      joined: z.number(),
      dur: Step.min(1),
      providers: z.array(Id),
      win: Steps,
      minNoticeH: z.number(),
      w: z.number().min(0),
      base: z.number().min(0).max(1),
    }),
  ),
  fit: z.enum(['inside', 'overlap']).default('overlap'),
});

export const WaitlistInput = checked(PlainWaitlistInput, waitlistFindings);

/** A schema that also says what is wrong between the parts of its value. */
function checked<T extends z.ZodType>(schema: T, findingsOf: (value: z.output<T>) => readonly Finding[]) {
  return schema.superRefine((value, context) => {
    for (const { path, message } of findingsOf(value)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });
}
