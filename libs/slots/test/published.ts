import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../shared/benchmarks/scheduling/', import.meta.url);
const present = existsSync(folder);
if (!present) process.stdout.write('slots: the published instances are not here, they are not solved\n');

/** Tests that need the published instances; where it counts, missing ones fail instead of being passed over. */
export const withPublished = present || process.env.SPARK_REQUIRE_SHARED === '1' ? describe : describe.skip;

export function published(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}
