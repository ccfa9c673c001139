import type { LocalDate } from '@spark-den/kernel';
import {
  buildInstitutionalClaims,
  buildProfessionalClaims,
  validate,
  type CodeLookup,
  type CodeSet,
} from '../src/index.ts';
import { CLAIMS } from './fixture-claims.ts';
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

  it('judges a stay by its last day and a service by its own', () => {
    const claim = file
      .replace('RD8*20261114-20261116', 'RD8*20260928-20261003')
      .replace('DTP*472*D8*20261115', 'DTP*472*D8*20260929')
      .replace('HI*ABJ:R1031', 'HI*APR:R1031*ABN:W19XXXA');
    const asked = new Map<string, LocalDate | undefined>();
    validate(claim, {
      level: 'codes',
      codes: {
        check(_, code, on) {
          asked.set(code, on);
          return 'valid';
        },
      },
    });
    expect(asked.get('K3580')).toBe('2026-10-03');
    expect(asked.get('0DTJ4ZZ')).toBe('2026-10-03');
    expect(asked.get('W19XXXA')).toBe('2026-10-03');
    expect(asked.get('44970')).toBe('2026-09-29');
  });
});

describe('what a code set cannot be sure of', () => {
  const file = fileOf('HC', '005010X222A1', [buildProfessionalClaims(CLAIMS, '0001')]);
  const judge = (codes: CodeLookup) => {
    const { ok, transactions } = validate(file, { level: 'codes', codes });
    return { ok, warnings: transactions.flatMap(({ warnings }) => warnings) };
  };

  it('a day outside the newest table is told once a file, as a warning', () => {
    const { ok, warnings } = judge({ check: () => 'valid', isBeyondTable: () => true });
    expect(ok).toBe(true);
    expect(warnings.map(({ code, segment }) => [code, segment])).toEqual([['codes.beyond-table', 'CLM']]);
    expect(judge({ check: () => 'valid', isBeyondTable: () => false }).warnings).toEqual([]);
    expect(judge({ check: () => 'valid' }).warnings).toEqual([]);
  });

  it('a code that may be newer or may have begun early is a warning, once for each code', () => {
    for (const doubt of ['unlisted', 'early'] as const) {
      const { ok, warnings } = judge({ check: set => (set === 'icd10cm' ? doubt : 'valid') });
      expect(ok).toBe(true);
      const values = warnings.map(({ value }) => value);
      expect(values).toContain('I10');
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('the diagnoses of a claim are judged by its first service, not by an admission', () => {
    const admitted = file.replace('HI*ABK:', 'DTP*435*D8*20250101~HI*ABK:');
    const days: (LocalDate | undefined)[] = [];
    validate(admitted, {
      level: 'codes',
      codes: { check: (set, _, on) => (set === 'icd10cm' ? days.push(on) : 0, 'valid') },
    });
    expect(days.length).toBeGreaterThan(1);
    expect(days).not.toContain('2025-01-01');
    expect(days).not.toContain(undefined);
  });
});
