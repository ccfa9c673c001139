import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CommandIo } from '../spark.ts';
import { BadInput, Misuse } from './arguments.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A JSON file as its schema says; fields that the schema leaves out are named as warnings.
 *
 * @throws Misuse where the file cannot be read
 * @throws BadInput where it is not JSON, or not what the schema asks for
 */
export function readJson<T>(file: string, schema: z.ZodType<T>, warnings: CommandIo['stderr']): T {
  const value = parse(file, textOf(file));
  const error = ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : undefined);
  const parsed = schema.safeParse(value, { error });
  if (!parsed.success) throw new BadInput(`${file}: ${z.prettifyError(parsed.error)}`);
  for (const field of unreadFields(value, parsed.data)) {
    warnings.write(`${file}: ${field} is not read; is its name right?\n`);
  }
  return parsed.data;
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new Misuse(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  } catch (error) {
    throw new BadInput(`${file} is not JSON: ${(error as Error).message}`);
  }
}

/** Where a value has fields that its schema left out, as paths. */
function unreadFields(value: unknown, read: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return key in read ? unreadFields(inner, (read as Record<string, unknown>)[key], here) : [here];
  });
}
