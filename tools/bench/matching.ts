import {
  BLOCKING_PASSES,
  createMatchIndex,
  dedupe,
  STARTING_MODEL,
  type PersonRecord,
} from '@spark-den/matching';
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  measurePairs,
  measureQueries,
  measureSet,
  type SetResult,
} from '../../libs/matching/bench/measure.ts';
import { population } from '../../libs/matching/bench/population.ts';
import { readPairs, readQueries, readSet, type SetName } from '../../libs/matching/bench/read-sets.ts';
import type { Bench, Figure } from '../bench.ts';
import { ms, percentile } from './measure.ts';

const FOLDER = new URL('../../../shared/benchmarks/matching/', import.meta.url);

/** Quality on data that nobody here made, then speed and memory on made-up people, in processor time. */
export const benchMatching: Bench = () =>
  Promise.resolve([
    ...(existsSync(FOLDER) ? [...onSets(), ...onPatients()] : []),
    ...[10_000, 50_000].map(batch),
    ...[50_000, 1_000_000].flatMap(index),
  ]);

const share = (value: number) => value.toFixed(4);

const GOALS: Readonly<Partial<Record<SetName, Goals>>> = {
  febrl3: {
    pairs: { peer: 'Splink F1 0.965, GoldenMatch 0.996, CMS rules 0.612; reach 0.996', reach: 0.996 },
  },
  'dsgen C': {
    clusters: { peer: 'GoldenMatch-TS 0.975, CMS rules 0.30; reach F1 0.983', reach: 0.983 },
  },
  historical: {
    clusters: { peer: 'Splink 0.757, GoldenMatch 0.827; reach F1 0.78', reach: 0.78 },
    bCubed: { peer: 'Splink 0.788, GoldenMatch 0.862; reach 0.87', reach: 0.87 },
  },
  'febrl3 at the desk': {},
  'dsgen C at the desk': {},
};

function onSets(): Figure[] {
  const results = (Object.keys(GOALS) as SetName[]).map(name => measureSet(readSet(FOLDER, name)));
  return [
    ...results.flatMap(result => setFigures(result, GOALS[result.name as SetName] ?? {})),
    ...passFigures(results.slice(0, 3)),
  ];
}

/** Recall of each blocking pass, and in brackets what the engine estimates of it without labels. */
function passFigures(results: readonly SetResult[]): Figure[] {
  return BLOCKING_PASSES.flatMap((pass, place) => {
    const cells = results.flatMap(({ name, passes: { labelled, estimated } }) => {
      const [real, believed] = [labelled.passes[place], estimated.passes[place]];
      return real && believed && real.recall > 0
        ? [`${name} ${real.recall.toFixed(3)} (${believed.recall.toFixed(3)})`]
        : [];
    });
    return cells.length > 0
      ? [{ what: `pass ${pass}: recall (estimated)`, ours: '', peer: cells.join(', ') }]
      : [];
  });
}

interface Goal {
  readonly peer: string;
  readonly reach: number;
}

interface Goals {
  readonly pairs?: Goal;
  readonly clusters?: Goal;
  readonly bCubed?: Goal;
}

function setFigures(result: SetResult, goals: Goals): Figure[] {
  const { name, atHalf, autoLink, clusters, bCubed } = result;
  const { blockingRecall, candidatesPerRecord, reviewPerThousand, cpuSeconds } = result;
  const figure = (what: string, value: number, goal?: Goal, precision?: number): Figure => ({
    what: `${name}: ${what}`,
    ours: precision === undefined ? share(value) : `${share(value)} (P ${share(precision)})`,
    peer: goal?.peer ?? '',
    kept: goal && value >= goal.reach,
  });
  return [
    figure('pairs at 0.5, F1', atHalf.f1, goals.pairs, atHalf.precision),
    figure('pairs at auto-link, F1', autoLink.f1, undefined, autoLink.precision),
    figure('clusters, F1', clusters.f1, goals.clusters, clusters.precision),
    figure('clusters, B³', bCubed, goals.bCubed),
    {
      what: `${name}: blocking recall, candidates, to review per 1,000`,
      ours: `${share(blockingRecall)}, ${candidatesPerRecord.toFixed(1)} n, ${reviewPerThousand.toFixed(0)}`,
      peer: `at most 30 n; ${cpuSeconds.toFixed(1)} s of processor time`,
      kept: candidatesPerRecord <= 30,
    },
  ];
}

function onPatients(): Figure[] {
  const { recall, falsePositiveRate } = measurePairs(readPairs(FOLDER));
  const { precision, f1 } = measureQueries(readQueries(FOLDER));
  return [
    {
      what: 'CMS pairs: recall (false positive rate)',
      ours: `${share(recall)} (${share(falsePositiveRate)})`,
      peer: 'CMS rules 0.883 (0.0017); reach 0.95 (0.002)',
      kept: recall >= 0.95 && falsePositiveRate <= 0.002,
    },
    {
      what: 'CMS population: F1 (precision)',
      ours: `${share(f1)} (${share(precision)})`,
      peer: 'CMS rules 0.968; reach 0.98 (0.999)',
      kept: f1 >= 0.98 && precision >= 0.999,
    },
  ];
}

function batch(size: number): Figure {
  const people = [...population(size)];
  const seconds = processorTime(() => dedupe(people)) / 1000;
  const limit = size > 10_000 ? 60 : 15;
  return {
    what: `dedupe ${size.toLocaleString('en-US')} records`,
    ours: `${seconds.toFixed(1)} s`,
    peer: `limit ${limit} s${size > 10_000 ? '; Splink 3.2 s on 16 cores' : ''}`,
    kept: seconds < limit,
  };
}

function index(size: number): Figure[] {
  const before = memory();
  const records = createMatchIndex(STARTING_MODEL);
  const sample: PersonRecord[] = [];
  for (const person of population(size)) {
    records.add(person);
    if (Number(person.id.slice(1)) % Math.floor(size / 400) === 0) sample.push(person);
  }
  const megabytes = memory() - before;
  const queries = sample.map(person => processorTime(() => records.query({ ...person, id: '' })));
  const changes = sample.map(person => processorTime(() => records.change({ ...person, phones: [] })));
  const limit = size > 50_000 ? 150 : 50;
  const of = `of ${size.toLocaleString('en-US')}`;
  return [
    {
      what: `index ${of}: a query, p95`,
      ours: ms(percentile(queries, 0.95)),
      peer: `limit ${limit} ms`,
      kept: percentile(queries, 0.95) < limit,
    },
    { what: `index ${of}: a change, p95`, ours: ms(percentile(changes, 0.95)), peer: '' },
    { what: `index ${of}: memory`, ours: `${Math.round(megabytes)} MB`, peer: '' },
  ];
}

/** Megabytes in use. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** Milliseconds of processor time. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
