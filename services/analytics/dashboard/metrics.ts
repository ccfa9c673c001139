import type { MetricCode, MetricDefinition } from '@spark-den/contracts/analytics/types';

/** A figure's definition and who may see it. */
export interface Metric extends MetricDefinition {
  readonly permission: string;
}

const FOUR_WEEKS = 'the average of the same weekday in the four weeks before, as far as there are records';

/** The registry: each figure is defined here and nowhere else. */
export const METRICS: Readonly<Record<MetricCode, Metric>> = {
  'appointments-today': {
    code: 'appointments-today',
    label: "Today's appointments",
    unit: 'count',
    formula:
      'Visits whose local date is today and that are booked, arrived, checked in, in a room, with the provider, ready to check out or checked out',
    excludes:
      'Cancelled visits, no-shows, patients who left without being seen, entries made in error, blocked time',
    source: 'Scheduling, event by event',
    citation: null,
    comparedWith: FOUR_WEEKS,
    permission: 'analytics.visits.read',
  },
  'payments-posted-today': {
    code: 'payments-posted-today',
    label: 'Payments posted today',
    unit: 'cents',
    formula:
      'Cash debits less cash credits in the ledger with today as posting date: insurers, patients, refunds',
    excludes:
      'Charges, adjustments, transfers between payers and money that was only promised; this is not the bank deposit',
    source: 'Journal lines on the cash accounts, as posted',
    citation: null,
    comparedWith: FOUR_WEEKS,
    permission: 'analytics.revenue.read',
  },
  'charges-posted-today': {
    code: 'charges-posted-today',
    label: 'Charges posted today',
    unit: 'cents',
    formula: 'Charges posted today less charges voided today, at the charge master, before any contract',
    excludes: 'Drafts and charges that wait for a review',
    source: 'Billing, event by event',
    citation: null,
    comparedWith: FOUR_WEEKS,
    permission: 'analytics.revenue.read',
  },
  'visits-kept-today': {
    code: 'visits-kept-today',
    label: 'Appointments kept',
    unit: 'percent',
    formula:
      "Visits that arrived or went further ÷ visits that should have begun by now, or all of today's, as chosen",
    excludes: 'Cancelled visits and entries made in error; no-shows and patients who left count as not kept',
    source: 'Scheduling, event by event',
    citation: null,
    comparedWith: `${FOUR_WEEKS}, whole days`,
    permission: 'analytics.visits.read',
  },
  'clean-claim-rate': {
    code: 'clean-claim-rate',
    label: 'Clean claims',
    unit: 'percent',
    formula:
      'Claims that passed every edit without manual intervention ÷ claims submitted, first submissions of the last 30 days',
    excludes: 'Second submissions of the same claim; what the payer thought of it (277CA, 835) plays no part',
    source: 'Billing: the scrubber at claim creation, and the first submission',
    citation: 'HFMA MAP Key CL-1, clean claim rate',
    comparedWith: 'the 30 days before',
    permission: 'analytics.claims.read',
  },
};

/** What the contract shows of a metric. */
export function definitionOf({ permission: _, ...definition }: Metric): MetricDefinition {
  return definition;
}
