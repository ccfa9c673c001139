import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compressAssets } from './compress-assets.ts';

const PORTALS = ['pms-portal', 'clinical-portal'];
const SOURCES = ['libs/ui', 'libs/kernel', 'contracts'];

/** Builds the portals whose sources have changed since their last build. */
export async function buildPortals(root: string, progress: (line: string) => void): Promise<void> {
  const changed = PORTALS.filter(portal => readStamp(root, portal) !== fingerprint(root, portal));
  await Promise.all(changed.map(portal => build(root, portal, progress)));
}

async function build(root: string, portal: string, progress: (line: string) => void): Promise<void> {
  progress(`building ${portal}`);
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: path.join(root, 'apps', portal),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise(resolve => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${portal} could not be built:\n${output}`);
  await compressAssets(path.join(root, 'apps', portal, 'dist', 'assets'));
  writeFileSync(stampFile(root, portal), fingerprint(root, portal));
  progress(`built ${portal}`);
}

function stampFile(root: string, portal: string): string {
  return path.join(root, 'apps', portal, 'dist', '.sources');
}

function readStamp(root: string, portal: string): string | undefined {
  const file = stampFile(root, portal);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function fingerprint(root: string, portal: string): string {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const folder of [`apps/${portal}`, ...SOURCES]) hashFolder(hash, path.join(root, folder));
  return hash.digest('hex');
}

function hashFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  for (const entry of readdirSync(folder).sort()) {
    if (entry === 'node_modules' || entry === 'dist') continue;
    const file = path.join(folder, entry);
    if (statSync(file).isDirectory()) hashFolder(hash, file);
    else hash.update(file.slice(folder.length)).update(readFileSync(file));
  }
}
