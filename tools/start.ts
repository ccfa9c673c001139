import { DEMO_PASSWORD } from '@spark-den/practice-simulator/demo-users';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { buildPortals } from './build-portals.ts';
import { wasInterrupted } from './interrupt.ts';
import { Progress } from './progress.ts';
import { seedDemo } from './seed-demo.ts';
import { assertPortsFree, startSystem } from './system.ts';

/** `npm start [-- --reset] [--port-offset N] [--data DIR] [--apart] [--empty]` */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    reset: { type: 'boolean', default: false },
    'port-offset': { type: 'string', default: '0' },
    data: { type: 'string', default: path.join(ROOT, '.data', 'demo') },
    apart: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  },
});

const topology = values.apart ? 'apart' : 'together';
const progress = new Progress(process.stdout);
const say = (line: string) => progress.say(line);

try {
  const portOffset = Number(values['port-offset']);
  if (!Number.isInteger(portOffset) || portOffset < 0)
    throw new Error('--port-offset takes a whole number, such as 1000.');
  if (values.reset) {
    say('removing the data of earlier starts');
    rmSync(values.data, { recursive: true, force: true });
  }
  mkdirSync(values.data, { recursive: true });
  await assertPortsFree(portOffset, topology);
  await buildPortals(ROOT, say);
  const system = await startSystem({
    dataDir: values.data,
    portOffset,
    topology,
    clock: 'controlled',
    durable: true,
    progress: say,
    // Ctrl-C is how it is meant to end
    interruptCode: 0,
  });
  const seeded = path.join(values.data, 'seeded');
  if (!values.empty && !existsSync(seeded)) {
    await seedDemo(system, say);
    writeFileSync(seeded, '');
  }
  await system.setClock(undefined);
  progress.done();
  process.stdout.write(welcome(system.pmsUrl, system.clinicalUrl));
} catch (error) {
  if (!wasInterrupted()) {
    progress.done();
    process.stderr.write(`\n${explain(error)}\n`);
    process.exit(1);
  }
}

function welcome(pms: string, clinical: string): string {
  return `
  Spark Den is up.

    Practice management   ${pms}
    Clinical              ${clinical}

  Demo users, all with the password ${DEMO_PASSWORD}:
    frontdesk@harborpoint.example   registers, books, checks in
    billing@harborpoint.example     charges, claims, payments, denials
    manager@harborpoint.example     approves, sees it all
    osei@harborpoint.example        physician, in the clinical portal
    admin@harborpoint.example       users, roles, audit

  Three things to try:
    1. Sign in as the front desk, open the calendar, and check in the next patient.
    2. Sign in as billing, open Payments, and ask of any balance how it came to be.
    3. Sign in as Dr. Osei on the clinical side, sign a visit, and watch its charges arrive in the other portal.

  Ctrl-C stops everything and keeps the data; npm start -- --reset begins anew.
`;
}

function explain(error: unknown): string {
  const { code, message, path: file } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || /no space left on device/i.test(message))
    return 'The disk is full. Free some space and start again.';
  if (code === 'EACCES' || code === 'EPERM')
    return `There is no permission to write ${file ?? 'here'}. Start as its owner, or name another folder with --data DIR.`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${file ?? 'The data folder'} is not a folder. Name another one with --data DIR.`;
  return message;
}
