import {
  dedupe,
  link,
  peopleOfRows,
  reportPasses,
  type DedupeResult,
  type PassReport,
} from '@spark-den/matching';
import { Misuse } from './arguments.ts';
import { need, readRoles, readTable } from './match-input.ts';
import type { MatchRequest } from './match.ts';

/** `spark match dedupe FILE.csv`: which rows of a table are one person. */
export function matchDedupe(request: MatchRequest): void {
  const table = readTable(need(request.files[0], 'FILE.csv'));
  assertFiles(request, 1);
  const roles = readRoles(need(request.roles, '--roles ROLES.json'), [table]);
  const started = performance.now();
  const people = peopleOfRows(table.rows, roles);
  write(request, people.length, dedupe(people), started, row => `row ${row}`);
}

/** `spark match link A.csv B.csv`: which row of one table is which of another. */
export function matchLink(request: MatchRequest): void {
  const [left, right] = [need(request.files[0], 'A.csv'), need(request.files[1], 'B.csv')].map(readTable);
  assertFiles(request, 2);
  if (!left || !right) return;
  const roles = readRoles(need(request.roles, '--roles ROLES.json'), [left, right]);
  const started = performance.now();
  const border = left.rows.length;
  const [first, second] = [peopleOfRows(left.rows, roles), peopleOfRows(right.rows, roles, border)];
  const result = link(first, second);
  const pairs = result.pairs.map(pair => {
    const [i, j] = pair.i < pair.j ? [pair.i, pair.j] : [pair.j, pair.i];
    return { ...pair, i, j: j - border };
  });
  const nameOf = (row: number) => (row < border ? `A row ${row}` : `B row ${row - border}`);
  write(request, border + right.rows.length, { ...result, pairs }, started, nameOf, result.pairs);
}

function assertFiles({ files }: MatchRequest, count: number): void {
  if (files.length > count) throw new Misuse(`${files.slice(count).join(' ')}: one file too many`);
}

function write(
  { json, passes, stdout }: MatchRequest,
  records: number,
  { candidates, pairs, clusters }: Pick<DedupeResult, 'candidates' | 'pairs' | 'clusters'>,
  started: number,
  nameOf: (row: number) => string,
  believed: DedupeResult['pairs'] = pairs,
): void {
  const passReport = () =>
    reportPasses(
      candidates.records,
      believed.map(({ i, j, posterior: weight }) => ({ i, j, weight })),
    );
  const seconds = Math.round(performance.now() - started) / 1000;
  if (json) {
    const found = [...pairs]
      .sort((x, y) => x.i - y.i || x.j - y.j)
      .map(({ i, j, posterior }) => [i, j, Math.floor(posterior * 1e6) / 1e6]);
    const report = { records, candidates: candidates.pairs.length, pairs: found, clusters, seconds };
    stdout.write(`${JSON.stringify(passes ? { ...report, passes: passReport().passes } : report)}\n`);
    return;
  }
  if (passes) stdout.write(inWords(passReport()));
  for (const cluster of clusters) stdout.write(`${cluster.map(nameOf).join(', ')}\n`);
  stdout.write(
    `${records} records, ${candidates.pairs.length} pairs compared, ${pairs.length} worth a look, ${clusters.length} groups, ${seconds} s\n`,
  );
}

/** What each blocking pass finds of the pairs that the engine believes in, each counted by its posterior. */
function inWords({ passes }: PassReport): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
  return passes
    .filter(({ recall }) => recall > 0)
    .map(({ pass, recall, alone }) => `${pass.padEnd(15)}${percent(recall)}, alone ${percent(alone)}\n`)
    .join('');
}
