import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run assure [-- path …]`: the tests with ASSURANCE's full counts; `npm test` runs a hundredth of each. */
const result = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    'server',
    '--testTimeout=1800000',
    ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
  ],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    env: { ...process.env, ASSURE: '1', LEDGER_HISTORIES: process.env.LEDGER_HISTORIES ?? '5000' },
  },
);
process.exit(result.status ?? 1);
