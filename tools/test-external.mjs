#!/usr/bin/env node
// The tests that ask most of the database, over Debian's PostgreSQL 15 instead of the embedded one: the platform's
// own, the kill sweep, and a day that is lived through the API. Debian as root only; elsewhere it says what is missing.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const BINARIES = '/usr/lib/postgresql/15/bin';
/** PostgreSQL refuses to run as root; this user comes with the package. */
const USER = 'postgres';
const TESTS = ['platform/testkit', 'e2e/assurance/isolation', 'e2e/assurance/kill-sweep'];

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await ensureInstalled(root);
installPostgres();
// Ctrl-C ends the tests; the cluster is removed after them
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
process.exit(await overOwnCluster(runTests));

function installPostgres() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
    giveUp(
      'This leg needs Debian and root: it starts PostgreSQL 15 of the package postgresql-15 as another user.',
    );
  if (existsSync(`${BINARIES}/initdb`)) return;
  process.stderr.write('Installing postgresql-15 …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', 'postgresql-15'], { stdio: 'ignore', env });
  // the package makes a cluster of its own and starts it; nobody asked for that one
  spawnSync('pg_dropcluster', ['--stop', '15', 'main'], { stdio: 'ignore' });
  if (!existsSync(`${BINARIES}/initdb`))
    giveUp('The package postgresql-15 cannot be installed here. Install PostgreSQL 15 and run again.');
}

async function overOwnCluster(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-den-external-'));
  const data = path.join(folder, 'data');
  const passwordFile = path.join(folder, 'password');
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  writeFileSync(passwordFile, password);
  chmodSync(folder, 0o755);
  must('chown', ['-R', USER, folder]);
  try {
    asUser('initdb', [
      '-D',
      data,
      '-U',
      'spark',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
    ]);
    const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=400`;
    asUser('pg_ctl', ['start', '-w', '-s', '-D', data, '-l', path.join(folder, 'log'), '-o', settings]);
    return work(`postgres://spark:${password}@127.0.0.1:${port}/postgres`);
  } finally {
    if (existsSync(path.join(data, 'postmaster.pid')))
      spawnSync('runuser', ['-u', USER, '--', `${BINARIES}/pg_ctl`, 'stop', '-s', '-m', 'fast', '-D', data]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTests(url) {
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      'server',
      '--',
      ...(process.argv.length > 2 ? process.argv.slice(2) : TESTS),
    ],
    { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: url } },
  );
  return status ?? 1;
}

function asUser(command, args) {
  must('runuser', ['-u', USER, '--', `${BINARIES}/${command}`, ...args]);
}

function must(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? `exit ${status}`}`);
}

/** Below the range from which the system hands out ports by itself. */
async function freePort() {
  for (;;) {
    const port = 17_000 + Math.floor(Math.random() * 1_000);
    const free = await new Promise(resolve => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

function giveUp(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
