#!/usr/bin/env node
// The first command on a fresh machine, so it uses nothing but Node: checks, installs what is missing, then hands over.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await ensureInstalled(root);
// in this process, so that whoever ends it ends all that it started
const { register } = await import('tsx/esm/api');
register();
await import('./start.ts');
