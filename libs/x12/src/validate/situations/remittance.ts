import type { LoopNode } from '../../models/tree.ts';
import { amountAt } from '../amount.ts';
import { FINE, around, lacks, mistakes, needs, textOf, type Situation } from './situation.ts';

const GUIDE = ['835'];

/** 835. */
export const REMITTANCE_SITUATIONS: readonly Situation[] = [
  {
    code: 'bpr.bank',
    guides: GUIDE,
    loop: '',
    says: 'An electronic payment names both banks and accounts: BPR06 to BPR09 and BPR12 to BPR15.',
    ask: node => {
      const payment = node.first('BPR');
      const missing = [6, 7, 8, 9, 12, 13, 14, 15].find(index => textOf(payment, index) === '');
      return /^(ACH|FWT|BOP)$/.test(textOf(payment, 4)) && missing !== undefined
        ? needs(payment, missing, 'bank data')
        : FINE;
    },
  },
  {
    code: 'trn.originator',
    guides: GUIDE,
    loop: '',
    severity: 'warning',
    says: 'TRN03 is 1 and the nine digits of the payer’s tax id.',
    ask: node =>
      node
        .all('TRN')
        .flatMap(at => (/^1\d{9}$/.test(textOf(at, 3)) ? FINE : mistakes(at, 3, '1 and nine digits'))),
  },
  {
    code: 'clp.patient-responsibility',
    guides: GUIDE,
    loop: '2100',
    severity: 'warning',
    says: 'CLP05 is not the sum of the patient’s adjustments.',
    ask: node => {
      const claim = node.head;
      const stated = claim ? amountAt(claim.segment, 5) : 0;
      const sum = [node, ...node.loopsOf('2110')].reduce((total, loop) => total + patientPart(loop), 0);
      return textOf(claim, 1) !== '' && textOf(claim, 5) !== '' && stated !== sum
        ? mistakes(claim, 5, String(sum / 100))
        : FINE;
    },
  },
  {
    code: 'clp.reversal-sign',
    guides: GUIDE,
    loop: '2100',
    says: 'A reversal (CLP02 22) has no amounts above zero.',
    ask: node => {
      const claim = node.head;
      const wrong = claim && [3, 4].find(index => amountAt(claim.segment, index) > 0);
      return textOf(claim, 2) === '22' && wrong !== undefined
        ? mistakes(claim, wrong, 'an amount below zero')
        : FINE;
    },
  },
  {
    code: 'clp.denied-paid',
    guides: GUIDE,
    loop: '2100',
    says: 'A denied claim (CLP02 4) is not paid.',
    ask: node => {
      const claim = node.head;
      return claim && textOf(claim, 2) === '4' && amountAt(claim.segment, 4) > 0
        ? mistakes(claim, 4, '0')
        : FINE;
    },
  },
  {
    code: 'svc.date',
    guides: GUIDE,
    loop: '2110',
    says: 'A service needs its date, or the claim the date of its statement.',
    ask: (node, within) =>
      node.first('DTM') || around(within, '2100')?.first('DTM', '232')
        ? FINE
        : lacks(node.head, 1, 'DTM*472'),
  },
  {
    code: 'cas.zero',
    guides: GUIDE,
    loop: '2110',
    severity: 'warning',
    says: 'An adjustment of zero is not told.',
    ask: node =>
      node
        .all('CAS')
        .flatMap(at =>
          textOf(at, 3) !== '' && amountAt(at.segment, 3) === 0 ? mistakes(at, 3, 'not 0') : FINE,
        ),
  },
];

/** In cents: all adjustments of group PR of a loop. */
function patientPart(node: LoopNode): number {
  let sum = 0;
  for (const { segment } of node.all('CAS', 'PR')) {
    for (const index of [3, 6, 9, 12, 15, 18]) sum += amountAt(segment, index);
  }
  return sum;
}
