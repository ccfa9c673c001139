import { measurePairs, measureQueries, measureSet } from './measure.ts';
import { readPairs, readQueries, readSet } from './read-sets.ts';

/**
 * Prints what the benchmark sets in a folder give, as JSON: `node --import tsx bench/report.ts FOLDER`. A process of its own,
 * since the engine runs many times slower inside a test's sandbox.
 */
const folder = new URL(`file://${process.argv[2] ?? ''}`);
const sets = (['febrl3', 'dsgen C', 'historical'] as const).map(name => measureSet(readSet(folder, name)));
const report = {
  sets,
  pairs: measurePairs(readPairs(folder)),
  population: measureQueries(readQueries(folder)),
};
process.stdout.write(JSON.stringify(report));
