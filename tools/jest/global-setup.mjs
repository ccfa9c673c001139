import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default async function setUp() {
  mkdirSync(`${root}/.data/jest`, { recursive: true });
  await build({
    stdin: { contents: "export * from 'cookie';", resolveDir: root },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    outfile: `${root}/.data/jest/cookie.cjs`,
    logLevel: 'error',
  });
}
