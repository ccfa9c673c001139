import type { Portal } from '@spark-den/contracts/identity/types';
import type { Settings } from '@spark-den/service-kit';

/** Set on every answer, errors and files alike (ASSURANCE.md B.4, 3.4). */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-resource-policy': 'same-origin',
};

/** For answers that are no pages: nothing in them may run, load or be framed. */
export const CLOSED_POLICY = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** For a portal's page: only what we serve, styles and scripts by nonce. */
export function pagePolicy(nonce: string, portal: Portal, settings: Settings): string {
  const own = new URL(portal === 'pms' ? settings.pmsUrl : settings.clinicalUrl);
  const socket = `${own.protocol === 'https:' ? 'wss' : 'ws'}://${own.host}`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
    `form-action 'self' ${new URL(settings.identityUrl).origin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For a page of our own with a style sheet and nothing else. */
export function plainPolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`;
}
