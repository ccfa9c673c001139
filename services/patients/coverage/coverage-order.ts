import type { Subscriber } from '@spark-den/contracts/patients/coverage-types';
import type { LocalDate } from '@spark-den/kernel';
import { ageOn } from '@spark-den/kernel';

export interface OrderedCoverage {
  readonly id: string;
  readonly payerKind: string;
  readonly relationship: 'self' | 'spouse' | 'child' | 'other';
  readonly orderBasis: string;
  readonly subscriber: Subscriber | null;
}

export interface Warning {
  readonly code: string;
  readonly text: string;
  readonly coverageIds: string[];
}

/**
 * What is doubtful about an order of coverages on a date (DOMAIN.md A.7). Rules of coordination have exceptions
 * that a front desk knows and we do not, such as a court order, so these are questions and no refusals.
 */
export function orderWarnings(
  ordered: readonly OrderedCoverage[],
  birthDate: LocalDate,
  on: LocalDate,
): Warning[] {
  const warnings: Warning[] = [];
  for (let index = 0; index + 1 < ordered.length; index += 1) {
    const [first, second] = [ordered[index], ordered[index + 1]];
    if (first && second && first.orderBasis !== 'court-order') warnings.push(...pairWarnings(first, second));
  }
  const medicare = ordered.findIndex(coverage => coverage.payerKind === 'medicare');
  const group = ordered.find(coverage => coverage.payerKind === 'commercial');
  if (medicare === 0 && group && group.orderBasis !== 'medicare-secondary-payer') {
    warnings.push({
      code: 'medicare-secondary-payer',
      text:
        ageOn(birthDate, on) >= 65
          ? 'Medicare is first. If the patient or spouse still works for an employer of 20 or more, the group plan is first.'
          : 'Medicare is first for a patient under 65. With a group plan of an employer of 100 or more, that plan is first.',
      coverageIds: [ordered[0]?.id ?? '', group.id],
    });
  }
  return warnings;
}

function pairWarnings(first: OrderedCoverage, second: OrderedCoverage): Warning[] {
  const coverageIds = [first.id, second.id];
  const bothCommercial = first.payerKind === 'commercial' && second.payerKind === 'commercial';
  if (!bothCommercial) return [];
  if (first.relationship !== 'self' && second.relationship === 'self') {
    const text = 'A plan of one’s own pays before a plan as a dependent. The order says otherwise.';
    return [{ code: 'own-before-dependent', text, coverageIds }];
  }
  if (first.relationship === 'child' && second.relationship === 'child' && isLaterBirthday(first, second)) {
    const text =
      'By the birthday rule the plan of the parent with the earlier birthday in the year is first.';
    return [{ code: 'birthday-rule', text, coverageIds }];
  }
  return [];
}

function isLaterBirthday(first: OrderedCoverage, second: OrderedCoverage): boolean {
  if (!first.subscriber || !second.subscriber) return false;
  return first.subscriber.birthDate.slice(5) > second.subscriber.birthDate.slice(5);
}
