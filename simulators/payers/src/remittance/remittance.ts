import { addCents, subtractCents, sumCents, type Cents, type LocalDate } from '@spark-den/kernel';
import type { Decision } from '../adjudication/claim.ts';
import { netOf } from '../adjudication/money.ts';
import type { Payer } from '../payers/payer.ts';

/** Money that moves outside any claim of this check; positive takes from the provider. */
export interface ProviderAdjustment {
  readonly reason: 'WO' | 'FB' | 'L6';
  /** Usually our number of the claim that it is about. */
  readonly reference: string;
  readonly amountCents: Cents;
}

/** One check or transfer with its claims. */
export interface Remittance {
  readonly payer: Payer;
  readonly payee: { readonly name: string; readonly npi: string; readonly taxId: string };
  readonly trace: string;
  readonly paidOn: LocalDate;
  readonly decisions: readonly Decision[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
}

/** What the provider gets: claims less provider adjustments; the two always agree because this is the only way to it. */
export function checkAmount(remittance: Pick<Remittance, 'decisions' | 'providerAdjustments'>): Cents {
  return subtractCents(
    netOf(remittance.decisions),
    sumCents(remittance.providerAdjustments, item => item.amountCents),
  );
}

/**
 * Carries a check that would fall below zero into the next one (FB): this check becomes zero, the debt is remembered.
 * @returns the adjustment of this check and what the next one has to take
 */
export function carryForward(
  decisions: readonly Decision[],
  adjustments: readonly ProviderAdjustment[],
  reference: string,
): { readonly adjustments: readonly ProviderAdjustment[]; readonly owedCents: Cents } {
  const net = checkAmount({ decisions, providerAdjustments: adjustments });
  if (net >= 0) return { adjustments, owedCents: addCents() };
  return {
    adjustments: [...adjustments, { reason: 'FB', reference, amountCents: net }],
    owedCents: subtractCents(addCents(), net),
  };
}
