import { centsToDecimal, type Cents } from '@spark-den/kernel';
import type { ElementDraft, SegmentDraft } from '@spark-den/x12/segments';
import type { Adjustment, Decision, LineDecision } from '../adjudication/claim.ts';
import { chargedOf, paidOf, patientShareOf } from '../adjudication/money.ts';
import { compact } from '../clearinghouse/envelope.ts';
import { findPayer } from '../payers/payers.ts';
import { checkAmount, type Remittance } from './remittance.ts';

export const REMITTANCE_VERSION = '005010X221A1';

/** Segments of an 835 between ST and SE. */
export function write835(remittance: Remittance): SegmentDraft[] {
  const { payer, payee } = remittance;
  const date = compact(remittance.paidOn);
  return [
    payment(remittance, date),
    ['TRN', '1', remittance.trace, `1${payer.taxId}`],
    ['DTM', '405', date],
    ['N1', 'PR', payer.name],
    ['N3', payer.address.line1],
    ['N4', payer.address.city, payer.address.state, payer.address.zip],
    ['REF', '2U', payer.id],
    ['PER', 'BL', 'PROVIDER SERVICES', 'TE', '8005550142'],
    ['N1', 'PE', payee.name, 'XX', payee.npi],
    ['REF', 'TJ', payee.taxId],
    ...(remittance.decisions.length > 0 ? ([['LX', '1']] as const) : []),
    ...remittance.decisions.flatMap(claimSegments),
    ...footer(remittance),
  ];
}

function payment(remittance: Remittance, date: string): SegmentDraft {
  const amount = checkAmount(remittance);
  const payerId = `1${remittance.payer.taxId}`;
  if (amount === 0) return ['BPR', 'H', '0', 'C', 'NON', ...blanks(11), date];
  return [
    'BPR',
    'I',
    centsToDecimal(amount),
    'C',
    'ACH',
    'CCP',
    '01',
    '011000015',
    'DA',
    '0000123456',
    payerId,
    undefined,
    '01',
    '021000021',
    'DA',
    '9876543',
    date,
  ];
}

function claimSegments(decision: Decision): SegmentDraft[] {
  const { claim } = decision;
  const share = patientShareOf(decision.lines);
  return [
    [
      'CLP',
      claim.pcn,
      decision.status,
      money(chargedOf(decision)),
      money(paidOf(decision)),
      share === 0 ? undefined : money(share),
      remitFiling(claim.payerId),
      decision.icn,
      claim.placeOfService,
      claim.frequency,
    ],
    [
      'NM1',
      'QC',
      '1',
      claim.patient.lastName,
      claim.patient.firstName,
      undefined,
      undefined,
      undefined,
      'MI',
      claim.memberId,
    ],
    ['NM1', '82', '1', undefined, undefined, undefined, undefined, undefined, 'XX', claim.renderingNpi],
    ...crossover(decision),
    ...(decision.claimRemarks.length > 0
      ? ([['MOA', undefined, undefined, ...decision.claimRemarks]] as const)
      : []),
    ...decision.lines.flatMap(lineSegments),
  ];
}

function remitFiling(payerId: string): string {
  const indicator = findPayer(payerId)?.filingIndicator ?? 'CI';
  return indicator === 'CI' ? '12' : indicator;
}

function crossover(decision: Decision): SegmentDraft[] {
  const carrier = decision.forwardedTo ? findPayer(decision.forwardedTo) : undefined;
  if (!carrier || decision.status !== '19') return [];
  return [['NM1', 'TT', '2', carrier.name, undefined, undefined, undefined, undefined, 'PI', carrier.id]];
}

function lineSegments(decided: LineDecision): SegmentDraft[] {
  const { line } = decided;
  return [
    [
      'SVC',
      ['HC', line.code, ...line.modifiers],
      money(line.chargeCents),
      money(decided.paidCents),
      undefined,
      String(line.units),
    ],
    ['DTM', '472', compact(line.serviceDate)],
    ...adjustmentSegments(decided.adjustments),
    ...(line.controlNumber ? ([['REF', '6R', line.controlNumber]] as const) : []),
    ...(decided.allowedCents === 0 ? [] : ([['AMT', 'B6', money(decided.allowedCents)]] as const)),
    ...decided.remarks.map((remark): SegmentDraft => ['LQ', 'HE', remark]),
  ];
}

/** A CAS per group, six reasons to a segment. */
export function adjustmentSegments(adjustments: readonly Adjustment[]): SegmentDraft[] {
  const groups = [...new Set(adjustments.map(item => item.group))];
  return groups.flatMap(group => {
    const reasons = adjustments.filter(item => item.group === group);
    const segments: SegmentDraft[] = [];
    for (let at = 0; at < reasons.length; at += 6) {
      const triplets = reasons
        .slice(at, at + 6)
        .flatMap((item): ElementDraft[] => [item.reason, money(item.amountCents), undefined]);
      segments.push(['CAS', group, ...triplets]);
    }
    return segments;
  });
}

/** PLB: six adjustments to a segment, for the fiscal year that ends with the calendar's. */
function footer({ payee, paidOn, providerAdjustments }: Remittance): SegmentDraft[] {
  const segments: SegmentDraft[] = [];
  for (let at = 0; at < providerAdjustments.length; at += 6) {
    const pairs = providerAdjustments
      .slice(at, at + 6)
      .flatMap((item): ElementDraft[] => [[item.reason, item.reference], money(item.amountCents)]);
    segments.push(['PLB', payee.npi, `${paidOn.slice(0, 4)}1231`, ...pairs]);
  }
  return segments;
}

function money(amount: Cents): string {
  return centsToDecimal(amount);
}

function blanks(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}
