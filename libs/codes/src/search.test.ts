import { localDate } from '@spark-den/kernel';
import fc from 'fast-check';
import { codes } from './index.ts';
import { readCommonDiagnoses, readTable } from './load.ts';

const on = localDate;

describe('search by a code, its words and how people call it', () => {
  const found = (query: string, limit = 5) => codes.search('icd10cm', query, { limit }).map(hit => hit.code);

  it('RCM-02 puts the exact code first, with or without its dot', () => {
    expect(found('E11.9')[0]).toBe('E119');
    expect(found('e119')[0]).toBe('E119');
  });

  it('finds all words before beginnings, billable codes before headers', () => {
    expect(found('hypertension essential')[0]).toBe('I10');
    expect(found('hypertension')[0]).toBe('I10');
    expect(found('pain')[0]).toBe('R52');
    const hits = codes.search('icd10cm', 'type 2 diabetes', { limit: 50 });
    const firstHeader = hits.findIndex(hit => !hit.billable);
    const lastBillable = hits.map(hit => hit.billable).lastIndexOf(true);
    expect(firstHeader === -1 || firstHeader > lastBillable).toBe(true);
    expect(found('hyperten', 50)).toContain('I10');
  });

  it('puts codes that may be billed no more behind those that may', () => {
    expect(codes.search('icd10cm', 'low back pain', { limit: 1 })[0]).toMatchObject({
      code: 'M5450',
      billable: true,
    });
    expect(codes.search('icd10cm', 'cough', { limit: 30 })).toContainEqual(
      expect.objectContaining({ code: 'R05', billable: false }),
    );
    const then = { on: on('2019-03-01'), limit: 1 };
    expect(codes.search('icd10cm', 'low back pain', then)[0]).toMatchObject({ code: 'M545', billable: true });
  });

  it('leaves out what was not valid on the date', () => {
    const old = codes.search('icd10cm', 'essential primary hypertension', { on: on('2015-01-01') });
    expect(old.map(hit => hit.code)).not.toContain('I10');
  });

  it.each([
    ['htn', 'I10'],
    ['hypertention', 'I10'],
    ['diabetes', 'E119'],
    ['diabetis', 'E119'],
    ['type ii diabetes', 'E119'],
    ['type 2 diabetes with neuropathy', 'E1140'],
    ['dm2 neuropathy', 'E1140'],
    ['E11 neuropathy', 'E1142'],
    ['diabetic foot ulcer', 'E11621'],
    ['fx femur', 'S7292XA'],
    ['femur fracture left', 'S7292XA'],
    ['fracture of the left femur', 'S7292XA'],
    ['broken hip right', 'S72001A'],
    ['ankle sprain right initial', 'S93401A'],
    ['copd exacerbation', 'J441'],
    ['annual physical', 'Z0000'],
    ['well child', 'Z00129'],
    ['sports physical', 'Z025'],
    ['uti', 'N390'],
    ['uri', 'J069'],
    ['sore throat', 'J029'],
    ['strep throat', 'J020'],
    ['ear infection', 'H6690'],
    ['pink eye', 'H109'],
    ['flu', 'J111'],
    ['covid', 'U071'],
    ['chest pain', 'R079'],
    ['sob', 'R0602'],
    ['low back pain', 'M5450'],
    ['lbp', 'M5450'],
    ['back pain', 'M549'],
    ['neck pain', 'M542'],
    ['left knee pain', 'M25562'],
    ['headaches', 'R519'],
    ['migraine', 'G43909'],
    ['fever', 'R509'],
    ['cough', 'R059'],
    ['afib', 'I4891'],
    ['chf', 'I509'],
    ['dvt', 'I82409'],
    ['stroke', 'I639'],
    ['tia', 'G459'],
    ['mi', 'I219'],
    ['ckd 3', 'N1830'],
    ['ckd stage 3b', 'N1832'],
    ['hypothyroidism', 'E039'],
    ['hyperlipidemia', 'E785'],
    ['high cholesterol', 'E7800'],
    ['gerd', 'K219'],
    ['acid reflux', 'K219'],
    ['asthma', 'J45909'],
    ['depression', 'F32A'],
    ['anxiety', 'F419'],
    ['gad', 'F411'],
    ['adhd', 'F909'],
    ['smoker', 'F17210'],
    ['morbid obesity', 'E6601'],
    ['sleep apnea', 'G4733'],
    ['bph', 'N400'],
    ['kidney stones', 'N200'],
    ['lung cancer', 'C3490'],
    ['breast cancer', 'C50919'],
    ['mammogram', 'Z1231'],
    ['screening colonoscopy', 'Z1211'],
    ['pap smear', 'Z124'],
    ['vaccination', 'Z23'],
    ['long term insulin use', 'Z794'],
    ['abdominal pain rlq', 'R1031'],
    ["crohn's disease", 'K5090'],
    ['alzheimers', 'G309'],
    ['Ménière', 'H8102'],
    ['pnuemonia', 'J189'],
  ])('RCM-02 %s finds %s first', (query, code) => {
    expect(codes.search('icd10cm', query, { on: on('2026-03-02'), limit: 1 })[0]).toMatchObject({
      code,
      billable: true,
    });
  });

  it('shows initial encounters of an injury before later ones', () => {
    const [header, ...others] = found('S72001', 17);
    expect(header).toBe('S72001');
    expect(others.slice(0, 3).map(code => code.charAt(6))).toEqual(['A', 'B', 'C']);
    expect(others.at(-1)).toBe('S72001S');
  });

  it('finds every code by itself, in any writing, before all others', () => {
    const all = readTable('icd10cm').map(([code = '']) => code);
    fc.assert(
      fc.property(fc.nat({ max: all.length - 1 }), fc.boolean(), fc.boolean(), (at, isLower, isDotted) => {
        const code = all[at] as string;
        const dotted = isDotted && code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
        const hits = codes.search('icd10cm', isLower ? dotted.toLowerCase() : dotted, { limit: 3 });
        expect(hits[0]?.code).toBe(code);
        expect(new Set(hits.map(hit => hit.code)).size).toBe(hits.length);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every code by its title', () => {
    const rows = readTable('icd10cm');
    fc.assert(
      fc.property(fc.nat({ max: rows.length - 1 }), at => {
        const [code, , title = ''] = rows[at] as string[];
        const hits = codes.search('icd10cm', title, { limit: 500 }).map(hit => hit.code);
        expect(hits).toContain(code);
        expect(new Set(hits).size).toBe(hits.length);
      }),
      { numRuns: 200 },
    );
  });

  it('knows how people call each of the common codes, all of them billable', () => {
    const common = [...readCommonDiagnoses()];
    expect(common.length).toBeGreaterThan(400);
    for (const [code, { words }] of common) {
      expect({ code, status: codes.lookup('icd10cm', code).status }).toEqual({ code, status: 'valid' });
      expect(codes.search('icd10cm', words, { limit: 40 }).map(hit => hit.code)).toContain(code);
    }
  });

  it('says nothing of words that no title knows', () => {
    expect(found('xqzzzyyy')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(found('  . ')).toEqual([]);
  });
});
