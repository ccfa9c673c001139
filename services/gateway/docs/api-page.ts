import type { Operation, ServiceContract } from '@spark-den/contracts/operation';
import { z } from 'zod';
import { escapeHtml } from '../edge/plain-page.ts';

const STYLE = `:root{color-scheme:light dark;--bg:#f7f8fa;--surface:#fff;--border:#dde2e9;--text:#10182b;--text2:#4a5567;--primary:#3447c4;--sunken:#eef1f5}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--surface:#151b24;--border:#2a3340;--text:#e8ecf2;--text2:#a9b4c2;--primary:#8e9bff;--sunken:#0a0e13}}
body{margin:0;background:var(--bg);color:var(--text);font:13px/20px "Inter Variable",Inter,system-ui,sans-serif}
main{max-width:960px;margin:auto;padding:32px 16px}h1{font-size:18px;line-height:26px}h2{font-size:15px;margin:32px 0 8px}
nav a{margin-right:12px}a{color:var(--primary)}details{background:var(--surface);border:1px solid var(--border);border-bottom:0}
details:last-of-type{border-bottom:1px solid var(--border)}summary{display:flex;gap:12px;padding:7px 12px;cursor:pointer}
summary b{width:56px;font-weight:650}summary code{flex:1}summary span{color:var(--text2);text-align:right}
.body{padding:0 12px 12px;border-top:1px solid var(--border)}dl{display:grid;grid-template-columns:120px 1fr;gap:4px 12px}
dt{color:var(--text2)}dd{margin:0}pre{margin:0;padding:10px;max-height:360px;overflow:auto;background:var(--sunken);border-radius:6px}
code,pre{font:12px/18px ui-monospace,monospace}`;

/** Every operation of the system on one page, from the contracts; plain HTML, no script. */
export function apiPage(contracts: readonly ServiceContract[], nonce: string): string {
  const names = contracts.map(({ name }) => `<a href="#${name}">${name}</a>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Spark Den</title><style nonce="${nonce}">${STYLE}</style></head><body><main>
<h1>Spark Den API</h1>
<p>Under <code>/api/v1</code>, JSON. Amounts are whole cents, instants are UTC. Errors are problem documents (RFC 9457).
The same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
<nav aria-label="Services">${names}</nav>
${contracts.map(serviceSection).join('\n')}
</main></body></html>`;
}

function serviceSection(contract: ServiceContract): string {
  const operations = Object.values(contract.operations).filter(({ permission }) => permission !== 'internal');
  if (operations.length === 0) return '';
  return `<h2 id="${contract.name}">${contract.name}</h2>
${operations.map(operation => operationSection(contract, operation)).join('\n')}`;
}

function operationSection(contract: ServiceContract, operation: Operation): string {
  const facts: [string, string][] = [
    ['Permission', permissionText(contract, operation)],
    [
      'Health data',
      operation.phi === 'none' ? 'none' : `${operation.phi}, audited as ${operation.audit ?? ''}`,
    ],
    ['Rate class', operation.rateClass],
    ['Headers', headersOf(operation).join(', ') || 'none'],
    ['Errors', operation.errors.join(', ') || 'none of its own'],
  ];
  return `<details><summary><b>${operation.method}</b><code>${escapeHtml(operation.path)}</code><span>${escapeHtml(operation.summary)}</span></summary>
<div class="body"><dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<p>Input</p><pre tabindex="0">${schemaText(operation.input, 'input')}</pre>
<p>Output</p><pre tabindex="0">${schemaText(operation.output, 'input')}</pre></div></details>`;
}

function permissionText(contract: ServiceContract, { permission }: Operation): string {
  if (permission === 'public') return 'none: open to everyone';
  if (permission === 'session') return 'any signed-in person';
  return `${permission} (${contract.permissions[permission]?.label ?? ''})`;
}

function headersOf(operation: Operation): string[] {
  return [
    ...(operation.idempotent && operation.method !== 'GET' ? ['Idempotency-Key'] : []),
    ...(operation.ifMatch ? ['If-Match'] : []),
  ];
}

function schemaText(schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return escapeHtml(JSON.stringify(rest, null, 2));
}
