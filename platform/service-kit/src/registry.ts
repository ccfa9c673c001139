import { z } from 'zod';
import type { Operation, ServiceContract } from '@spark-den/contracts/operation';
import { PLATFORM_ERRORS } from './problem.ts';

const SPECIAL_PERMISSIONS = new Set(['public', 'session', 'internal']);

/**
 * What is wrong with a contract, in words: incomplete operations, which also keep the server from starting,
 * routes that clash, and errors that no operation lists.
 * ASSURANCE.md: a route without authentication, permission, PHI flag, audit event, rate class or closed body refuses to boot.
 */
export function contractProblems(contract: ServiceContract): string[] {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const [name, operation] of Object.entries(contract.operations)) {
    const place = `${contract.name}.${name}`;
    problems.push(...operationProblems(operation, contract).map(problem => `${place}: ${problem}`));
    const route = `${operation.method} ${operation.path.replace(/:[A-Za-z]+/g, ':')}`;
    if (seen.has(route)) problems.push(`${place}: has the same route as ${seen.get(route)} (${route})`);
    seen.set(route, place);
  }
  for (const code of Object.keys(contract.errors)) {
    if (!code.startsWith(`${contract.name}.`))
      problems.push(`${contract.name}: error ${code} must start with "${contract.name}."`);
    if (!Object.values(contract.operations).some(operation => operation.errors.includes(code))) {
      problems.push(`${contract.name}: error ${code} is listed by no operation`);
    }
  }
  return problems;
}

function operationProblems(operation: Operation, contract: ServiceContract): string[] {
  const problems: string[] = [];
  if (!operation.summary) problems.push('has no summary');
  if (!operation.permission) problems.push('has no permission');
  else if (!SPECIAL_PERMISSIONS.has(operation.permission) && !contract.permissions[operation.permission]) {
    problems.push(`permission ${operation.permission} is not in permissions.ts`);
  }
  if (operation.phi === undefined) problems.push('does not say whether it touches PHI');
  if (operation.phi !== 'none' && !operation.audit) problems.push('touches PHI but names no audit action');
  if (operation.phi !== 'none' && operation.permission === 'public')
    problems.push('touches PHI but is public');
  if (!operation.rateClass) problems.push('has no rate class');
  if (operation.idempotent === undefined) problems.push('does not say whether it takes an Idempotency-Key');
  for (const code of operation.errors) {
    if (!contract.errors[code] && !PLATFORM_ERRORS[code]) problems.push(`error ${code} is not in errors.ts`);
  }
  return [...problems, ...inputProblems(operation)];
}

function inputProblems(operation: Operation): string[] {
  if (!(operation.input instanceof z.ZodObject)) {
    return isClosedUnion(operation.input) ? [] : ['input must be z.strictObject(…) or a union of such'];
  }
  const problems: string[] = [];
  if (!isClosed(operation.input)) problems.push('input is open: use z.strictObject(…)');
  for (const [, parameter] of operation.path.matchAll(/:([A-Za-z]+)/g)) {
    if (parameter && !(parameter in operation.input.shape))
      problems.push(`path parameter ${parameter} is not in the input`);
  }
  return problems;
}

function isClosed(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever;
}

function isClosedUnion(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).every(isClosed);
  if (schema instanceof z.ZodPipe)
    return isClosed(schema.in as z.ZodType) || isClosedUnion(schema.in as z.ZodType);
  return isClosed(schema);
}

/** @throws Error that lists every incomplete operation of these contracts */
export function assertContracts(contracts: readonly ServiceContract[]): void {
  const problems = contracts.flatMap(contract =>
    Object.entries(contract.operations).flatMap(([name, operation]) =>
      operationProblems(operation, contract).map(problem => `${contract.name}.${name}: ${problem}`),
    ),
  );
  if (problems.length > 0) {
    throw new Error(
      `The server does not start, because contracts are incomplete:\n- ${problems.join('\n- ')}`,
    );
  }
}
