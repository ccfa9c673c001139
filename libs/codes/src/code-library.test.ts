import { localDate } from '@spark-den/kernel';
import fc from 'fast-check';
import { codes, CODE_SETS } from './index.ts';
import { readTable } from './load.ts';
import { fiscalYear, validityOn } from './validity.ts';

const on = localDate;

describe('diagnoses by date of service', () => {
  it.each([
    // Rows of the CMS order files.
    ['E11.9', '2026-03-01', 'valid'],
    ['E119', '2015-10-01', 'valid'],
    ['E11', '2026-03-01', 'header'],
    ['I10', '2020-02-29', 'valid'],
    ['E1199', '2026-03-01', 'unknown'],
    ['I10', '2015-09-30', 'not-valid-on-date'],
    // a code that got longer ones below it in FY2018, and one whose whole category began in FY2023
    ['A04.7', '2017-09-30', 'valid'],
    ['A04.7', '2017-10-01', 'header'],
    ['A04.71', '2017-10-01', 'valid'],
    ['Z91.A', '2021-10-01', 'not-valid-on-date'],
    ['Z91.A', '2022-10-01', 'header'],
    ['E11', '2015-09-30', 'not-valid-on-date'],
    // a wrong, a missing and a superfluous seventh character; one without its placeholder
    ['S72.001A', '2026-03-01', 'valid'],
    ['S72.001', '2026-03-01', 'header'],
    ['S72.001T', '2026-03-01', 'unknown'],
    ['T81.4XXA', '2026-03-01', 'not-valid-on-date'],
    ['T81.40XA', '2026-03-01', 'valid'],
    ['T81.40A', '2026-03-01', 'unknown'],
  ])('RCM-02 %s on %s is %s', (code, date, status) => {
    expect(codes.lookup('icd10cm', code, on(date)).status).toBe(status);
  });

  it('RCM-02 past the newest table the newest answers and says so', () => {
    expect(codes.lookup('icd10cm', 'I10', on('2026-10-01'))).toMatchObject({
      status: 'valid',
      warnings: ['beyond-table'],
      label: 'Essential (primary) hypertension',
    });
    expect(codes.lookup('icd10cm', 'I10', on('2026-09-30')).warnings).toEqual([]);
  });

  it('RCM-02 a code counts from October; the months before may be its April start', () => {
    const since2023 = { billable: [[23, 26]], header: [] } as const;
    expect(validityOn(since2023, on('2022-10-01'))).toEqual({ status: 'valid', warnings: [] });
    expect(validityOn(since2023, on('2022-09-30'))).toEqual({ status: 'valid', warnings: ['first-year'] });
    expect(validityOn(since2023, on('2021-09-30')).status).toBe('not-valid-on-date');
    expect(validityOn({ billable: [[16, 20]], header: [] }, on('2026-12-01'))).toEqual({
      status: 'not-valid-on-date',
      warnings: ['beyond-table'],
    });
  });

  it('a fiscal year begins on 1 October', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-10-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        date => {
          const day = localDate(date.toISOString().slice(0, 10));
          const year = 2000 + fiscalYear(day);
          expect(day >= `${year - 1}-10-01` && day <= `${year}-09-30`).toBe(true);
        },
      ),
    );
  });
});

