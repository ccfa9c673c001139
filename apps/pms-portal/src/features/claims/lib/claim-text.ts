import type { Claim, ClaimEvent, ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import type { Tone } from '@spark-den/ui';

/** What a state is called and how it looks; the same everywhere. */
export const CLAIM_STATUS: Readonly<Record<ClaimStatus, readonly [Tone, string]>> = {
  draft: ['neutral', 'Draft'],
  held: ['warning', 'Held'],
  ready: ['info', 'Ready'],
  batched: ['progress', 'Being sent'],
  sent: ['info', 'Sent'],
  rejected: ['danger', 'Rejected'],
  accepted: ['progress', 'At the payer'],
  pended: ['progress', 'Pended'],
  paid: ['success', 'Paid'],
  'partially-paid': ['warning', 'Partly paid'],
  denied: ['danger', 'Denied'],
  forwarded: ['success', 'Paid, sent on'],
  reversed: ['warning', 'Reversed'],
  voided: ['neutral', 'Void'],
  closed: ['neutral', 'Closed'],
};

/** States in which the filing limit still matters. */
export const WAITS_FOR_FILING: ReadonlySet<ClaimStatus> = new Set([
  'draft',
  'held',
  'ready',
  'batched',
  'sent',
  'rejected',
]);

const DONE: ReadonlySet<ClaimStatus> = new Set(['paid', 'forwarded', 'closed', 'voided']);

/** Nobody has to do anything about it any more. */
export const isDone = (claim: Pick<Claim, 'status'>): boolean => DONE.has(claim.status);

export interface ClaimView {
  readonly value: string;
  readonly label: string;
  readonly statuses: readonly ClaimStatus[] | undefined;
}

/** Saved views: a claim stands in one place at a time, and `attention` is where work waits. */
export const CLAIM_VIEWS: readonly ClaimView[] = [
  { value: 'attention', label: 'Needs work', statuses: ['held', 'rejected', 'draft', 'reversed'] },
  {
    value: 'mine',
    label: 'Mine',
    statuses: Object.keys(CLAIM_STATUS).filter(
      (status): status is ClaimStatus => !DONE.has(status as ClaimStatus),
    ),
  },
  { value: 'ready', label: 'Ready to send', statuses: ['ready'] },
  { value: 'out', label: 'Sent', statuses: ['batched', 'sent', 'accepted', 'pended'] },
  { value: 'denied', label: 'Denied', statuses: ['denied', 'partially-paid'] },
  { value: 'decided', label: 'Decided', statuses: ['paid', 'forwarded', 'closed', 'voided'] },
  { value: 'all', label: 'All', statuses: undefined },
];

const EVENT_TITLES: Readonly<Record<ClaimEvent['kind'], string>> = {
  created: 'Claim made from posted charges',
  scrubbed: 'Checked',
  held: 'Held',
  released: 'Released and checked',
  batched: 'Frozen in a batch',
  sent: 'Sent to the clearinghouse',
  'interchange-accepted': 'Envelope accepted (TA1)',
  'interchange-rejected': 'Envelope rejected (TA1)',
  acknowledged: 'Acknowledged',
  rejected: 'Rejected',
  accepted: 'Accepted by the payer',
  pended: 'Pended by the payer',
  adjudicated: 'Decided by the payer (835)',
  reversed: 'Decision taken back by the payer (835)',
  corrected: 'Corrected: a new version',
  voided: 'Voided',
  forwarded: 'Sent on to the next payer by this one',
  'coverage-changed': 'Coverage changed',
  'secondary-created': 'Claim to the next payer made',
  assigned: 'Assigned',
  amended: 'Encounter or earlier decision changed',
};

export function eventTitle(event: Pick<ClaimEvent, 'kind' | 'codes'>): string {
  if (event.kind === 'acknowledged' && event.codes[0]) return `Acknowledged (${event.codes[0]})`;
  return EVENT_TITLES[event.kind];
}

const FREQUENCIES: Readonly<Record<Claim['frequency'], string>> = {
  '1': 'Original (1)',
  '7': 'Replacement (7)',
  '8': 'Void (8)',
};

export const frequencyText = (frequency: Claim['frequency']) => FREQUENCIES[frequency];

const ORDERS = { primary: 'Primary', secondary: 'Secondary', tertiary: 'Tertiary' } as const;

export const orderText = (order: Claim['payerOrder']) => ORDERS[order];

/** The places at which a practice like this one gives its services; any other keeps its number. */
const PLACES: Readonly<Record<string, string>> = {
  '02': 'Telehealth, not at home',
  '10': 'Telehealth, at home',
  '11': 'Office',
  '12': 'Home',
  '19': 'Off-campus outpatient hospital',
  '22': 'On-campus outpatient hospital',
};

export const placeText = (code: string) => (PLACES[code] ? `${PLACES[code]} (${code})` : code);

/** `E119` as people write it: `E11.9`. */
export function diagnosisText(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/** A diagnosis pointer as it stands on the form: A for the first. */
export const pointerLetter = (pointer: number) => String.fromCharCode(64 + pointer);
