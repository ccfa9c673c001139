export type {
  Agreement,
  Candidate,
  Comparison,
  Evidence,
  Guard,
  MatchGrade,
  MatchIndex,
  MatchingModel,
  Outcome,
  PersonAddress,
  PersonRecord,
  TermFrequencies,
} from './types.ts';
