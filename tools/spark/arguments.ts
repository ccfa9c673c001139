import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command was called wrongly: exit code 2. */
export class Misuse extends Error {}

/** The command was called rightly and what it was given cannot be used: exit code 1. */
export class BadInput extends Error {}

/** `parseArgs`, whose complaints are ours. @throws Misuse that names what was wrong */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** What a table of verbs holds under a name. @throws Misuse that names what was wrong */
export function verbOf<T>(verbs: Readonly<Record<string, T>>, name: string): T {
  // asked of the table itself: every object inherits a `constructor`
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) throw new Misuse(name === '' ? 'a verb is missing' : `there is no verb "${name}"`);
  return verb;
}
