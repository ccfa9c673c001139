import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run check`: types, lint, architecture, format, drift. `-- --write` renews the generated documents. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const write = process.argv.includes('--write');

const results = [
  await program('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  await program('architecture', [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
    ...['libs', 'contracts', 'platform', 'services', 'simulators', 'apps', 'tools', 'e2e'],
  ]),
  await program('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  await program('lint', ['node_modules/eslint/bin/eslint.js', '--quiet', '.']),
  lockfile(),
  await drift(),
];
if (results.includes(false)) process.exitCode = 1;

async function program(name: string, args: readonly string[]): Promise<boolean> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise(resolve => child.once('exit', resolve));
  return report(name, code === 0, output, started);
}

/** The lockfile must not say where packages were fetched from: every machine has its own registry. */
function lockfile(): boolean {
  const started = performance.now();
  const addresses = [
    ...readFileSync(`${ROOT}/package-lock.json`, 'utf8').matchAll(/"resolved": "(https?:[^"]*)"/g),
  ];
  const list = addresses
    .slice(0, 5)
    .map(([, address]) => address)
    .join('\n');
  return report('lockfile', addresses.length === 0, `addresses in package-lock.json:\n${list}`, started);
}

/** Documents that are made from the contracts, kept in the repository so that a review sees what changed. */
async function drift(): Promise<boolean> {
  const started = performance.now();
  const { generatedDocuments, contractFindings } = await import('./generated-documents.ts');
  const stale: string[] = [];
  for (const [file, text] of Object.entries(await generatedDocuments(ROOT))) {
    const target = `${ROOT}/${file}`;
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    if (write) writeFileSync(target, text);
    else stale.push(`${file} is not what the contracts say: npm run check -- --write`);
  }
  const problems = [...stale, ...contractFindings()];
  return report('drift', problems.length === 0, problems.join('\n'), started);
}

function report(name: string, ok: boolean, output: string, started: number): boolean {
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${ok ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (!ok) process.stdout.write(`${output.trim()}\n`);
  return ok;
}
