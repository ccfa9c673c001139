import type { OutboundHttp } from '@spark-den/service-kit';

/** Calls only the listed origins, follows no redirect, and ends at the deadline. */
export function createOutboundHttp(allowedOrigins: readonly string[]): OutboundHttp {
  const allowed = new Set(allowedOrigins.map(address => new URL(address).origin));
  return async (url, init) => {
    const target = new URL(url);
    if (!allowed.has(target.origin) || target.username || target.password) {
      throw new Error('This address is not on the list of services that may be called.');
    }
    const response = await fetch(target, {
      method: init.method,
      headers: init.headers,
      body: typeof init.body === 'string' ? init.body : init.body && Buffer.from(init.body),
      redirect: 'manual',
      signal: AbortSignal.timeout(init.timeoutMs),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };
}
