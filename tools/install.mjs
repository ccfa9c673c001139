import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Installs the packages when they are missing or the lockfile has changed since; says so while it lasts. */
export async function ensureInstalled(root) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`Spark Den needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
    process.exit(1);
  }
  const lock = path.join(root, 'package-lock.json');
  const stamp = path.join(root, 'node_modules', '.spark-den-lock');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (existsSync(path.join(root, 'node_modules')) && process.env.SPARK_KEEP_MODULES) return;
  const started = Date.now();
  process.stdout.write('Installing packages …\n');
  const code = await new Promise(resolve => {
    const npm = spawn(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    const heartbeat = setInterval(() => {
      process.stdout.write(`  … installing packages (${Math.round((Date.now() - started) / 1000)} s)\n`);
    }, 2_500);
    npm.once('exit', status => {
      clearInterval(heartbeat);
      resolve(status ?? 1);
    });
  });
  if (code !== 0) {
    process.stderr.write(
      'npm could not install the packages. Is the package registry reachable, and is there space on the disk?\n',
    );
    process.exit(1);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  process.stdout.write(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s\n`);
}
