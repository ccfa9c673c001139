import type { CommandIo } from '../spark.ts';
import { BadInput, Misuse, readArguments, verbOf } from './arguments.ts';
import { matchPairs, matchQuery } from './match-patients.ts';
import { matchDedupe, matchLink } from './match-tables.ts';

export interface MatchRequest {
  readonly files: readonly string[];
  readonly roles: string | undefined;
  readonly population: string | undefined;
  readonly queries: string | undefined;
  readonly json: boolean;
  /** Whether to say what each blocking pass found. */
  readonly passes: boolean;
  readonly stdout: CommandIo['stdout'];
  readonly stderr: CommandIo['stderr'];
}

type Verb = (request: MatchRequest) => void;

const VERBS: Readonly<Record<string, Verb>> = {
  dedupe: matchDedupe,
  link: matchLink,
  query: matchQuery,
  pairs: matchPairs,
};

export const USAGE = `Usage: spark match dedupe FILE.csv --roles ROLES.json [--passes] [--json]
       spark match link A.csv B.csv --roles ROLES.json [--passes] [--json]
       spark match query --population P.jsonl --queries Q.jsonl [--json]
       spark match pairs FILE.jsonl [--json]
ROLES.json says what each column holds, such as {"given_name": "given", "dob": "birthDate"}
`;

/** `spark match <verb> …`: 0 fine, 1 the input is bad, 2 misuse, 3 our fault. */
export function matchCommand(args: string[], { stdout, stderr }: CommandIo): Promise<number> {
  const [name = '', ...rest] = args;
  try {
    const verb = verbOf(VERBS, name);
    verb({ ...requestOf(rest), stdout, stderr });
    return Promise.resolve(0);
  } catch (error) {
    stderr.write(`spark match: ${(error as Error).message}\n`);
    if (error instanceof BadInput) return Promise.resolve(1);
    if (!(error instanceof Misuse)) return Promise.resolve(3);
    stderr.write(USAGE);
    return Promise.resolve(2);
  }
}

function requestOf(args: string[]): Omit<MatchRequest, 'stdout' | 'stderr'> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      passes: { type: 'boolean' },
      roles: { type: 'string' },
      population: { type: 'string' },
      queries: { type: 'string' },
    },
  });
  const { json = false, passes = false, roles, population, queries } = values;
  return { files: positionals, json, passes, roles, population, queries };
}
