import { component } from '../../segments/segment.ts';
import { FINE, lacks, mistakes, textOf, type Situation } from './situation.ts';

const REFUSING = /^A[34678]$/;
const ACCEPTING = /^A[012]$/;

/** 270, 271, 277CA and 999: questions that ask nothing, and answers that contradict themselves. */
export const ANSWER_SITUATIONS: readonly Situation[] = [
  {
    code: 'eq.missing',
    guides: ['270'],
    loop: '2000C',
    says: 'A subscriber without dependants is asked about something: EQ is needed.',
    ask: node =>
      node.loop('2000D') || node.loop('2100C')?.loop('2110C') ? FINE : lacks(node.first('HL'), 3, 'EQ'),
  },
  ...['2110C', '2110D'].map((loop): Situation => ({
    code: 'eb.fraction',
    guides: ['271'],
    loop,
    says: 'EB08 is a fraction: 0.2 means 20 percent.',
    ask: node => node.all('EB').flatMap(at => (Number(textOf(at, 8)) > 1 ? mistakes(at, 8, '0 to 1') : FINE)),
  })),
  ...['2200B', '2200C', '2200D'].map((loop): Situation => ({
    code: 'stc.action',
    guides: ['277CA'],
    loop,
    says: 'STC03 says accepted (WQ) or rejected (U) as its category does.',
    ask: node =>
      node.all('STC').flatMap(at => {
        const category = component(at.segment, 1, 1);
        const action = textOf(at, 3);
        const wrong =
          (REFUSING.test(category) && action === 'WQ') || (ACCEPTING.test(category) && action === 'U');
        return wrong ? mistakes(at, 3, action === 'U' ? 'WQ' : 'U') : FINE;
      }),
  })),
  {
    code: 'ik5.verdict',
    guides: ['999'],
    loop: '2000',
    says: 'A transaction that was accepted without errors (IK5 A) has none listed.',
    ask: node =>
      textOf(node.first('IK5'), 1) === 'A' && node.loop('2100')
        ? mistakes(node.first('IK5'), 1, 'E or R')
        : FINE,
  },
  {
    code: 'ak9.counts',
    guides: ['999'],
    loop: '',
    says: 'A group accepted as a whole (AK9 A) has all its transactions accepted.',
    ask: node => {
      const group = node.first('AK9');
      return textOf(group, 1) === 'A' && Number(textOf(group, 4)) !== Number(textOf(group, 3))
        ? mistakes(group, 4, textOf(group, 3))
        : FINE;
    },
  },
];
