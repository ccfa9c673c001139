import { Authenticator, registerOperations, sourceReader, type Call } from '@spark-den/service-kit';
import Fastify from 'fastify';
import { notesContract } from './note-service.ts';

const authenticator = (serviceSecret: string) =>
  new Authenticator({
    signingKeys: async () => ({ issuer: 'nobody', keys: [] }),
    introspect: async () => undefined,
    serviceSecret: Buffer.from(serviceSecret),
    nowMs: () => 1_700_000_000_000,
  });
const ours = authenticator('the secret that our services share');

async function seenAddress(headers: Record<string, string>): Promise<string | undefined> {
  const app = Fastify();
  let seen: Call | undefined;
  registerOperations(app, notesContract, {
    prefix: '/api/v1',
    credential: () => ({ kind: 'none' }),
    sourceAddress: sourceReader('notes', ours),
    dispatch: async (_, call) => {
      seen = call;
      return { status: 200, contentType: 'application/json', body: '{}' };
    },
  });
  await app.inject({ method: 'GET', url: '/api/v1/notes', headers });
  await app.close();
  return seen?.sourceAddress;
}

describe('where a call came from, as the audit tells it', () => {
  it('is what the gateway has seen and signed', async () => {
    const token = await ours.signSource('notes', '203.0.113.9');
    await expect(seenAddress({ 'x-source-token': token })).resolves.toBe('203.0.113.9');
  });

  it.each([
    ['a plain header', async () => ({ 'x-source-address': '203.0.113.9' })],
    ['a forwarding header', async () => ({ 'x-forwarded-for': '203.0.113.9' })],
    ['a token for another service', async () => signed(ours, 'billing')],
    ['a token of a stranger', async () => signed(authenticator('a secret of somebody else'), 'notes')],
    ['no token at all', async () => ({ 'x-source-token': '203.0.113.9' })],
  ])('is not what the caller claims by %s', async (_, headers) => {
    await expect(seenAddress(await headers())).resolves.toBe('127.0.0.1');
  });
});

async function signed(by: Authenticator, audience: string): Promise<Record<string, string>> {
  return { 'x-source-token': await by.signSource(audience, '203.0.113.9') };
}
