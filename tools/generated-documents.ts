import { CONTRACTS } from '@spark-den/server/registry';
import { contractProblems, openApiDocument } from '@spark-den/service-kit';
import { ROLE_KEYS } from '@spark-den/contracts/operation';
import { mkdirSync } from 'node:fs';
import { format } from 'prettier';

/** File → text, for `docs/api`. */
export async function generatedDocuments(root: string): Promise<Record<string, string>> {
  mkdirSync(`${root}/docs/api`, { recursive: true });
  return {
    'docs/api/openapi.json': `${JSON.stringify(openApiDocument(CONTRACTS), null, 1)}\n`,
    'docs/api/permissions.md': await format(permissionTable(), { parser: 'markdown' }),
    'docs/api/operations.md': await format(operationTable(), { parser: 'markdown' }),
  };
}

export function contractFindings(): string[] {
  return CONTRACTS.flatMap(contractProblems);
}

/** Which role starts with which permission: a review sees when that changes. */
function permissionTable(): string {
  const rows = CONTRACTS.flatMap(({ permissions }) =>
    Object.entries(permissions).map(
      ([permission, { label, roles }]) =>
        `| \`${permission}\` | ${label} | ${ROLE_KEYS.map(role => (roles.includes(role) ? '●' : '')).join(' | ')} |`,
    ),
  );
  return [
    '# Permissions and the roles that start with them',
    '',
    `| permission | allows | ${ROLE_KEYS.join(' | ')} |`,
    `| --- | --- | ${ROLE_KEYS.map(() => ':-:').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}

function operationTable(): string {
  const rows = CONTRACTS.flatMap(({ name, operations }) =>
    Object.values(operations).map(
      operation =>
        `| ${name} | \`${operation.method} ${operation.path}\` | ${operation.summary} | \`${operation.permission}\` | ${operation.phi} | ${operation.audit ?? ''} |`,
    ),
  );
  return [
    '# Operations',
    '',
    '| service | route | does | permission | PHI | audit |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
