import { addCents, cents, formatCents, negateCents } from '@spark-den/kernel';
import type { Adjustment } from '../models/common.ts';
import type { ProviderAdjustment, Remittance, RemittanceClaim } from '../models/remittance.ts';
import { called, type Speaker } from './code-words.ts';
import { nameIn, PROVIDER_ADJUSTMENTS } from './names.ts';
import { days, inBrackets, listed, many, nameOf, paragraph } from './text.ts';

const METHODS: Readonly<Record<string, string>> = {
  ACH: 'by transfer',
  BOP: 'as the bank chooses',
  CHK: 'by check',
  FWT: 'by wire',
  NON: 'without moving money',
};

/** Whose share an adjustment is. */
const GROUPS: Readonly<Record<string, string>> = {
  CO: 'under the contract',
  CR: 'as a correction',
  OA: 'otherwise',
  PI: 'by the payer alone',
  PR: 'to the patient',
};

const STATUSES: Readonly<Record<string, string>> = {
  '1': 'processed as primary',
  '2': 'processed as secondary',
  '3': 'processed as tertiary',
  '4': 'denied',
  '19': 'processed as primary and forwarded',
  '20': 'processed as secondary and forwarded',
  '21': 'processed as tertiary and forwarded',
  '22': 'an earlier decision taken back',
  '23': 'not of this payer, and forwarded',
  '25': 'predetermined, without payment',
};

/** An 835: what is paid to whom, claim by claim, and what was taken or added besides. */
export function explainRemittance(value: Remittance, speaker: Speaker): string {
  const { payer, payee, amount, method, trace, paidOn } = value;
  const claims = value.groups.flatMap(group => group.claims);
  const number = trace === '' ? '' : ` ${trace}`;
  const [from, to] = [nameOfSide(payer, 'a payer'), nameOfSide(payee, 'a payee')];
  const head =
    amount === 0
      ? `This 835 from ${from} tells ${to} of ${many(claims.length, 'claim')}${days(paidOn)}, and pays nothing${inBrackets(trace && `number ${trace}`)}`
      : `This 835 from ${from} pays ${to} ${formatCents(amount)}${days(paidOn)}, ${METHODS[method] ?? method}${number}, for ${many(claims.length, 'claim')}`;
  return paragraph(head, [
    ...claims.map(claim => claimLine(claim, speaker)),
    ...value.providerAdjustments.map(providerLine),
  ]);
}

function nameOfSide({ name }: Remittance['payer'], nobody: string): string {
  return name.trim() || nobody;
}

function claimLine(claim: RemittanceClaim, speaker: Speaker): string {
  const { status, charge, paid, patient } = claim;
  const isReversal = status === '22';
  const of = patient ? ` of ${nameOf(patient, 'somebody')}` : '';
  const money = isReversal
    ? `${formatCents(negateCents(paid))} of ${formatCents(negateCents(charge))} taken back`
    : `${paid === 0 ? 'nothing' : formatCents(paid)} paid of ${formatCents(charge)}`;
  const lines = claim.lines.flatMap(line => line.adjustments);
  const adjustments = adjustmentsOf([...claim.adjustments, ...lines], isReversal, speaker);
  const remarks = [...claim.remarks, ...claim.lines.flatMap(line => line.remarks)];
  const remarked = [...new Set(remarks)].map(code => speaker.say('rarc', code));
  return [
    `claim ${claim.patientControlNumber}${of}${statusOf(status)}: ${money}`,
    ...adjustments,
    ...(remarked.length > 0
      ? [`with the ${remarked.length === 1 ? 'remark' : 'remarks'} ${listed(remarked)}`]
      : []),
  ].join('; ');
}

function statusOf(status: string): string {
  if (status === '') return '';
  return `, ${STATUSES[status] ?? `status ${status}`}`;
}

/** Those of one group and reason together, whether of the claim or of its lines. */
function adjustmentsOf(
  adjustments: readonly Adjustment[],
  isReversal: boolean,
  speaker: Speaker,
): readonly string[] {
  const sums = new Map<string, Adjustment>();
  for (const entry of adjustments) {
    const key = `${entry.group}-${entry.reason}`;
    const sum = addCents(sums.get(key)?.amount ?? cents(0), entry.amount);
    sums.set(key, { ...entry, amount: sum });
  }
  return [...sums]
    .filter(([, { amount }]) => amount !== 0)
    .map(([code, { group, reason, amount }]) => {
      const money = formatCents(isReversal ? negateCents(amount) : amount);
      return `${money} ${GROUPS[group] ?? group}: ${speaker.say('carc', reason, code)}`;
    });
}

function providerLine({ amount, reason, reference }: ProviderAdjustment): string {
  const what = called(nameIn(PROVIDER_ADJUSTMENTS, reason), [reason, reference].filter(Boolean).join(' '));
  return amount < 0
    ? `${formatCents(negateCents(amount))} added to the payment: ${what}`
    : `${formatCents(amount)} taken from the payment: ${what}`;
}
