import { compileSchedule, findSlots } from '@spark-den/slots';
import {
  bestPattern,
  clinicDayViolations,
  fillOpenings,
  planClinicDay,
  waitlistViolations,
} from '@spark-den/slots/optimise';
import { highsSolver } from '@spark-den/slots/solver';
import type { z } from 'zod';
import type { CommandIo } from '../spark.ts';
import { BadInput, Misuse, readArguments } from './arguments.ts';
import { ClinicDayInput, SearchInput, WaitlistInput } from './slots-input.ts';
import { numbersOf, secondsOf } from './slots-options.ts';
import { readJson } from './slots-read.ts';
import { slotView, whyAt } from './slots-why.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  at: { type: 'string' },
  limit: { type: 'string' },
  seed: { type: 'string', default: '1' },
  slots: { type: 'string' },
  length: { type: 'string' },
  service: { type: 'string' },
  patients: { type: 'string' },
  'no-show': { type: 'string' },
  weights: { type: 'string' },
} as const;
type Values = ReturnType<typeof parse>['values'];

/** What a verb found: for `--json`, and in lines for people. `sound` is false when our own checker objects. */
interface Result {
  readonly json: object;
  readonly lines: readonly string[];
  readonly sound?: boolean;
}
/** What the file of the command holds. @throws BadInput where it is not what the schema asks for */
type Read = <T>(schema: z.ZodType<T>) => T;
type Verb = (read: Read, values: Values) => Promise<Result> | Result;

const VERBS: Readonly<Record<string, { readonly needsFile: boolean; readonly run: Verb }>> = {
  search: { needsFile: true, run: searchVerb },
  'clinic-day': { needsFile: true, run: clinicDayVerb },
  waitlist: { needsFile: true, run: waitlistVerb },
  template: { needsFile: false, run: templateVerb },
};

export const USAGE = `Usage: spark slots search FILE.json [--at TIME] [--json]
       spark slots clinic-day|waitlist FILE.json [--json] [--explain] [--limit 5s] [--seed N]
       spark slots template --slots N --length MIN --service MIN --patients N --no-show R --weights WAITING,IDLE,TARDINESS [--json]
  - as FILE reads the standard input; libs/slots/README.md shows what the files hold\n`;

