export type {
  Agreement,
  Candidate,
  Comparison,
  Evidence,
  FrequencyField,
  Guard,
  LevelShare,
  MatchGrade,
  MatchIndex,
  MatchingModel,
  Outcome,
  PersonAddress,
  PersonRecord,
  QueryOptions,
  SettledRecord,
  TermFrequencies,
} from './types.ts';
export { candidatesAmong, type AnswerOptions } from './answer.ts';
export {
  BLOCKING_PASSES,
  blockingKeys,
  keyOfNumber,
  type BlockingKey,
  type BlockingPass,
} from './blocking.ts';
export { comparePrepared } from './compare.ts';
export { readCsv, type Table } from './csv.ts';
export { dedupe, link, type DedupeOptions, type DedupeResult } from './dedupe.ts';
export {
  MATCH_GRADE,
  matchBundle,
  personOfPatient,
  type FhirPatient,
  type PatientMatchBundle,
  type PatientMatchEntry,
  type PatientMatchOptions,
} from './fhir.ts';
export { frequenciesFrom, termsOf, type Term } from './frequencies.ts';
export { jaroWinkler } from './jaro-winkler.ts';
export { learnWeights } from './learn-weights.ts';
export { createMatchIndex, type IndexOptions } from './match-index.ts';
export { forPopulation, STARTING_MODEL } from './model.ts';
export { LARGEST_BLOCK, partnersAmong } from './partners.ts';
export { soundKey } from './phonetics.ts';
export { reportPasses, type BelievedPair, type PassRecall, type PassReport } from './pass-report.ts';
export { prepare, type Prepared } from './prepare.ts';
export { COLUMN_ROLES, peopleOfRows, roleNearlyNamed, roleOf, type ColumnRoles } from './roles.ts';
export type { PairVerdict, ScoredPair } from './scored-pair.ts';
export { MOST_FAMILIES, withoutSharedValues, type PersonalNumber } from './shared-values.ts';
export { finish } from './steps.ts';
export { fold } from './text.ts';
