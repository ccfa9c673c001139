import { FINE, lacks, mistakes, needs, textOf, type Situation } from './situation.ts';

const MEDICARE = /^M[AB]$/;

/** 2000B and 2000C of the 837: who is insured, and who is the patient. */
export const SUBSCRIBER_SITUATIONS: readonly Situation[] = [
  {
    code: 'sbr.demographics',
    loop: '2000B',
    says: 'The patient is the subscriber: DMG is needed.',
    ask: node => {
      const person = node.loop('2010BA');
      return textOf(node.first('SBR'), 2) === '18' && person && !person.first('DMG')
        ? lacks(node.first('SBR'), 2, 'DMG')
        : FINE;
    },
  },
  {
    code: 'sbr.address',
    loop: '2000B',
    says: 'The patient is the subscriber: N3 and N4 are needed.',
    ask: node => {
      const person = node.loop('2010BA');
      return textOf(node.first('SBR'), 2) === '18' && person && !person.first('N3')
        ? lacks(node.first('SBR'), 2, 'N3')
        : FINE;
    },
  },
  {
    code: 'sbr.relation',
    loop: '2000B',
    says: 'A claim of the subscriber needs SBR02 18.',
    ask: node => {
      const relation = textOf(node.first('SBR'), 2);
      if (!node.loop('2300') || relation === '18') return FINE;
      return (relation === '' ? needs : mistakes)(node.first('SBR'), 2, '18');
    },
  },
  {
    code: 'sbr.patient-twice',
    loop: '2000B',
    says: 'The subscriber is the patient (SBR02 18), and yet a dependent patient follows.',
    ask: node =>
      node.loop('2000C') && textOf(node.first('SBR'), 2) === '18'
        ? mistakes(node.first('SBR'), 2, 'nothing')
        : FINE,
  },
  {
    code: 'sbr.medicare-secondary',
    loop: '2000B',
    says: 'Medicare is not the first payer: SBR05 says why.',
    ask: node => {
      const payer = node.first('SBR');
      return MEDICARE.test(textOf(payer, 9)) && textOf(payer, 1) !== 'P' && textOf(payer, 5) === ''
        ? needs(payer, 5, 'the reason that Medicare is secondary')
        : FINE;
    },
  },
  {
    code: 'sbr.not-secondary',
    loop: '2000B',
    severity: 'warning',
    says: 'SBR05 is only for Medicare that is not the first payer.',
    ask: node => {
      const payer = node.first('SBR');
      const secondary = MEDICARE.test(textOf(payer, 9)) && textOf(payer, 1) !== 'P';
      return textOf(payer, 5) !== '' && !secondary ? mistakes(payer, 5, 'nothing') : FINE;
    },
  },
  {
    code: 'pat.relation-self',
    loop: '2000C',
    says: 'A patient who is the subscriber has no loop of a dependant: PAT01 is not 18.',
    ask: node => (textOf(node.first('PAT'), 1) === '18' ? mistakes(node.first('PAT'), 1, 'not 18') : FINE),
  },
];