/** `spark slots <verb>`: 0 fine, 1 the file is bad, 2 misuse, 3 our fault. Nothing is booked: it proposes. */
export async function slotsCommand(args: string[], io: CommandIo): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    const [name = '', file = '', ...rest] = positionals;
    const verb = VERBS[name];
    if (!verb || rest.length > 0 || verb.needsFile !== (file !== '')) throw new Misuse('');
    const read: Read = schema => readJson(file, schema, io.stderr);
    const { json, lines, sound = true } = await verb.run(read, values);
    io.stdout.write(values.json ? `${JSON.stringify(json)}\n` : lines.map(line => `${line}\n`).join(''));
    return sound ? 0 : 3;
  } catch (error) {
    if (error instanceof Misuse) {
      io.stderr.write(`${error.message === '' ? '' : `${error.message}\n`}${USAGE}`);
      return 2;
    }
    if (!(error instanceof BadInput)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function parse(args: string[]) {
  return readArguments({ args, options: OPTIONS, allowPositionals: true });
}

function searchVerb(read: Read, { at }: Values): Result {
  const { world, search } = read(SearchInput);
  if (at !== undefined) return whyVerb(whyAt(world, search, at));
  const page = findSlots(compileSchedule(world, search), search);
  const slots = page.slots.map(slotView);
  return {
    json: { slots, next: page.next },
    lines: [
      ...slots.map(
        ({ start, end, site, participants, room }) =>
          `${start} – ${end}  ${site}  ${participants.map(({ id }) => id).join(', ')}  ${room ?? ''}`,
      ),
      `${slots.length} slots${page.next ? ', and more' : ''}`,
    ],
  };
}

function whyVerb(why: ReturnType<typeof whyAt>): Result {
  const { start, offered, wishes, alternatives } = why;
  const stretch = (from: string | null, to: string | null) => (from && to ? ` from ${from} to ${to}` : '');
  return {
    json: why,
    lines: [
      `${start} is ${offered ? '' : 'not '}offered`,
      ...wishes.flatMap(({ provider, site, reasons }) =>
        reasons.map(
          reason =>
            `${provider} at ${site}: ${reason.code}${reason.resource && reason.resource !== provider ? ` (${reason.resource})` : ''}${stretch(reason.start, reason.end)}${reason.ref ? `, ${reason.ref}` : ''}`,
        ),
      ),
      ...alternatives.map(
        slot => `instead ${slot.start}  ${slot.site}  ${slot.participants[0]?.id ?? ''}  ${slot.why}`,
      ),
    ],
  };
}

async function clinicDayVerb(read: Read, values: Values): Promise<Result> {
  const { current, ...day } = read(ClinicDayInput);
  const plan = await planClinicDay(
    day,
    {
      seed: numbersOf('seed', values.seed, 1)[0],
      limit: { seconds: secondsOf(values.limit ?? '5s'), now: () => performance.now() },
      solver: highsSolver,
    },
    current,
  );
  const violations = clinicDayViolations(day, plan.assignments);
  const assignments = plan.assignments.map(({ request, provider, site, start }) => ({
    request,
    provider,
    site,
    start,
  }));
  const { objective, bound, gap, proposals } = plan;
  return {
    json: { objective, bound, assignments, violations, ...(values.explain ? { gap, proposals } : {}) },
    lines: [
      ...proposals.map(
        ({ request, kind, to, gain }) =>
          `${kind} ${request}${to ? `: provider ${to.provider} at ${to.site}, step ${to.start}, ${to.room ?? 'no room'}` : ''} (${gain >= 0 ? '+' : ''}${gain})`,
      ),
      `Worth ${objective}; no plan is worth more than ${bound}. ${assignments.length} of ${day.requests.length} placed.`,
      ...violations,
    ],
    sound: violations.length === 0,
  };
}

function waitlistVerb(read: Read, values: Values): Result {
  const list = read(WaitlistInput);
  const plan = fillOpenings(list, { seed: numbersOf('seed', values.seed, 1)[0] });
  const violations = waitlistViolations(list, plan.offers);
  const objective = rounded(plan.objective);
  const offers = plan.offers.map(({ patient, opening }) => ({ patient, opening }));
  return {
    json: {
      objective,
      offers,
      ...(values.explain ? { bound: rounded(plan.bound), proposals: plan.offers } : {}),
    },
    lines: [
      ...plan.offers.map(
        ({ patient, opening, start, chance, gain }) =>
          `offer opening ${opening} from step ${start} to patient ${patient}: accepted with ${Math.round(chance * 100)} %, gains ${rounded(gain)}`,
      ),
      `Worth ${objective}; no offers are worth more than ${rounded(plan.bound)}.`,
      ...violations,
    ],
    sound: violations.length === 0,
  };
}

function templateVerb(_: Read, values: Values): Result {
  const [slots] = numbersOf('slots', values.slots, 1, { from: 1, to: 48, whole: true });
  const [slotLength] = numbersOf('length', values.length, 1, { from: 1, to: 1_440 });
  const [service] = numbersOf('service', values.service, 1, { from: 0.1, to: 1_440 });
  const [patients] = numbersOf('patients', values.patients, 1, { from: 1, to: 60, whole: true });
  const [noShow] = numbersOf('no-show', values['no-show'], 1, { from: 0, to: 0.99 });
  const [waiting, idle, tardiness] = numbersOf('weights', values.weights, 3, { from: 0, to: 1e6 });
  const pattern = bestPattern({
    slots: slots!,
    slotLength: slotLength!,
    service: service!,
    patients: patients!,
    noShow: noShow!,
    weights: { waiting: waiting!, idle: idle!, tardiness: tardiness! },
  });
  const json = {
    arrivals: pattern.arrivals,
    cost: rounded(pattern.cost),
    waiting: rounded(pattern.waiting),
    idle: rounded(pattern.idle),
    tardiness: rounded(pattern.tardiness),
  };
  return {
    json,
    lines: [
      `Patients at the start of each slot: ${pattern.arrivals.join(' ')}${pattern.proven ? ' (proven best)' : ''}`,
      `Cost ${json.cost}; expected minutes: waiting ${json.waiting}, idle ${json.idle}, overtime ${json.tardiness}`,
    ],
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
