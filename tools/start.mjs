#!/usr/bin/env node
// The first command on a fresh machine, so it uses nothing but Node: checks, installs what is missing, then hands over.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await ensureInstalled(root);
const result = spawnSync(process.execPath, ['--import', 'tsx', 'tools/start.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
