import {
  comparePrepared,
  createMatchIndex,
  MATCH_GRADE,
  matchBundle,
  personOfPatient,
  prepare,
  STARTING_MODEL,
  type Comparison,
} from '@spark-den/matching';
import { BadInput, Misuse } from './arguments.ts';
import { need, patientOf, readLines, textField } from './match-input.ts';
import type { MatchRequest } from './match.ts';

/** `spark match pairs FILE.jsonl`: each line's `source` and `target`, decided with the starting weights. */
export function matchPairs({ files, json, stdout }: MatchRequest): void {
  const file = need(files[0], 'FILE.jsonl');
  if (files.length > 1) throw new Misuse(`${files.slice(1).join(' ')}: one file too many`);
  readLines(file).forEach(({ place, row }, index) => {
    const [source, target] = (['source', 'target'] as const).map(side =>
      prepare(personOfPatient(patientOf(row[side], `${place}: "${side}"`), side)),
    );
    if (!source || !target) return;
    const comparison = comparePrepared(STARTING_MODEL, source, target);
    const { posterior, outcome } = comparison;
    stdout.write(
      json ? `${JSON.stringify({ index, posterior, outcome })}\n` : `${index}: ${inWords(comparison)}\n`,
    );
  });
}

function inWords({ outcome, posterior, evidence, guards }: Comparison): string {
  const reasons = evidence.map(
    ({ text, weight }) => `  ${weight >= 0 ? '+' : ''}${weight.toFixed(1)}  ${text}`,
  );
  const held = guards.map(({ text }) => `  held  ${text}`);
  return [`${outcome}, posterior ${posterior.toFixed(4)}`, ...reasons, ...held].join('\n');
}

/**
 * `spark match query`: `Patient/$match` of each query over the population, or over the candidates that a query names in
 * `candidate_ids`. Labels in the files are not read.
 */
export function matchQuery({ files, population, queries, json, stdout }: MatchRequest): void {
  const populationFile = need(population, '--population P.jsonl');
  const queriesFile = need(queries, '--queries Q.jsonl');
  if (files.length > 0) throw new Misuse(`${files.join(' ')}: files are named by options`);
  const index = createMatchIndex(STARTING_MODEL);
  const patients = new Set<string>();
  for (const { place, row } of readLines(populationFile)) {
    const id = textField(row, 'id', place);
    if (patients.has(id)) throw new BadInput(`${place}: the id "${id}" stands on an earlier line too`);
    const patient = patientOf(row.patient ?? row, `${place}: "patient"`);
    index.add(personOfPatient(patient, id));
    patients.add(id);
  }
  for (const { place, row } of readLines(queriesFile)) {
    const queryId = textField(row, 'query_id', place);
    const asked = personOfPatient(patientOf(row.query, `${place}: "query"`), '');
    const found = index.query(asked, { limit: 50, among: candidatesOf(row.candidate_ids, place, patients) });
    const { entry } = matchBundle(found, id => id, { count: 50 });
    const matches = entry.map(({ resource: id, search: { score, extension } }) => ({
      id,
      score: Math.floor(score * 1e6) / 1e6,
      grade: extension.find(({ url }) => url === MATCH_GRADE)?.valueCode,
    }));
    if (json) stdout.write(`${JSON.stringify({ query_id: queryId, matches })}\n`);
    else stdout.write(`${queryId}: ${matches.map(m => `${m.id} ${m.grade} ${m.score}`).join(', ') || '-'}\n`);
  }
}

function candidatesOf(value: unknown, place: string, known: ReadonlySet<string>): string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new BadInput(`${place}: "candidate_ids" must be a list`);
  return value.map(String).map(id => {
    if (!known.has(id))
      throw new BadInput(`${place}: "candidate_ids" names "${id}", which the population does not have`);
    return id;
  });
}
