import type { ParsedInputOf, ServiceContract } from '@spark-den/contracts/operation';
import { HTTP_STATUS, type AppError } from '@spark-den/kernel';

type Handlers<C extends ServiceContract> = {
  readonly [K in keyof C['operations']]?: (input: ParsedInputOf<C['operations'][K]>) => unknown;
};

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly answer: (input: Record<string, unknown>) => unknown;
}

/** A server for page tests: it answers by the contract, and fails a call that the test did not expect. */
export class FakeApi {
  readonly #routes: Route[] = [];

  on<C extends ServiceContract>(contract: C, handlers: Handlers<C>): this {
    for (const [name, handler] of Object.entries(handlers)) {
      const operation = contract.operations[name];
      if (!operation || !handler) throw new Error(`${contract.name} has no operation ${name}`);
      const names = [...operation.path.matchAll(/:([A-Za-z]+)/g)].map(match => match[1] ?? '');
      this.#routes.unshift({
        method: operation.method,
        pattern: new RegExp(`^/api/v1${operation.path.replace(/:[A-Za-z]+/g, '([^/?]+)')}(?:\\?|$)`),
        names,
        answer: input => (handler as (value: unknown) => unknown)(operation.input.parse(input)),
      });
    }
    return this;
  }

  /** Takes the place of the browser's `fetch`. */
  install(): void {
    globalThis.fetch = ((input: RequestInfo | URL, init?: RequestInit) =>
      this.#fetch(String(input), init)) as typeof fetch;
  }

  async #fetch(url: string, init: RequestInit = {}): Promise<Response> {
    if (url === '/session/refresh') return Response.json({ accessToken: 't', expiresIn: 300 });
    const route = this.#routes.find(({ method, pattern }) => method === init.method && pattern.test(url));
    if (!route) throw new Error(`unexpected call: ${init.method} ${url}`);
    const values = route.pattern.exec(url)?.slice(1) ?? [];
    const path = Object.fromEntries(route.names.map((name, index) => [name, values[index]]));
    const query = Object.fromEntries(new URL(url, 'http://portal').searchParams);
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    try {
      return Response.json(await route.answer({ ...path, ...query, ...body }));
    } catch (error) {
      const { kind, code, fields } = error as AppError;
      return Response.json({ kind, code, title: fields.title, fields }, { status: HTTP_STATUS[kind] });
    }
  }
}
