import type { System } from '@spark-den/adapters';
import {
  credentialReader,
  problemHandlers,
  registerOperations,
  requestIdOf,
  sourceReader,
} from '@spark-den/service-kit';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { PrometheusMetrics } from './metrics.ts';

/** One upload of a remittance of 10,000 claims fits; nothing needs more. */
const BODY_LIMIT = 24 * 1024 * 1024;

interface ListenerParts {
  readonly system: System;
  readonly bind: string;
  readonly metrics: PrometheusMetrics;
  readonly log: Logger;
}

/** HTTP listeners of services: their operations, their own routes, and what an operator asks. */
export class Listeners {
  readonly #parts: ListenerParts;
  readonly #apps: FastifyInstance[] = [];

  constructor(parts: ListenerParts) {
    this.#parts = parts;
  }

  /** @throws Error that names the port when it is taken */
  async listen(service: string, port: number, portal?: 'pms' | 'clinical'): Promise<void> {
    const { system, bind } = this.#parts;
    const runtime = system.runtimes.get(service);
    if (!runtime) throw new Error(`${service} does not run in this process`);
    const app = Fastify({
      bodyLimit: BODY_LIMIT,
      genReqId: request => requestIdOf(request.headers),
      routerOptions: { ignoreTrailingSlash: false, caseSensitive: true },
      forceCloseConnections: 'idle',
    });
    this.#apps.push(app);
    problemHandlers(app);
    this.#operatorRoutes(app);
    const { definition } = runtime;
    // the gateway has routes for all services, its own among them
    if (service !== 'gateway') {
      registerOperations(app, definition.contract, {
        prefix: '/api/v1',
        dispatch: (_, call) => runtime.dispatch(call),
        credential: credentialReader(service, system.authenticator),
        sourceAddress: sourceReader(service, system.authenticator),
      });
    }
    if (definition.http) await app.register(definition.http(system.ports, runtime.worker), { portal });
    try {
      await app.listen({ port, host: bind });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
      throw new Error(
        `Port ${port} (${service}) is in use. Stop what uses it, or start with --port-offset N.`,
        { cause: error },
      );
    }
  }

  /** Stops taking requests and lets those under way end. */
  async close(): Promise<void> {
    await Promise.all(this.#apps.splice(0).map(app => app.close()));
  }

  #operatorRoutes(app: FastifyInstance): void {
    const { system, metrics } = this.#parts;
    app.get('/healthz', () => ({ status: 'ok' }));
    app.get('/readyz', async (_, reply) => {
      const ready = await system.isReady();
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
    });
    app.get('/metrics', async (_, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    );
  }
}
