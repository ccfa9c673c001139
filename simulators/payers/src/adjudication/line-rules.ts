import { daysBetween, type LocalDate } from '@spark-den/kernel';
import { isBundled, isWellnessVisit } from '../payers/code-groups.ts';
import type { Payer } from '../payers/payer.ts';
import { coverageWith, isCoveredOn, type Member } from '../roster/member.ts';
import { payersBefore, type Claim, type ClaimLine, type LineDecision } from './claim.ts';
import { hadWellnessVisit, isRepeatOf, type PastLine } from './history.ts';
import { denyLine } from './money.ts';

export interface Facts {
  readonly payer: Payer;
  readonly member: Member | undefined;
  /** Standing lines of this member with this payer, without those of a claim that is being replaced. */
  readonly history: readonly PastLine[];
  readonly receivedOn: LocalDate;
}

type Rule = (claim: Claim, line: ClaimLine, facts: Facts) => LineDecision | undefined;

/** Why a payer refuses a line, in the order in which it looks. */
const RULES: readonly Rule[] = [
  (_, line, { member }) => (member ? undefined : denyLine(line, 'CO', '31', ['N382'])),
  (_, line, { member, payer }) => {
    const coverage = member && coverageWith(member, payer.id);
    return coverage && !isCoveredOn(coverage, line.serviceDate)
      ? denyLine(line, 'CO', '27', ['N30'])
      : undefined;
  },
  (_, line, { payer, receivedOn }) =>
    daysBetween(line.serviceDate, receivedOn) > payer.timelyFilingDays
      ? denyLine(line, 'CO', '29')
      : undefined,
  (claim, line, facts) =>
    needsOtherPayerFirst(claim, facts) ? denyLine(line, 'CO', '22', ['N598']) : undefined,
  (claim, line, { history }) =>
    history.some(past => isRepeatOf(claim, line, past)) ? denyLine(line, 'CO', '18', ['N522']) : undefined,
  (_, line, { history }) =>
    isWellnessVisit(line.code) && hadWellnessVisit(line, history)
      ? denyLine(line, 'CO', '119', ['N362'])
      : undefined,
  (_, line) =>
    line.code === '76705' && !line.diagnoses.some(code => code.startsWith('R10'))
      ? denyLine(line, 'CO', '50', ['N115'])
      : undefined,
  (claim, line) =>
    isBundled(line.code) && claim.lines.length > 1 ? denyLine(line, 'CO', '97', ['N19']) : undefined,
];

export function refusalOf(claim: Claim, line: ClaimLine, facts: Facts): LineDecision | undefined {
  for (const rule of RULES) {
    const refused = rule(claim, line, facts);
    if (refused) return refused;
  }
  return undefined;
}

/** The member has cover that pays before ours, and the claim tells nothing of it. */
function needsOtherPayerFirst(claim: Claim, { member, payer }: Facts): boolean {
  const own = member && coverageWith(member, payer.id);
  const date = claim.lines[0]?.serviceDate;
  if (!member || !own || !date) return false;
  return member.coverages.some(
    other =>
      other.rank < own.rank &&
      isCoveredOn(other, date) &&
      !payersBefore(claim).some(p => p.payerId === other.payerId),
  );
}
