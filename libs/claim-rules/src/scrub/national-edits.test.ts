import { localDate } from '@spark-den/kernel';
import { sampleClaim, sampleCodes, sampleFacts, sampleLine } from '../testing/sample-claim.ts';
import type { ClaimLine, CodeFacts } from '../types.ts';
import { scrub } from './scrub.ts';

function nationalFindings(tables: Partial<CodeFacts>, ...lines: Partial<ClaimLine>[]) {
  const claim = sampleClaim({
    lines: lines.map((line, index) => sampleLine({ lineId: `line-${index}`, ...line })),
  });
  return scrub(claim, sampleFacts({ codes: { ...sampleCodes(), ...tables } })).filter(({ ruleId }) =>
    ['CR-309', 'CR-310'].includes(ruleId),
  );
}

describe('national edits', () => {
  const pair = (modifier: 'never' | 'allowed'): Partial<CodeFacts> => ({
    codePair: (first, second) =>
      first === '93000' && second === '93005' ? { modifier, source: 'v32.0' } : undefined,
  });

  it('RCM-08 the code of column 2 is found out, whichever line comes first', () => {
    const findings = nationalFindings(pair('never'), { code: '93005' }, { code: '93000' });
    expect(findings).toEqual([
      expect.objectContaining({
        ruleId: 'CR-309',
        severity: 'error',
        fields: ['lines.0.code'],
        source: 'v32.0',
      }),
    ]);
  });

  it('RCM-08 a separating modifier lets a pair pass only where the table allows it', () => {
    const lines = [{ code: '93000' }, { code: '93005', modifiers: ['59'] }];
    expect(nationalFindings(pair('allowed'), ...lines)).toEqual([]);
    expect(nationalFindings(pair('never'), ...lines)).toHaveLength(1);
    expect(
      nationalFindings(pair('allowed'), { code: '93000' }, { code: '93005', modifiers: ['TC'] }),
    ).toHaveLength(1);
  });

  it('RCM-08 a pair on two days is no pair', () => {
    const later = { code: '93005', dateOfService: localDate('2026-03-03') };
    expect(nationalFindings(pair('never'), { code: '93000' }, later)).toEqual([]);
  });

  const units = (indicator: 1 | 2 | 3): Partial<CodeFacts> => ({
    unlikelyUnits: code => (code === 'J1885' ? { units: 4, indicator, source: 'MUE' } : undefined),
  });

  it('RCM-08 unlikely units are judged by the line or by the day, as the indicator says', () => {
    const lines = [
      { code: 'J1885', units: 3 },
      { code: 'J1885', units: 3, modifiers: ['76'] },
    ];
    expect(nationalFindings(units(1), ...lines)).toEqual([]);
    expect(nationalFindings(units(2), ...lines)).toEqual([
      expect.objectContaining({
        ruleId: 'CR-310',
        fields: ['lines.0.units'],
        message: expect.stringContaining('6 units') as string,
      }),
    ]);
    expect(nationalFindings(units(1), { code: 'J1885', units: 5 })).toHaveLength(1);
    expect(nationalFindings(units(3), { code: 'J1885', units: 4 })).toEqual([]);
  });
});
