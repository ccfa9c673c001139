import { SCRUB_LAYERS, type Finding, type ScrubClaim, type ScrubFacts } from '../types.ts';
import { codeRules } from './codes.ts';
import { completeRules } from './complete.ts';
import { duplicateRules } from './duplicate.ts';
import { lineRules } from './line.ts';
import { nationalEditRules } from './national-edits.ts';
import { payerRules } from './payer.ts';
import { runRule, type Rule } from './rule.ts';
import { timelyRules } from './timely.ts';

/** Every rule, in the order in which they run. */
export const SCRUB_RULES: readonly Rule[] = [
  ...completeRules,
  ...codeRules,
  ...lineRules,
  ...nationalEditRules,
  ...duplicateRules,
  ...payerRules,
  ...timelyRules,
].sort((a, b) => SCRUB_LAYERS.indexOf(a.layer) - SCRUB_LAYERS.indexOf(b.layer));

/** All findings of a claim, layer by layer; the same claim and facts always give the same findings. */
export function scrub(claim: ScrubClaim, facts: ScrubFacts): Finding[] {
  return SCRUB_RULES.flatMap(rule => runRule(rule, claim, facts));
}

/** Nothing stops the claim; warnings and notices let it go. */
export function isReady(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.severity !== 'error');
}

/** Passed without a hand on it. A notice, such as that our tables are older than the service, is no fault of the claim. */
export function isClean(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.severity === 'notice');
}
