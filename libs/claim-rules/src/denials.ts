import type { Cents } from '@spark-den/kernel';
import {
  DENIAL_CATEGORIES,
  NOT_A_DENIAL,
  RECOVERY_RATES,
  type DenialCategory,
} from './data/denial-categories.ts';

/** An adjustment of a line as the remittance gave it. */
export interface ReadAdjustment {
  readonly group: string;
  readonly reason: string;
  readonly amountCents: Cents;
}

export interface Categorised {
  readonly category: DenialCategory;
  readonly adjustment: ReadAdjustment;
  /** 0 … 1: what of it is usually won back. */
  readonly recoveryRate: number;
}

/**
 * Whether an adjustment denies the line (DOMAIN A.6, A.9). A payer may write a denial as processed with zero paid,
 * so the codes and the money decide, not the claim's status. `97` denies only a line that got nothing: on a paid
 * line it is the price of bundling.
 */
export function isDenial(adjustment: ReadAdjustment, paidCents: Cents): boolean {
  if (adjustment.amountCents <= 0 || NOT_A_DENIAL.has(adjustment.reason)) return false;
  if (adjustment.group === 'PR' && categoryOf(adjustment.reason, []).key === 'other') return false;
  return adjustment.reason !== '97' || paidCents === 0;
}

/** The category of a denying adjustment: by remark where the reason only says that data are wrong, else by reason. */
export function categorise(adjustment: ReadAdjustment, remarks: readonly string[]): Categorised {
  const category = categoryOf(adjustment.reason, remarks);
  return { category, adjustment, recoveryRate: RECOVERY_RATES[category.key] ?? 0.4 };
}

/** The denials of a line, largest amount first. */
export function denialsOf(
  line: { readonly paidCents: Cents; readonly adjustments: readonly ReadAdjustment[] },
  remarks: readonly string[],
): Categorised[] {
  return line.adjustments
    .filter(adjustment => isDenial(adjustment, line.paidCents))
    .sort((a, b) => b.amountCents - a.amountCents)
    .map(adjustment => categorise(adjustment, remarks));
}

/** Reasons that say little by themselves: the remark says what is wrong. */
const LEAVES_IT_TO_THE_REMARK: ReadonlySet<string> = new Set(['16', 'A1', '125']);

function categoryOf(reason: string, remarks: readonly string[]): DenialCategory {
  const byReason = DENIAL_CATEGORIES.find(category => category.reasons.includes(reason));
  if (byReason === undefined || LEAVES_IT_TO_THE_REMARK.has(reason)) {
    const byRemark = DENIAL_CATEGORIES.find(category =>
      category.remarks?.some(pattern => remarks.some(remark => pattern.test(remark))),
    );
    if (byRemark) return byRemark;
  }
  return byReason ?? OTHER;
}

const OTHER: DenialCategory = DENIAL_CATEGORIES.find(category => category.key === 'other') ?? {
  key: 'other',
  label: 'Other',
  rootCauseOwner: 'Billing',
  usualAction: 'Read the remarks and ask the payer',
  recoverable: true,
  reasons: [],
};
