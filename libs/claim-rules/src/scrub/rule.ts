import type { Finding, ScrubClaim, ScrubFacts, ScrubLayer, Severity } from '../types.ts';

/** What a rule reports; the id, layer and source come from the rule itself. */
export interface Hit {
  readonly message: string;
  readonly fields: readonly string[];
  readonly remedy: string;
  /** Where a rule stops some claims and only warns about others. */
  readonly severity?: Severity;
  /** Where the payer's own document is the source. */
  readonly source?: string;
}

/** One check of a claim. Ids never change: statistics and people's memory hang on them. */
export interface Rule {
  readonly id: string;
  readonly layer: ScrubLayer;
  readonly severity: Severity;
  readonly source: string;
  check(claim: ScrubClaim, facts: ScrubFacts): readonly Hit[];
}

export function runRule(rule: Rule, claim: ScrubClaim, facts: ScrubFacts): Finding[] {
  return rule.check(claim, facts).map(hit => ({
    ruleId: rule.id,
    layer: rule.layer,
    severity: hit.severity ?? rule.severity,
    source: hit.source ?? rule.source,
    message: hit.message,
    fields: hit.fields,
    remedy: hit.remedy,
  }));
}

/** One hit where `wrong` holds. */
export function hitIf(wrong: boolean, hit: Hit): readonly Hit[] {
  return wrong ? [hit] : [];
}
