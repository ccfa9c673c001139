import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that acts by cookie comes from a page of this portal. Browsers set both headers and no page
 * can change them; a caller without either is no browser, and has no cookie that it was not given.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, portalUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === new URL(portalUrl).origin;
}

/** A path of the portal to come back to; anything else leads to its first page. */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2000) return '/';
  const base = 'http://portal.invalid';
  if (!/^\/(?![/\\])/.test(value) || !URL.canParse(value, base)) return '/';
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}` : '/';
}
