import { CONTRACTS, loadServices } from '@spark-den/server/registry';
import { administrationContract } from '@spark-den/contracts/administration/operations';
import { ROLE_KEYS } from '@spark-den/contracts/operation';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { harborPoint } from '@spark-den/practice-simulator/demo-practice';
import { demoSchedule } from '@spark-den/practice-simulator/demo-schedule';
import type { Principal } from '@spark-den/service-kit';
import { person, PRACTICE_ID, systemUser } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { EdgeWorld } from './edge-world.ts';
import { openOperations, pathIds, sampleInput, textPlaces } from './operations.ts';

/** What breaks out of a text, an identifier, a number, a pattern or a JSON path, were any of it pasted into SQL. */
const PAYLOADS = [
  "'",
  "''; drop table billing.journal_entry; --",
  "' or '1'='1",
  '" or ""="',
  '1; select pg_sleep(5); --',
  'id desc, (select case when true then pg_sleep(5) end)',
  'patient_id; --',
  "') union select null, version() --",
  '$1',
  ':1',
  "\\'; --",
  '%',
  '_%_',
  "E'\\x27'",
  '/* */',
  "}'::jsonb; --",
  '{"$ne": null}',
  "x' || pg_read_file('/etc/passwd') || '",
  '\u02bc or 1=1',
  '(((((',
];

const everyone: Principal = {
  ...person('practice-administrator', CONTRACTS),
  roles: [...ROLE_KEYS],
  permissions: new Set(CONTRACTS.flatMap(contract => Object.keys(contract.permissions))),
};

describe('a text that would be SQL', () => {
  let world: EdgeWorld;
  beforeAll(async () => {
    world = await EdgeWorld.start({ services: await loadServices(), limits: 'none' });
    const system = systemUser(PRACTICE_ID);
    await world.test.as(administrationContract, system).installPractice(harborPoint);
    await world.test.as(schedulingContract, system).installSchedule(demoSchedule);
  }, 300_000);
  afterAll(() => world.stop());

  it('SEC-05 (narrow: no report builder) G12 is taken as text or refused, in every text of every operation', async () => {
    const broken: string[] = [];
    let asked = 0;
    for (const { contract, operation, name } of openOperations) {
      const input = { ...sampleInput(operation), ...pathIds(operation) };
      for (const place of textPlaces(operation)) {
        const payloads = process.env.ASSURE
          ? PAYLOADS
          : PAYLOADS.filter((_, at) => at === 0 || (at + asked) % 5 === 0);
        for (const payload of payloads) {
          asked += 1;
          const reply = await world.test.dispatch(
            contract.name,
            {
              operation: operation.name,
              input: { ...input, [place]: payload },
              idempotencyKey: randomUUID(),
              ifMatch: '"1"',
            },
            everyone,
          );
          if (reply.status >= 500 && reply.status !== 503) broken.push(`${name} ${place} ${payload}`);
        }
      }
    }
    expect(broken).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  }, 600_000);
});
