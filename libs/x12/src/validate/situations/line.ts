import type { LoopNode } from '../../models/tree.ts';
import { component, components } from '../../segments/segment.ts';
import { FINE, below, again, around, lacks, mistakes, needs, textOf, type Situation } from './situation.ts';

const PROFESSIONAL = ['837P'];
/** Codes of CPT and HCPCS for what has no code of its own. */
const UNLISTED = /^(\d{3}99|[A-V]\d{2}99|J3490|J3590|J8999|J9999)$/;
const LABORATORY = /^8\d{4}$/;
const ANESTHESIA = /^0[01]\d{3}$/;

/** 2400 of the 837P and the loops in it. */
export const LINE_SITUATIONS: readonly Situation[] = [
  {
    code: 'sv1.description',
    loop: '2400',
    guides: PROFESSIONAL,
    severity: 'warning',
    says: 'A code for unlisted services needs a description in SV101-7.',
    ask: node => {
      const service = node.first('SV1');
      return service && UNLISTED.test(procedure(node)) && component(service.segment, 1, 7) === ''
        ? needs(service, 1, 'a description').map(spot => ({ ...spot, component: 7 }))
        : FINE;
    },
  },
  {
    code: 'sv1.minutes',
    loop: '2400',
    guides: PROFESSIONAL,
    says: 'Minutes (MJ) are for anesthesia only.',
    ask: node =>
      textOf(node.first('SV1'), 3) === 'MJ' && !ANESTHESIA.test(procedure(node))
        ? mistakes(node.first('SV1'), 3, 'UN')
        : FINE,
  },
  {
    code: 'ref.clia',
    loop: '2400',
    guides: PROFESSIONAL,
    severity: 'warning',
    says: 'A laboratory test needs the CLIA number, REF*X4, at the claim or the line.',
    ask: (node, within) =>
      LABORATORY.test(procedure(node)) &&
      !node.first('REF', 'X4') &&
      !around(within, '2300')?.first('REF', 'X4')
        ? lacks(node.first('SV1'), 1, 'REF*X4')
        : FINE,
  },
  {
    code: 'sv1.pointer-twice',
    loop: '2400',
    guides: PROFESSIONAL,
    severity: 'warning',
    says: 'The line points at one diagnosis twice.',
    ask: node => {
      const service = node.first('SV1');
      return service ? again(service, 7, components(service.segment, 7)) : FINE;
    },
  },
  {
    code: 'sv1.modifier-twice',
    loop: '2400',
    guides: PROFESSIONAL,
    severity: 'warning',
    says: 'The line has one modifier twice.',
    ask: node => {
      const service = node.first('SV1');
      return service ? again(service, 1, ['', '', ...components(service.segment, 1).slice(2, 6)]) : FINE;
    },
  },
  {
    code: 'line.negative',
    loop: '2400',
    says: 'Charges and units of a line are never below zero.',
    ask: node => [...below(node.first('SV1'), 2, 4), ...below(node.first('SV2'), 3, 5, 7)],
  },
  {
    code: 'svd.negative-units',
    loop: '2430',
    says: 'Units that a prior payer counted are never below zero.',
    ask: node => below(node.first('SVD'), 5),
  },
  {
    code: 'ctp.negative',
    loop: '2410',
    says: 'The quantity of a drug is above zero.',
    ask: node => below(node.first('CTP'), 4),
  },
  {
    code: 'lin.ndc',
    loop: '2410',
    says: 'A drug code (N4) has eleven digits.',
    ask: node => {
      const drug = node.first('LIN');
      return textOf(drug, 2) === 'N4' && !/^\d{11}$/.test(textOf(drug, 3))
        ? mistakes(drug, 3, 'eleven digits')
        : FINE;
    },
  },
  {
    code: 'dtp.after-sending',
    loop: '2400',
    says: 'The service is dated after the file was made.',
    ask: (node, within) => {
      const made = textOf(within[0]?.first('BHT'), 4);
      const service = node.first('DTP', '472');
      return made !== '' && textOf(service, 3).slice(0, 8) > made
        ? mistakes(service, 3, `not after ${made}`)
        : FINE;
    },
  },
  {
    code: 'dtp.before-birth',
    loop: '2400',
    says: 'The service is dated before the patient was born.',
    ask: (node, within) => {
      const patient =
        around(within, '2000C')?.loop('2010CA') ?? around(within, '2000B')?.loop('2010BA') ?? undefined;
      const born = textOf(patient?.first('DMG'), 2);
      const service = node.first('DTP', '472');
      return service && born.length === 8 && textOf(service, 3).slice(0, 8) < born
        ? mistakes(service, 3, `not before ${born}`)
        : FINE;
    },
  },
];

function procedure(node: LoopNode): string {
  const service = node.first('SV1');
  return service ? component(service.segment, 1, 2) : '';
}
