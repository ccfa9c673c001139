import { compose } from './compose.ts';
import { readConfig } from './config.ts';

/** `SERVICES=… node --import tsx apps/server/src/main.ts`; a parent process reads the lines on stdout. */
try {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const server = await compose(readConfig(process.env), say);
  say('ready');
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  // a parent that was killed closes this pipe: nothing may outlive it
  if (process.env.SPARK_PARENT) process.stdin.resume().on('end', () => void stop());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
