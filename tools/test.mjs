#!/usr/bin/env node
// The second command on a fresh machine: installs what the tests need, runs them all, and ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await ensureInstalled(root);
if (process.argv.includes('--install-only')) process.exit(0);

const apart = process.argv.includes('--apart');
const args = process.argv.slice(2).filter(arg => arg !== '--apart');
const projects = ['server', 'web', ...(hasChromium() ? ['browser'] : [])];
mkdirSync('.data', { recursive: true });
const report = '.data/test-report.json';
rmSync(report, { force: true });

const build = run(['--import', 'tsx', 'tools/build-portals-cli.ts']);
if (build !== 0) finish({ numPassedTests: 0, numFailedTests: 1, numRuntimeErrorTestSuites: 0 });

run([
  '--experimental-vm-modules',
  '--no-warnings=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--json',
  `--outputFile=${report}`,
  '--selectProjects',
  ...projects,
  ...(args.length > 0 ? ['--', ...args] : []),
]);
finish(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined);

function run(nodeArgs) {
  // Jest prints its JSON on stdout as well; the file is enough
  const result = spawnSync(process.execPath, nodeArgs, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...(apart ? { SPARK_TOPOLOGY: 'apart' } : {}) },
  });
  return result.status ?? 1;
}

/** Installs Chromium where that is promised: Debian as root. Elsewhere it says what is missing. */
function hasChromium() {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  if (known.some(file => existsSync(file))) return true;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    process.stderr.write('Installing Chromium for the browser tests …\n');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (known.some(file => existsSync(file))) return true;
  }
  process.stderr.write(
    'Browser tests are left out: there is no Chromium. Install it (Debian: apt-get install chromium) and run again.\n',
  );
  return false;
}

function finish(results) {
  const failed = results ? results.numFailedTests + results.numRuntimeErrorTestSuites : 1;
  const passed = results?.numPassedTests ?? 0;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
