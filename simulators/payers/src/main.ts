import { fileLog } from './input-log.ts';
import { clearinghouseServer } from './server.ts';

/** Starts the clearinghouse on its own: `PORT`, `CLEARINGHOUSE_TOKEN`, `CLEARINGHOUSE_LOG` (a file path). */
const { PORT = '15080', CLEARINGHOUSE_TOKEN = 'harborpt-demo-token', CLEARINGHOUSE_LOG } = process.env;

const server = clearinghouseServer({
  token: CLEARINGHOUSE_TOKEN,
  ...(CLEARINGHOUSE_LOG ? { log: fileLog(CLEARINGHOUSE_LOG) } : {}),
});
await server.listen({ port: Number(PORT), host: '127.0.0.1' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
