import type { ClaimLine, CodeFacts } from '../types.ts';
import { hitIf, type Hit, type Rule } from './rule.ts';

/** CMS NCCI policy manual, chapter I, section E: modifiers that say that two services were separate. */
const SEPARATING = new Set(
  'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI 24 25 57 58 78 79 27 59 91 XE XS XP XU'.split(
    ' ',
  ),
);

/** Layer 3: CMS's National Correct Coding Initiative, where the practice has loaded its tables. */
export const nationalEditRules: readonly Rule[] = [
  {
    id: 'CR-309',
    layer: 'line',
    severity: 'error',
    source: 'CMS NCCI procedure-to-procedure edits',
    check: (claim, { codes }) =>
      claim.lines.flatMap((first, one) =>
        claim.lines.flatMap((second, two) => (one === two ? [] : pairHit(codes, first, second, two))),
      ),
  },
  {
    id: 'CR-310',
    layer: 'line',
    severity: 'error',
    source: 'CMS medically unlikely edits',
    check: (claim, { codes }) =>
      claim.lines.flatMap((line, index) => unitsHit(codes, claim.lines, line, index)),
  },
];

function pairHit(codes: CodeFacts, first: ClaimLine, second: ClaimLine, index: number): readonly Hit[] {
  if (first.dateOfService !== second.dateOfService) return [];
  const edit = codes.codePair(first.code, second.code, first.dateOfService);
  if (!edit) return [];
  const isSeparate = [...first.modifiers, ...second.modifiers].some(modifier => SEPARATING.has(modifier));
  return hitIf(edit.modifier === 'never' || !isSeparate, {
    message: `${second.code} is part of ${first.code} on the same day.`,
    fields: [`lines.${index}.code`],
    remedy:
      edit.modifier === 'never'
        ? `Take ${second.code} off the claim: no modifier separates this pair.`
        : `Take ${second.code} off the claim, or add the modifier that says why it was separate if the record supports it.`,
    source: edit.source,
  });
}

/** Indicator 1 judges each line; 2 and 3 judge the day, and report at the day's first line of the code. */
function unitsHit(
  codes: CodeFacts,
  lines: readonly ClaimLine[],
  line: ClaimLine,
  index: number,
): readonly Hit[] {
  const edit = codes.unlikelyUnits(line.code, line.dateOfService);
  if (!edit) return [];
  const sameDay = lines.filter(
    other => other.code === line.code && other.dateOfService === line.dateOfService,
  );
  if (edit.indicator !== 1 && sameDay[0] !== line) return [];
  const units = edit.indicator === 1 ? line.units : sameDay.reduce((sum, other) => sum + other.units, 0);
  return hitIf(units > edit.units, {
    message: `${units} units of ${line.code} ${edit.indicator === 1 ? 'on one line' : 'on one day'}: more than ${edit.units} are denied.`,
    fields: [`lines.${index}.units`],
    remedy:
      edit.indicator === 3
        ? 'Correct the units. If they are right, expect the denial and appeal it with the record.'
        : 'Correct the units.',
    source: edit.source,
  });
}
