import Fastify from 'fastify';
import pg from 'pg';

/** The peer: Fastify and one select by key, with no session, tenant or audit. */
const { PORT = '', DATABASE_URL = '' } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 8 });
const app = Fastify();
app.get<{ Params: { id: string } }>('/patients/:id', async request => {
  const { rows } = await pool.query<Record<string, unknown>>({
    name: 'bare',
    text: 'select * from patients.patient where id = $1',
    values: [request.params.id],
  });
  return rows[0];
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
