import type { RoleKey } from '@spark-den/contracts/operation';
import { loadServices } from '@spark-den/server/registry';
import { request } from 'node:http';
import { EdgeWorld } from './edge-world.ts';
import { httpCall, openOperations, sampleInput, type Described } from './operations.ts';
import { PeopleOfEachRole, ROLES, type Verdict } from './people.ts';

describe('every operation of the system', () => {
  let world: EdgeWorld;
  let people: PeopleOfEachRole;
  beforeAll(async () => {
    world = await EdgeWorld.start({ services: await loadServices(), limits: 'none' });
    people = await PeopleOfEachRole.signIn(world);
  }, 300_000);
  afterAll(() => world.stop());

  function expected({ contract, operation }: Described, role: RoleKey): Verdict {
    if (operation.permission === 'public' || operation.permission === 'session') return 'allowed';
    return contract.permissions[operation.permission]?.roles.includes(role) ? 'allowed' : 'forbidden';
  }

  it('SEC-02 (narrow row: roles, no scope by place or assignment) G2 lets each role do what the permission table says and nothing else', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const described of openOperations) {
      for (const role of ROLES) {
        asked += 1;
        const [verdict, wanted] = [await people.ask(described, role), expected(described, role)];
        if (verdict !== wanted) wrong.push(`${described.name} as ${role}: ${verdict}, not ${wanted}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBe(openOperations.length * ROLES.length);
  }, 600_000);

  it('SEC-02 G2 refuses whoever is not signed in, before looking at what they sent', async () => {
    const open: string[] = [];
    for (const described of openOperations) {
      if (described.operation.permission === 'public') continue;
      if ((await people.ask(described)) !== 'unauthenticated') open.push(described.name);
    }
    expect(open).toEqual([]);
  }, 300_000);

  it('SEC-04 G3 refuses a property that the contract does not name', async () => {
    const accepted: string[] = [];
    for (const described of openOperations) {
      const role = ROLES.find(candidate => expected(described, candidate) === 'allowed');
      if (!role) continue;
      const input = { ...sampleInput(described.operation), isAdministrator: 'true' };
      const { path, init } = httpCall(described.operation, input);
      const answer = await world.call(path, init, people.of(role));
      const body = await answer.text();
      // A union names its branches instead of the property; each of them is closed.
      const named = body.includes('isAdministrator') || body.includes('Invalid input');
      if (answer.status !== 400 || !named)
        accepted.push(`${described.name}: ${answer.status} ${body.slice(0, 200)}`);
    }
    expect(accepted).toEqual([]);
  }, 300_000);

  it('SEC-04 G12 refuses prototype pollution and repeated parameters on every operation', async () => {
    const admin = people.of('practice-administrator');
    const wrong: string[] = [];
    for (const { operation, name } of openOperations) {
      const { path, init } = httpCall(operation, {});
      if (init.body === undefined) {
        const answer = await world.call(
          `${path}${path.includes('?') ? '&' : '?'}__proto__=1&constructor=1`,
          init,
          admin,
        );
        if (![400, 403].includes(answer.status)) wrong.push(`${name}: ${answer.status}`);
        continue;
      }
      for (const body of [
        '{"__proto__":{"isAdministrator":true}}',
        '{"constructor":{"prototype":{"x":1}}}',
        '[1]',
        '"text"',
      ]) {
        const answer = await world.call(path, { ...init, body }, admin);
        if (![400, 403].includes(answer.status)) wrong.push(`${name} ${body}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('SEC-04 refuses a body beyond the limit by its announced length', async () => {
    const url = `${world.urls.pms}/api/v1/identity/me/password`;
    const body = await new Promise<string>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': 25 * 1024 * 1024 };
      const asked = request(url, { method: 'POST', headers }, answer => {
        answer.setEncoding('utf8').once('data', (text: string) => {
          resolve(text);
          asked.destroy();
        });
      });
      asked.once('error', reject);
      asked.flushHeaders();
    });
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'platform.too_large' });
  });

  it('SEC-06 G8 carries the header set on every answer', async () => {
    const bare: string[] = [];
    for (const { operation, name } of openOperations) {
      const { path, init } = httpCall(operation, {});
      const { headers } = await world.call(path, init);
      const policy = headers.get('content-security-policy') ?? '';
      const good =
        policy.includes("object-src 'none'") &&
        policy.includes("base-uri 'none'") &&
        policy.includes("frame-ancestors 'none'") &&
        headers.get('cache-control') === 'no-store' &&
        headers.get('x-content-type-options') === 'nosniff' &&
        headers.has('strict-transport-security') &&
        headers.has('referrer-policy') &&
        headers.has('permissions-policy') &&
        headers.has('x-request-id');
      if (!good) bare.push(name);
    }
    expect(bare).toEqual([]);
  }, 300_000);

  it('SVC-01 G4 is in the OpenAPI document, and nothing else is', async () => {
    const document = (await (await world.call('/api/v1/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const listed = Object.values(document.paths).flatMap(methods =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    const declared = openOperations.map(({ name }) => name.replace('.', '_'));
    expect(listed.sort()).toEqual(declared.sort());
  });

  it('HIPAA-01 G9 every operation on health data leaves an event of each success or failure, and of each denial', async () => {
    const touching = openOperations.filter(({ operation }) => operation.phi !== 'none');
    const marks = new Map<string, string>();
    for (const described of touching) {
      for (const wanted of ['allowed', 'forbidden'] as const) {
        const role = ROLES.find(candidate => expected(described, candidate) === wanted);
        if (!role) continue;
        const { path, init } = httpCall(described.operation, {});
        const answer = await world.call(path, init, people.of(role));
        marks.set(answer.headers.get('x-request-id') ?? '', `${described.name} ${wanted}`);
      }
    }
    await world.test.settled();
    const events = await world.test.withRoot('shared', async client => {
      const { rows } = await client.query<{
        request_id: string;
        outcome: string;
        action: string;
        actor_id: string;
      }>('select request_id, outcome, action, actor_id from audit.event where request_id = any($1)', [
        [...marks.keys()],
      ]);
      return new Map(rows.map(row => [row.request_id, row]));
    });
    const silent = [...marks].filter(([requestId, mark]) => {
      const event = events.get(requestId);
      return !event?.actor_id || (event.outcome === 'denied') !== mark.endsWith('forbidden');
    });
    expect(silent.map(([, mark]) => mark)).toEqual([]);
    expect(marks.size).toBeGreaterThan(touching.length);
  }, 300_000);
});
