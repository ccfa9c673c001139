import { createServer } from 'node:net';

/** A free port below the range from which the system hands out ports by itself. */
export async function freePort(from = 17_000, count = 1_000): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = from + Math.floor(Math.random() * count);
    if (await canListen(port)) return port;
  }
  throw new Error(`There is no free port between ${from} and ${from + count}.`);
}

export function canListen(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
