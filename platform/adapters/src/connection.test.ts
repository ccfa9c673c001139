import { isOutOfReach } from '@spark-den/service-kit';
import { createServer, type AddressInfo } from 'node:net';
import { createPool } from './connection.ts';

describe('a pool', () => {
  it('fails as out of reach where nothing listens, which a caller may try again', async () => {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise(resolve => server.close(resolve));
    const pool = createPool(`postgres://nobody@127.0.0.1:${port}/nothing`, { max: 1 });
    const failure: unknown = await pool.query('select 1').catch((error: unknown) => error);
    await pool.end();
    expect(isOutOfReach(failure)).toBe(true);
    expect(isOutOfReach(new Error('anything else'))).toBe(false);
  });
});
