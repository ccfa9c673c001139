import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR = 31_536_000;

/** Scripts, styles and fonts of a portal, in the compressed form that the build laid beside them. */
export async function registerAssets(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false, preCompressed: true });
  app.get('/assets/*', (request, reply) => {
    const name = (request.params as { '*': string })['*'];
    // Names of assets hold a hash of what is in them.
    return reply
      .header('cache-control', `public, max-age=${YEAR}, immutable`)
      .header('vary', 'accept-encoding')
      .sendFile(`assets/${name}`);
  });
  app.get('/icon.svg', (_, reply) =>
    reply.header('cache-control', 'public, max-age=86400').sendFile('icon.svg'),
  );
}
