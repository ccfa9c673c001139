import { addDays, instant, localDateAt, type Instant } from '@spark-den/kernel';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { DEFAULT_KNOBS, type Knobs } from './clearinghouse/knobs.ts';
import { CLEARINGHOUSE } from './clearinghouse/parties.ts';
import { World, type WorldInput } from './clearinghouse/world.ts';
import { respondToInquiry } from './eligibility/respond.ts';
import { forgetfulLog, type InputLog, type LoggedInput } from './input-log.ts';
import { roster } from './roster/roster.ts';
import { SimulatorClock } from './simulator-clock.ts';

export interface ClearinghouseOptions {
  /** Bearer token that partners must send. */
  readonly token: string;
  readonly log?: InputLog;
  readonly knobs?: Partial<Knobs>;
  readonly clock?: SimulatorClock;
}

/** Brightline Clearinghouse over HTTP; `listen` or `inject` on what comes back. */
export function clearinghouseServer(options: ClearinghouseOptions): FastifyInstance {
  const { log = forgetfulLog, clock = new SimulatorClock() } = options;
  const world = new World({ ...DEFAULT_KNOBS, ...options.knobs });
  for (const input of log.read()) {
    if (input.kind === 'clock') clock.set(input.now);
    else world.apply(input);
  }
  const apply = (input: WorldInput) => {
    log.append(input);
    return world.apply(input);
  };
  const app = Fastify({ bodyLimit: 50 * 1024 * 1024, forceCloseConnections: true });
  app.addContentTypeParser(
    ['application/edi-x12', 'text/plain', 'application/octet-stream'],
    { parseAs: 'string' },
    (_, body, done) => {
      done(null, body);
    },
  );
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/') && request.headers.authorization !== `Bearer ${options.token}`) {
      await reply.code(401).send({ error: 'unknown partner' });
    }
  });
  app.get('/healthz', () => ({ ok: true }));
  partnerRoutes(app, world, clock, apply);
  controlRoutes(app, world, clock, apply, log);
  return app;
}

type Apply = (input: WorldInput) => ReturnType<World['apply']>;

function partnerRoutes(app: FastifyInstance, world: World, clock: SimulatorClock, apply: Apply): void {
  app.post('/api/eligibility', (request, reply) => {
    const now = clock.now();
    world.advance(now);
    const answer = respondToInquiry(asText(request), now, (...key) => world.deductibleMet(...key));
    if (answer === undefined) return reply.code(422).send({ error: 'not a 270 that can be answered' });
    return reply.type('application/edi-x12').send(answer);
  });
  app.post('/api/files', (request, reply) => {
    const text = asText(request);
    const receipt = world.isRepeated(text)
      ? world.apply({ kind: 'file', at: clock.now(), text })
      : apply({ kind: 'file', at: clock.now(), text });
    if (receipt?.status === 'unreadable') return reply.code(422).send({ error: 'no interchange in it' });
    return reply.code(202).send(receipt);
  });
  app.get<{ Querystring: { after?: string } }>('/api/mailbox', request => {
    world.advance(clock.now());
    return world
      .files(Number(request.query.after ?? 0) || 0)
      .map(({ seq, name, kind, content, deliveredAt }) => ({
        seq,
        name,
        kind,
        size: content.length,
        deliveredAt,
      }));
  });
  app.get<{ Params: { seq: string } }>('/api/mailbox/:seq', (request, reply) => {
    world.advance(clock.now());
    const file = world.file(Number(request.params.seq));
    return file ? reply.type('application/edi-x12').send(file.content) : notFound(reply);
  });
}

/** For tests and demos only: time, payment on demand, an appeal granted, what the payers know. */
function controlRoutes(
  app: FastifyInstance,
  world: World,
  clock: SimulatorClock,
  apply: Apply,
  log: InputLog,
): void {
  app.post<{ Body: { now: string | null } }>('/control/clock', request => {
    const now = request.body.now === null ? null : instant(request.body.now);
    const entry: LoggedInput = { kind: 'clock', now };
    log.append(entry);
    clock.set(now);
    world.advance(clock.now());
    return { now: clock.now() };
  });
  app.post<{ Body: { payerId?: string } | null }>('/control/adjudicate', request => {
    const before = world.files(0).length;
    const payerId = request.body?.payerId;
    apply({ kind: 'adjudicate', at: clock.now(), ...(payerId ? { payerId } : {}) });
    return { delivered: world.files(before).map(({ seq, name, kind }) => ({ seq, name, kind })) };
  });
  app.post<{ Body: { pcn?: string; icn?: string; inDays?: number } }>(
    '/control/reprocess',
    (request, reply) => {
      const { pcn, icn, inDays = 0 } = request.body;
      const found = world
        .claims()
        .find(
          ({ decision }) => decision !== undefined && (decision.icn === icn || decision.claim.pcn === pcn),
        );
      if (!found?.decision) return notFound(reply);
      const now: Instant = clock.now();
      const dueOn = addDays(localDateAt(now, CLEARINGHOUSE.zone), inDays);
      apply({ kind: 'reprocess', at: now, icn: found.decision.icn, dueOn });
      return { icn: found.decision.icn, dueOn };
    },
  );
  app.get('/control/claims', () =>
    world.claims().map(({ decision, paidOn, pending }) => ({
      pcn: pending.claim.pcn,
      icn: pending.icn,
      payerId: pending.claim.payerId,
      paidOn,
      status: decision?.status ?? null,
    })),
  );
  app.get('/control/mailbox', () => {
    world.advance(clock.now());
    const files = world.files(0);
    return { count: files.length, newest: files.at(-1)?.name ?? null };
  });
  app.get('/control/members', () => roster());
}

function asText(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}

function notFound(reply: FastifyReply) {
  return reply.code(404).send({ error: 'not here' });
}
