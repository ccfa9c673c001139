import { fileURLToPath } from 'node:url';
import { buildPortals } from './build-portals.ts';

try {
  await buildPortals(fileURLToPath(new URL('..', import.meta.url)), line =>
    process.stderr.write(`${line}\n`),
  );
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
