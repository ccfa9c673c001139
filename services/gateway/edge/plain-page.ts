import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { plainPolicy } from './headers.ts';

export interface PlainPage {
  readonly title: string;
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string };
}

const STYLE = `:root{color-scheme:light dark;--bg:#f7f8fa;--surface:#fff;--border:#dde2e9;--text:#10182b;--text2:#4a5567;--primary:#3447c4}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--surface:#151b24;--border:#2a3340;--text:#e8ecf2;--text2:#a9b4c2;--primary:#8e9bff}}
body{margin:0;padding:12vh 16px;background:var(--bg);color:var(--text);font:13px/20px "Inter Variable",Inter,system-ui,sans-serif}
main{max-width:360px;margin:auto;padding:24px;background:var(--surface);border:1px solid var(--border);border-radius:8px}
h1{margin:0 0 8px;font-size:18px;line-height:26px}p{margin:0 0 16px;color:var(--text2)}a{color:var(--primary)}`;

/** A page of the gateway's own, for when no portal can answer. */
export function plainPage(reply: FastifyReply, page: PlainPage): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const link = page.link
    ? `<p><a href="${escapeHtml(page.link.href)}">${escapeHtml(page.link.label)}</a></p>`
    : '';
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', plainPolicy(nonce))
    .send(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · Spark Den</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.text)}</p>${link}</main></body></html>`);
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
