import type { LoopNode, PlacedSegment } from '../../models/tree.ts';
import { component } from '../../segments/segment.ts';
import { FINE, around, below, lacks, mistakes, needs, textOf, type Situation } from './situation.ts';

const PROFESSIONAL = ['837P'];
const INSTITUTIONAL = ['837I'];
/** Places of service where the patient stays over night. */
const INPATIENT_PLACE = /^(21|51|61)$/;
const DIAGNOSIS = /^A?B[KF]$/;
/** Kinds of facility (first two characters of the type of bill) that admit. */
const ADMITTING_BILL = /^(11|18|21|41)$/;

/** 2300 of the 837. */
export const CLAIM_SITUATIONS: readonly Situation[] = [
  {
    code: 'clm.frequency',
    loop: '2300',
    says: 'Frequency 7 or 8 needs REF*F8, the payer’s claim number.',
    ask: node =>
      /^[78]$/.test(part(node, 5, 3)) && !node.first('REF', 'F8')
        ? lacks(head(node), 5, 'REF*F8').map(spot => ({ ...spot, component: 3 }))
        : FINE,
  },
  {
    code: 'hi.point',
    loop: '2300',
    says: 'A diagnosis is written without its decimal point.',
    ask: node =>
      node
        .all('HI')
        .flatMap(at =>
          at.segment.elements.flatMap((_, index) =>
            index > 0 && component(at.segment, index, 2).includes('.')
              ? mistakes(at, index, 'no point').map(spot => ({ ...spot, component: 2 }))
              : FINE,
          ),
        ),
  },
  {
    code: 'hi.twice',
    loop: '2300',
    guides: PROFESSIONAL,
    severity: 'warning',
    says: 'The claim has one diagnosis twice.',
    ask: node => {
      const seen = new Set<string>();
      return node.all('HI').flatMap(at =>
        at.segment.elements.flatMap((_, index) => {
          const code = DIAGNOSIS.test(component(at.segment, index, 1)) ? component(at.segment, index, 2) : '';
          if (index === 0 || code === '') return FINE;
          if (seen.has(code))
            return mistakes(at, index, 'each once').map(spot => ({ ...spot, component: 2 }));
          seen.add(code);
          return FINE;
        }),
      );
    },
  },
  {
    code: 'clm.negative',
    loop: '2300',
    says: 'The charge of a claim and what the patient paid are never below zero.',
    ask: node => [...below(head(node), 2), ...below(node.first('AMT', 'F5'), 2)],
  },
  {
    code: 'clm.accident-state',
    loop: '2300',
    guides: PROFESSIONAL,
    says: 'An auto accident needs its state in CLM11-4.',
    ask: node =>
      causes(node).includes('AA') && part(node, 11, 4) === '' && part(node, 11, 5) === ''
        ? needs(head(node), 11, 'a state').map(spot => ({ ...spot, component: 4 }))
        : FINE,
  },
  {
    code: 'clm.accident-date',
    loop: '2300',
    guides: PROFESSIONAL,
    says: 'An auto or other accident needs its date, DTP*439.',
    ask: node =>
      causes(node).some(cause => cause === 'AA' || cause === 'OA') && !node.first('DTP', '439')
        ? lacks(head(node), 11, 'DTP*439')
        : FINE,
  },
  {
    code: 'clm.admission-date',
    loop: '2300',
    guides: PROFESSIONAL,
    severity: 'warning',
    says: 'Services to an inpatient need the date of admission, DTP*435.',
    ask: node =>
      INPATIENT_PLACE.test(part(node, 5, 1)) && !node.first('DTP', '435')
        ? lacks(head(node), 5, 'DTP*435')
        : FINE,
  },
  {
    code: 'clm.prior-payer',
    loop: '2300',
    says: 'The payer is not the first: loop 2320 tells who is.',
    ask: (node, within) =>
      /^[ST]$/.test(destinationRank(within)) &&
      !node.loopsOf('2320').some(payer => textOf(payer.first('SBR'), 1) === 'P')
        ? lacks(head(node), 1, '2320 with SBR01 P')
        : FINE,
  },
  {
    code: 'clm.rank-twice',
    loop: '2300',
    says: 'Two payers of the claim have the same rank in SBR01.',
    ask: (node, within) => {
      const seen = new Set([destinationRank(within)]);
      return node.loopsOf('2320').flatMap(payer => {
        const rank = textOf(payer.first('SBR'), 1);
        if (/^[PST]$/.test(rank) && seen.has(rank))
          return mistakes(payer.first('SBR'), 1, 'a rank of its own');
        seen.add(rank);
        return FINE;
      });
    },
  },
  {
    code: 'cob.date-missing',
    loop: '2300',
    says: 'A payer that decided the claim tells when: DTP*573 in 2330B, or in 2430 of its lines.',
    ask: node =>
      node.loopsOf('2320').flatMap(payer => {
        const name = payer.loop('2330B');
        const id = textOf(name?.first('NM1'), 9);
        const byLine = node
          .loopsOf('2400')
          .some(line => line.loopsOf('2430').some(decision => textOf(decision.first('SVD'), 1) === id));
        return payer.first('AMT', 'D') && name && !byLine && !name.first('DTP', '573')
          ? lacks(name.first('NM1'), 9, 'DTP*573')
          : FINE;
      }),
  },
  {
    code: 'clm.epsdt-referral',
    loop: '2300',
    guides: PROFESSIONAL,
    says: 'An EPSDT service needs CRC*ZZ, whether and where the child was referred.',
    ask: node =>
      node.loopsOf('2400').some(line => textOf(line.first('SV1'), 11) === 'Y') && !node.first('CRC', 'ZZ')
        ? lacks(head(node), 12, 'CRC*ZZ')
        : FINE,
  },
  {
    code: 'clm.attending',
    loop: '2300',
    guides: INSTITUTIONAL,
    says: 'A claim of an institution names the attending provider, NM1*71.',
    ask: node => (node.loop('2310A') ? FINE : lacks(head(node), 5, 'NM1*71')),
  },
  {
    code: 'clm.admission',
    loop: '2300',
    guides: INSTITUTIONAL,
    says: 'An inpatient bill needs the date of admission, DTP*435.',
    ask: node =>
      ADMITTING_BILL.test(part(node, 5, 1)) && !node.first('DTP', '435')
        ? lacks(head(node), 5, 'DTP*435')
        : FINE,
  },
  {
    code: 'clm.admitting-diagnosis',
    loop: '2300',
    guides: INSTITUTIONAL,
    says: 'An inpatient bill needs the admitting diagnosis, HI*ABJ.',
    ask: node =>
      ADMITTING_BILL.test(part(node, 5, 1)) &&
      !node.all('HI').some(({ segment }) => /^A?BJ$/.test(component(segment, 1, 1)))
        ? lacks(head(node), 5, 'HI*ABJ')
        : FINE,
  },
  {
    code: 'rendering.same-as-billing',
    loop: '2310B',
    guides: PROFESSIONAL,
    severity: 'warning',
    says: 'The rendering provider is only named where another than the billing provider.',
    ask: (node, within) => {
      const billing = around(within, '2000A')?.loop('2010AA')?.first('NM1');
      const rendering = node.first('NM1');
      const id = textOf(rendering, 9);
      return id !== '' && id === textOf(billing, 9) ? mistakes(rendering, 9, 'another provider') : FINE;
    },
  },
];

function head(node: LoopNode): PlacedSegment | undefined {
  return node.head;
}

function part(node: LoopNode, element: number, index: number): string {
  const at = head(node);
  return at ? component(at.segment, element, index) : '';
}

function causes(node: LoopNode): readonly string[] {
  return [1, 2, 3].map(index => part(node, 11, index));
}

function destinationRank(within: readonly LoopNode[]): string {
  return textOf(around(within, '2000B')?.first('SBR'), 1);
}
