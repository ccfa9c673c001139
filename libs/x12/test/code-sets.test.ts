import type { LocalDate } from '@spark-den/kernel';
import { buildInstitutionalClaims, validate, type CodeSet } from '../src/index.ts';
import { STAY } from './fixture-institution.ts';
import { fileOf } from './writing.ts';

describe('the level codes of an institutional claim', () => {
  const file = fileOf('HC', '005010X223A2', [buildInstitutionalClaims(STAY, '0001')]);

  it('asks the hospital set for procedures and the diagnosis set for diagnoses, as of the stay', () => {
    const asked: { set: CodeSet; code: string; on: LocalDate | undefined }[] = [];
    const report = validate(file, {
      level: 'codes',
      codes: {
        check(set, code, on) {
          asked.push({ set, code, on });
          return set === 'icd10pcs' ? 'unknown' : 'valid';
        },
      },
    });
    const procedures = asked.filter(({ set }) => set === 'icd10pcs');
    expect(procedures.length).toBeGreaterThan(1);
    expect(procedures.every(({ code, on }) => /^[0-9A-HJ-NP-Z]{7}$/.test(code) && on !== undefined)).toBe(
      true,
    );
    expect(asked.some(({ set }) => set === 'icd10cm')).toBe(true);
    const found = report.transactions
      .flatMap(({ errors }) => errors)
      .filter(({ code }) => code === 'codes.icd10pcs');
    expect(found).toHaveLength(procedures.length);
    expect(found[0]).toMatchObject({ segment: 'HI', element: 1, component: 2 });
  });
});