describe('procedures, modifiers and the short sets', () => {
  it('RCM-02 knows HCPCS Level II and marks CPT-shaped codes as unverified', () => {
    expect(codes.lookup('procedure', 'g0439', on('2025-11-03'))).toMatchObject({
      status: 'valid',
      warnings: [],
    });
    for (const day of ['2025-10-01', '2025-12-31'])
      expect(codes.lookup('procedure', 'G0439', on(day)).warnings).toEqual([]);
    for (const day of ['2025-09-30', '2026-01-01', '2026-11-03'])
      expect(codes.lookup('procedure', 'G0439', on(day)).warnings).toEqual(['beyond-table']);
    expect(codes.lookup('procedure', '99213').status).toBe('unverified');
    expect(codes.lookup('procedure', 'G9999X').status).toBe('unknown');
    expect(codes.lookup('procedure', 'Z9999').status).toBe('unknown');
  });

  it('knows hospital inpatient procedures, by code and by words', () => {
    expect(codes.lookup('icd10pcs', '0016070', localDate('2026-03-02'))).toMatchObject({
      status: 'valid',
      warnings: [],
    });
    expect(codes.lookup('icd10pcs', '001607Z').status).toBe('unknown');
    expect(codes.search('icd10pcs', 'bypass ventricle atrium autologous', { limit: 1 })[0]?.code).toMatch(
      /^001607/,
    );
  });

  it('RCM-03 knows HCPCS modifiers and leaves CPT modifiers unverified', () => {
    expect(codes.lookup('modifier', 'LT').status).toBe('valid');
    expect(codes.lookup('modifier', '25').status).toBe('unverified');
    expect(codes.lookup('modifier', '??').status).toBe('unknown');
  });

  it('RCM-03 reads the two letters of an ambulance trip, which HCPCS does not list', () => {
    expect(codes.lookup('modifier', 'rh', on('2025-11-03'))).toMatchObject({
      status: 'valid',
      label: 'Ambulance from residence to hospital',
      warnings: [],
    });
    expect(codes.lookup('modifier', 'SX').status).toBe('valid');
    expect(codes.lookup('modifier', 'XS').label).not.toContain('Ambulance');
    expect(codes.lookup('modifier', 'XR').status).toBe('unknown');
    // one of the list keeps its meaning
    expect(codes.lookup('modifier', 'GN').label).not.toContain('Ambulance');
  });

  it('has the values of every set, with our own labels for the common ones', () => {
    expect(codes.lookup('place-of-service', '11').label).toBe('Office');
    expect(codes.lookup('taxonomy', '207Q00000X').label).toBe('Family Medicine Physician');
    expect(codes.lookup('carc', '45').label).toBe('Above the contracted or maximum allowed amount');
    expect(codes.lookup('carc', '399').status).toBe('unverified');
    expect(codes.lookup('carc', '42', on('2021-02-01')).status).toBe('not-valid-on-date');
    expect(codes.lookup('carc', '42', on('2004-02-01')).status).toBe('unverified');
    expect(codes.lookup('rarc', 'N130').status).toBe('valid');
    expect(codes.lookup('claim-status-category', 'A7').label).toContain('Rejected');
    expect(codes.lookup('service-type', '30').label).toBe('Plan coverage in general');
  });

  it('labels at least 120 adjustment reasons, 150 remarks and every claim status category', () => {
    const labelled = (set: 'carc' | 'rarc' | 'claim-status-category', candidates: readonly string[]) =>
      candidates.filter(code => codes.lookup(set, code).label !== undefined).length;
    const numbers = Array.from({ length: 900 }, (_, index) => String(index + 1));
    expect(labelled('carc', numbers)).toBeGreaterThanOrEqual(120);
    const remarks = numbers.flatMap(number => [`M${number}`, `MA${number}`, `N${number}`]);
    expect(labelled('rarc', remarks)).toBeGreaterThanOrEqual(150);
    // every category that the set knows
    const categories = readTable('claim-status-category').map(([code = '']) => code);
    expect(categories).toHaveLength(48);
    expect(labelled('claim-status-category', categories)).toBe(categories.length);
  });

  it('RCM-02 a code of a set without dates may have been in force before its table, and is unknown after it', () => {
    // an immune globulin code that was withdrawn long ago
    expect(codes.lookup('procedure', 'J1550', on('2004-02-01'))).toMatchObject({
      status: 'unverified',
      warnings: ['beyond-table'],
    });
    expect(codes.lookup('procedure', 'J1550', on('2025-11-01')).status).toBe('unknown');
    expect(codes.lookup('procedure', 'J1550', on('2026-11-01')).status).toBe('unknown');
  });

  it('answers for the levels of the X12 validator', () => {
    expect(codes.check('icd10cm', 'E11', on('2026-01-05'))).toBe('not-billable');
    expect(codes.check('icd10cm', 'I10', on('2014-01-05'))).toBe('not-in-force');
    expect(codes.check('hcpcs', '99213', undefined)).toBeUndefined();
    expect(codes.check('place-of-service', '98', undefined)).toBe('unknown');
    expect(codes.check('carc', '399', undefined)).toBe('unlisted');
    expect(codes.check('icd10cm', 'A0471', on('2017-05-01'))).toBe('early');
    expect(codes.isBeyondTable('icd10cm', 'I10', on('2026-10-01'))).toBe(true);
    expect(codes.isBeyondTable('icd10cm', 'I10', on('2026-09-30'))).toBe(false);
    expect(codes.isBeyondTable('hcpcs', '99213', on('2027-10-01'))).toBe(false);
  });

  it('reads relative values and geographic indices', () => {
    // G0439, CY2025: work 1.92
    expect(codes.relativeValue('G0439')).toMatchObject({ work: 192, statusCode: 'A', globalDays: 'XXX' });
    // a digital breast picture, whole and its professional part
    const [whole, part] = [undefined, '26'].map(modifier =>
      codes.relativeValue('G0279', undefined, modifier),
    );
    expect(part).toMatchObject({ code: 'G0279', modifier: '26', work: whole?.work });
    expect(part?.practiceExpenseOffice).toBeLessThan(whole?.practiceExpenseOffice ?? 0);
    expect(codes.geographicIndices()).toHaveLength(109);
    expect(codes.geographicIndices()[1]).toMatchObject({ state: 'AK', work: 1_500, practiceExpense: 1_081 });
    const chicago = codes
      .geographicIndices()
      .find(({ state, locality }) => state === 'IL' && locality === '16');
    expect(chicago).toMatchObject({ carrier: '06102', name: 'CHICAGO', counties: 'COOK' });
    for (const { anesthesiaFactor, counties } of codes.geographicIndices()) {
      expect(anesthesiaFactor).toBeGreaterThan(1_700);
      expect(counties).not.toBe('');
    }
  });

  it('never throws, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CODE_SETS), fc.string(), (set, code) => {
        expect(codes.lookup(set, code).set).toBe(set);
        expect(codes.search(set, code, { limit: 3 }).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
  });
});
