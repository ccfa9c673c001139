import type { PostableLine } from './postable-claim.ts';
import type { ClaimPaymentFacts, ServiceFacts } from './types.ts';

export interface LineMatch {
  readonly service: ServiceFacts;
  readonly line: PostableLine;
  readonly by: 'line_control_number' | 'code_and_units' | 'code_and_charge' | 'submitted_code' | 'only_line';
}

type Rule = readonly [LineMatch['by'], (service: ServiceFacts, line: PostableLine) => boolean];

const sameModifiers = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join() === [...b].sort().join();

/** Strongest first; a rule decides only where it leaves a single line to choose. */
const RULES: readonly Rule[] = [
  ['line_control_number', (service, line) => service.lineControlNumber === line.lineControlNumber],
  [
    'code_and_units',
    (service, line) =>
      service.code === line.code &&
      sameModifiers(service.modifiers, line.modifiers) &&
      service.units === line.units &&
      service.chargeCents === line.chargeCents,
  ],
  [
    'submitted_code',
    (service, line) => service.submittedCode === line.code && service.chargeCents === line.chargeCents,
  ],
  [
    'code_and_charge',
    (service, line) => service.code === line.code && service.chargeCents === line.chargeCents,
  ],
  ['only_line', (service, line) => service.chargeCents === line.chargeCents],
];

/**
 * Finds our line for each service of a claim payment: by our line control number, then by code, modifiers, units
 * and charge, then with less. A line that two services fit equally well is not guessed.
 * @returns `undefined` when some service has no line: the claim payment goes to review as a whole
 */
export function matchLines(
  payment: ClaimPaymentFacts,
  lines: readonly PostableLine[],
): LineMatch[] | undefined {
  const free = new Set(lines);
  const matches: LineMatch[] = [];
  let waiting = payment.lines;
  for (const [by, fits] of RULES) {
    const still: ServiceFacts[] = [];
    for (const service of waiting) {
      const candidates = [...free].filter(line => fits(service, line));
      const chosen = candidates.length === 1 || allAlike(candidates) ? candidates[0] : undefined;
      if (chosen && (by !== 'only_line' || free.size === 1)) {
        matches.push({ service, line: chosen, by });
        free.delete(chosen);
      } else still.push(service);
    }
    waiting = still;
  }
  return waiting.length === 0 ? matches.sort((a, b) => a.service.ordinal - b.service.ordinal) : undefined;
}

/** Lines that differ in nothing that a payer sees may be taken in their own order. */
function allAlike(lines: readonly PostableLine[]): boolean {
  const [first, ...rest] = lines;
  return (
    first !== undefined &&
    rest.every(
      line =>
        line.code === first.code &&
        line.units === first.units &&
        line.chargeCents === first.chargeCents &&
        line.serviceDate === first.serviceDate &&
        sameModifiers(line.modifiers, first.modifiers),
    )
  );
}
