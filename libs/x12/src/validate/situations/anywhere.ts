import { FINE, mistakes, needs, textOf, type Situation } from './situation.ts';

const REASONS_AT = [2, 5, 8, 11, 14, 17];

/** Rules of names, addresses, dates and adjustments, asked of every loop of every guide. */
export const SITUATIONS_ANYWHERE: readonly Omit<Situation, 'loop'>[] = [
  {
    code: 'dtp.period-reversed',
    says: 'A period ends before it begins.',
    ask: node =>
      node.all('DTP').flatMap(at => {
        const [from = '', until = ''] = textOf(at, 3).split('-');
        return textOf(at, 2) === 'RD8' && until !== '' && until < from
          ? mistakes(at, 3, 'from, then until')
          : FINE;
      }),
  },
  {
    code: 'dmg.born-later',
    says: 'A person is born before the file is made.',
    ask: (node, within) => {
      const made = textOf(within[0]?.first('BHT'), 4);
      const birth = node.first('DMG');
      return made !== '' && textOf(birth, 1) === 'D8' && textOf(birth, 2) > made
        ? mistakes(birth, 2, `not after ${made}`)
        : FINE;
    },
  },
  {
    code: 'ref.tax-id',
    severity: 'warning',
    says: 'A tax number (EI) and a social security number (SY) have nine digits.',
    ask: node =>
      node
        .all('REF')
        .flatMap(at =>
          /^(EI|SY)$/.test(textOf(at, 1)) && !/^\d{9}$/.test(textOf(at, 2).replaceAll('-', ''))
            ? mistakes(at, 2, 'nine digits')
            : FINE,
        ),
  },
  {
    code: 'nm1.organization-name',
    says: 'An organization (NM102 2) has no first or middle name.',
    ask: node =>
      node
        .all('NM1')
        .flatMap(at =>
          textOf(at, 2) === '2' && (textOf(at, 4) !== '' || textOf(at, 5) !== '')
            ? mistakes(at, 4, 'nothing')
            : FINE,
        ),
  },
  {
    code: 'cas.reason-twice',
    severity: 'warning',
    says: 'One group of adjustments tells each reason once, with the whole amount.',
    ask: node =>
      node.all('CAS').flatMap(at => {
        const reasons = REASONS_AT.map(index => textOf(at, index));
        const twice = reasons.findIndex((reason, index) => reason !== '' && reasons.indexOf(reason) < index);
        return twice < 0 ? FINE : mistakes(at, REASONS_AT[twice] ?? 2, 'each reason once');
      }),
  },
  {
    code: 'n4.state',
    says: 'An address in the United States needs its state and ZIP code.',
    ask: node =>
      node
        .all('N4')
        .flatMap(at =>
          /^(US)?$/.test(textOf(at, 4)) &&
          textOf(at, 1) !== '' &&
          (textOf(at, 2) === '' || textOf(at, 3) === '')
            ? needs(at, textOf(at, 2) === '' ? 2 : 3, 'state and ZIP code')
            : FINE,
        ),
  },
];

/** Where payers want a street and nine digits of ZIP code. */
export const PLACE_SITUATIONS: readonly Situation[] = [
  {
    code: 'n3.po-box',
    loop: '2010AA',
    says: 'The billing provider’s address is a street, not a box at the post office.',
    ask: node =>
      node
        .all('N3')
        .flatMap(at =>
          /^P\.? ?O\.? ?BOX\b/i.test(textOf(at, 1)) ? mistakes(at, 1, 'a street address') : FINE,
        ),
  },
  ...['2010AA', '2310C'].map((loop): Situation => ({
    code: 'n4.zip-plus-four',
    loop,
    guides: ['837P'],
    severity: 'warning',
    says: 'Here the ZIP code has nine digits.',
    ask: node =>
      node.all('N4').flatMap(at => (/^\d{5}$/.test(textOf(at, 3)) ? mistakes(at, 3, 'nine digits') : FINE)),
  })),
];
