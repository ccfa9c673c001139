import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default async function setUp() {
  await bundleCookie();
  if (process.env.TEST_DATABASE_URL) return;
  const { startEmbeddedPostgres } = await tsImport(
    '../../platform/adapters/src/embedded-postgres.ts',
    import.meta.url,
  );
  const port = await freePort();
  const cluster = await startEmbeddedPostgres({
    dataDir: `${root}/.data/test/pg-${process.pid}`,
    port,
    password: 'test',
    durable: false,
  });
  globalThis.sparkTestCluster = { cluster, dataDir: `${root}/.data/test/pg-${process.pid}` };
  process.env.TEST_DATABASE_URL = cluster.superuserUrl;
}

async function bundleCookie() {
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

/** Below the range from which the system hands out ports by itself. */
async function freePort() {
  for (;;) {
    const port = 17_000 + Math.floor(Math.random() * 1_000);
    if (await canListen(port)) return port;
  }
}

function canListen(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
