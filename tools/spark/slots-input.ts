import { toEpochMs, instant, isLocalDate, isZone, type LocalDate, type LocalTime } from '@spark-den/kernel';
import { isCursor } from '@spark-den/slots';
import { z } from 'zod';
import { unknownIds } from './slots-ids.ts';

/** What `spark slots` reads; libs/slots/README.md shows the same for people. */
const Id = z.union([z.string().min(1), z.number().int()]);
const Count = z.number().int().min(0).max(100_000);
const Step = z.number().int().min(0).max(1_000);
const Weekday = z.number().int().min(0).max(6);
const Minutes = z.number().int().min(0).max(10_080);

const Moment = z
  .union([z.number().int(), z.iso.datetime({ offset: true })])
  .transform(value => (typeof value === 'number' ? value : toEpochMs(instant(value))));
const LocalDateText = z
  .string()
  .refine(isLocalDate, 'not a date')
  .transform(value => value as LocalDate);
const LocalTimeText = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day')
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
const Version = z.object({ effectiveFrom: LocalDateText, effectiveTo: LocalDateText.nullish() });
const Provider = z.object({
  id: z.string(),
  templates: z.array(Version.extend({ rules: z.array(Rule) })),
  overrides: z.array(z.object({ date: LocalDateText, windows: z.array(Window) })).optional(),
  blocks: z
    .array(
      Version.extend({
        rule: Rule,
        visitTypeIds: z.array(z.string()),
        releaseHours: z.number().min(0).nullable(),
      }),
    )
    .optional(),
  timeOff: z.array(Forwards).optional(),
  capacity: z.number().int().min(1).optional(),
});
const Asset = z.object({
  id: z.string(),
  kind: z.enum(['room', 'equipment']),
  siteId: z.string(),
  pools: z.array(z.string()),
  capacity: z.number().int().min(1).optional(),
  setupMinutes: Minutes.optional(),
  turnoverMinutes: Minutes.optional(),
  timeOff: z.array(Forwards).optional(),
});
const World = z.object({
  sites: z.array(z.object({ id: z.string(), zone: z.string().refine(isZone, 'not a time zone') })).min(1),
  providers: z.array(Provider),
  assets: z.array(Asset).default([]),
  closures: z
    .array(
      z.object({
        siteId: z.string().nullable(),
        date: LocalDateText,
        start: LocalTimeText.nullish(),
        end: LocalTimeText.nullish(),
      }),
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
  durationMinutes: Minutes.min(1),
  providerDurations: z.record(z.string(), Minutes.min(1)).optional(),
  bufferBeforeMinutes: Minutes.optional(),
  bufferAfterMinutes: Minutes.optional(),
  roomPool: z.string().nullable().default(null),
  equipmentPools: z.array(z.string()).default([]),
  participants: z
    .array(
      z.object({
        role: z.string(),
        offsetMinutes: Minutes,
        durationMinutes: Minutes.min(1),
        providerIds: z.array(z.string()).min(1),
      }),
    )
    .optional(),
});

const PlainSearchInput = z.object({
  world: World,
  search: Stretch.extend({
    visit: Visit,
    providerIds: z.array(z.string()).optional(),
    siteIds: z.array(z.string()).optional(),
    weekdays: z.array(Weekday).optional(),
    earliestTime: LocalTimeText.optional(),
    latestTime: LocalTimeText.optional(),
    avoid: z.array(Forwards).optional(),
    prefer: z
      .object({
        providerIds: z.array(z.string()).optional(),
        siteIds: z.array(z.string()).optional(),
        weekdays: z.array(Weekday).optional(),
        earliestTime: LocalTimeText.optional(),
        latestTime: LocalTimeText.optional(),
      })
      .optional(),
    stepMinutes: Minutes.min(1),
    policy: z.enum(['earliest', 'best-fit', 'spread']).optional(),
    limit: z.number().int().min(1).optional(),
    after: z.string().refine(isCursor, 'not the `next` of a page').nullish(),
  }).refine(
    ({ start, end }) => start < end && end - start < 400 * 86_400_000,
    '`end` must lie after `start`, and less than 400 days after it',
  ),
});

/** What the published instances say about themselves. */
const Labels = {
  n: z.unknown().optional(),
  seed: z.unknown().optional(),
  slotMin: z.unknown().optional(),
};

/** The same, with every id that is named known and standing once. */
export const SearchInput = PlainSearchInput.superRefine(({ world, search }, context) => {
  for (const { path, message } of unknownIds(world, search)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});

const Stock = z.record(z.string(), z.record(z.string(), Count));
const Steps = z
  .tuple([z.number().int(), z.number().int()])
  .refine(([from, to]) => from <= to, 'ends before it starts: exchange the two');
const Assignment = z.object({ request: Id, provider: Id, site: z.string(), start: Step });
export const ClinicDayInput = z.object({
  ...Labels,
  slots: Step.min(1),
  travelSlots: Step,
  lunchSlots: Step.default(0),
  providers: z
    .array(
      z
        .object({ id: Id, start: Step, end: Step, lunch: Step.nullable().default(null) })
        .refine(({ start, end }) => start <= end, 'ends before it starts: exchange start and end'),
    )
    .refine(hasUniqueIds, 'ids stand twice'),
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
    .max(1_000)
    .refine(hasUniqueIds, 'ids stand twice'),
  current: z.array(Assignment).default([]),
});

export const WaitlistInput = z.object({
  ...Labels,
  openings: z
    .array(z.object({ id: Id, provider: Id, start: Count, len: Step.min(1), noticeH: z.number().min(0) }))
    .refine(hasUniqueIds, 'ids stand twice'),
  waitlist: z
    .array(
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
    )
    .refine(hasUniqueIds, 'ids stand twice'),
  fit: z.enum(['inside', 'overlap']).default('overlap'),
});

function hasUniqueIds(entries: readonly { readonly id: string | number }[]): boolean {
  return new Set(entries.map(({ id }) => id)).size === entries.length;
}
