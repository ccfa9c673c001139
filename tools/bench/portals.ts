import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Bench, Figure } from '../bench.ts';
import { buildPortals } from '../build-portals.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENTRY_LIMIT_KB = 230;
const CHUNK_LIMIT_KB = 120;

/** What a browser loads before the first screen, and the largest of the other chunks. */
export const benchPortals: Bench = async () => {
  await buildPortals(ROOT, () => {});
  return ['pms-portal', 'clinical-portal'].flatMap(portal => sizes(portal));
};

function sizes(portal: string): Figure[] {
  const dist = path.join(ROOT, 'apps', portal, 'dist');
  if (!existsSync(path.join(dist, 'index.html'))) throw new Error(`${portal} has no build`);
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const entry = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? '');
  const entryKb = entry.reduce((sum, file) => sum + gzipKb(path.join(dist, file)), 0);
  const others = readdirSync(path.join(dist, 'assets')).filter(
    file => file.endsWith('.js') && !entry.includes(`assets/${file}`),
  );
  const largest = Math.max(0, ...others.map(file => gzipKb(path.join(dist, 'assets', file))));
  return [
    {
      what: `${portal}: entry script, gzip`,
      ours: `${Math.round(entryKb)} kB`,
      peer: `limit ${ENTRY_LIMIT_KB} kB`,
      kept: entryKb <= ENTRY_LIMIT_KB,
    },
    {
      what: `${portal}: largest route chunk, gzip`,
      ours: `${Math.round(largest)} kB`,
      peer: `limit ${CHUNK_LIMIT_KB} kB`,
      kept: largest <= CHUNK_LIMIT_KB,
    },
  ];
}

function gzipKb(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length / 1024;
}
