import { cents, localDate } from '@spark-den/kernel';
import fc from 'fast-check';
import { SCRUB_LAYERS } from '../types.ts';
import { sampleClaim, sampleCodes, sampleFacts, sampleLine, samplePayer } from '../testing/sample-claim.ts';
import { isClean, isReady, scrub, SCRUB_RULES } from './scrub.ts';

const ids = (claim = sampleClaim(), facts = sampleFacts()) =>
  scrub(claim, facts).map(finding => finding.ruleId);

describe('scrub', () => {
  it('RCM-08 finds nothing in a sound claim', () => {
    expect(scrub(sampleClaim(), sampleFacts())).toEqual([]);
  });

  it('RCM-08 every finding names rule, layer, source, fields and remedy', () => {
    const findings = scrub(
      sampleClaim({ diagnoses: [], lines: [sampleLine({ diagnosisPointers: [] })] }),
      sampleFacts(),
    );
    expect(findings.map(finding => finding.ruleId)).toEqual(['CR-101', 'CR-301']);
    for (const finding of findings) {
      expect(finding.source).not.toBe('');
      expect(finding.remedy).not.toBe('');
      expect(finding.fields.length).toBeGreaterThan(0);
    }
  });

  it('RCM-08 runs layer by layer and no rule id stands twice', () => {
    const layers = SCRUB_RULES.map(rule => SCRUB_LAYERS.indexOf(rule.layer));
    expect(layers).toEqual([...layers].sort((a, b) => a - b));
    expect(new Set(SCRUB_RULES.map(rule => rule.id)).size).toBe(SCRUB_RULES.length);
  });

  it.each([
    ['CR-102', { diagnoses: Array.from({ length: 13 }, () => 'I10') }],
    ['CR-103', { lines: [] }],
    ['CR-104', { subscriber: null }],
    ['CR-105', { patient: { ...sampleClaim().patient, address: null } }],
    ['CR-106', { patient: { ...sampleClaim().patient, birthDate: null } }],
    ['CR-108', { billingProvider: { npi: '1990000105', taxId: '36-4000001', postalCode: '60201' } }],
    ['CR-109', { renderingProvider: { id: 'p', npi: '1990000205', taxonomyCode: '207Q00000X' } }],
    ['CR-110', { lines: [sampleLine({ chargeCents: cents(0) })] }],
    ['CR-111', { dateOfService: localDate('2026-03-06') }],
    ['CR-206', { diagnoses: ['W19XXXA'] }],
    ['CR-302', { lines: [sampleLine({ diagnosisPointers: [2] })] }],
    ['CR-302', { lines: [sampleLine({ diagnosisPointers: [1, 1] })] }],
    ['CR-303', { lines: [sampleLine({ modifiers: ['25', '25'] })] }],
    ['CR-304', { lines: [sampleLine({ units: 0 })] }],
    ['CR-305', { lines: [sampleLine({ code: '36415', modifiers: ['25'] })] }],
    ['CR-306', { lines: [sampleLine({ code: 'G2211' })] }],
    ['CR-307', { lines: [sampleLine(), sampleLine({ code: 'G0439' })] }],
    ['CR-401', { lines: [sampleLine(), sampleLine({ lineId: 'line-2' })] }],
    ['CR-502', { frequency: '7' as const }],
    ['CR-506', { payerOrder: 'secondary' as const }],
  ])('RCM-08 %s stops a claim with that fault', (rule, change) => {
    const findings = scrub(sampleClaim(change), sampleFacts());
    expect(findings.map(finding => finding.ruleId)).toContain(rule);
    expect(isReady(findings)).toBe(false);
  });

  it('RCM-02 (narrow row: no Excludes1) codes must be in force and billable on the date of service', () => {
    const facts = sampleFacts({
      codes: sampleCodes({ E11: 'header', Z99: 'not-valid-on-date', QQQ: 'unknown' }),
    });
    const found = scrub(sampleClaim({ diagnoses: ['E11', 'Z99', 'QQQ'] }), facts);
    expect(found.map(finding => [finding.ruleId, finding.fields[0]])).toEqual([
      ['CR-201', 'diagnoses.0'],
      ['CR-201', 'diagnoses.1'],
      ['CR-201', 'diagnoses.2'],
    ]);
  });

  it('RCM-02 a diagnosis that may have begun before its first fiscal year is asked about, and may go', () => {
    const facts = sampleFacts({ codes: sampleCodes({}, ['first-year']) });
    const findings = scrub(sampleClaim({ diagnoses: ['I10'] }), facts);
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['CR-201', 'warning']]);
    expect(isReady(findings)).toBe(true);
  });

  it('RCM-02 a bare code passes when the practice has it in its fee schedule, else with a warning', () => {
    const codes = sampleCodes({ '99213': 'unverified', '99499': 'unverified', X0000: 'unknown' });
    const line = (code: string) => ({ lines: [sampleLine({ code })] });
    expect(ids(sampleClaim(line('99213')), sampleFacts({ codes }))).toEqual([]);
    const warned = scrub(sampleClaim(line('99499')), sampleFacts({ codes }));
    expect(warned.map(finding => [finding.ruleId, finding.severity])).toEqual([['CR-202', 'warning']]);
    expect(isReady(scrub(sampleClaim(line('X0000')), sampleFacts({ codes })))).toBe(false);
  });

  it('RCM-08 a claim past the newest tables is told of once, as a notice, and stays clean', () => {
    const findings = scrub(
      sampleClaim({ diagnoses: ['I10', 'E119'] }),
      sampleFacts({ codes: sampleCodes({}, ['beyond-table']) }),
    );
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['CR-205', 'notice']]);
    expect(isReady(findings)).toBe(true);
    expect(isClean(findings)).toBe(true);
  });

  it('RCM-03 (narrow row: modifiers stay as they were entered) modifier 25 separates two visits; 76 explains a repeated service', () => {
    expect(
      ids(sampleClaim({ lines: [sampleLine({ modifiers: ['25'] }), sampleLine({ code: 'G0439' })] })),
    ).toEqual([]);
    const repeated = [sampleLine({ code: '93000' }), sampleLine({ code: '93000', modifiers: ['76'] })];
    expect(ids(sampleClaim({ lines: repeated }))).toEqual([]);
  });

  it('RCM-08 guards against the same service on another claim, but not on its own replacement', () => {
    const billed = [
      {
        claimId: 'claim-0',
        payerId: 'payer-1',
        renderingProviderId: 'provider-1',
        code: '99213',
        modifiers: [],
        dateOfService: localDate('2026-03-02'),
      },
    ];
    expect(ids(sampleClaim(), sampleFacts({ billed }))).toContain('CR-402');
    expect(ids(sampleClaim({ frequency: '7', payerClaimNumber: 'ICN1' }), sampleFacts({ billed }))).toEqual(
      [],
    );
    expect(ids(sampleClaim({ claimId: 'claim-0' }), sampleFacts({ billed }))).toEqual([]);
  });

  it('RCM-11 a payer that takes only originals refuses frequency 7, by its profile', () => {
    const payer = samplePayer({ name: 'Federal Part B', acceptedFrequencies: ['1'] });
    const findings = scrub(sampleClaim({ frequency: '7', payerClaimNumber: 'ICN1' }), sampleFacts({ payer }));
    expect(findings).toEqual([
      expect.objectContaining({
        ruleId: 'CR-501',
        source: 'Payer profile of Federal Part B',
        severity: 'error',
      }),
    ]);
  });

  it('RCM-08 warns near the filing limit and after it, with the source of the limit', () => {
    const at = (today: string) => scrub(sampleClaim(), sampleFacts({}, localDate(today)));
    expect(at('2026-08-01')).toEqual([]);
    expect(at('2026-08-20')).toEqual([
      expect.objectContaining({ ruleId: 'CR-602', source: 'agreement 6.2' }),
    ]);
    expect(at('2026-08-30')).toEqual([
      expect.objectContaining({ ruleId: 'CR-601', source: 'agreement 6.2' }),
    ]);
  });

  it('never throws and is the same each time, whatever the claim', () => {
    const line = fc.record({
      lineId: fc.string(),
      code: fc.constantFrom('99213', 'G2211', '36415', '', 'XXXXX'),
      modifiers: fc.array(fc.constantFrom('25', '59', '76', 'LT', '??'), { maxLength: 6 }),
      units: fc.integer({ min: -1, max: 10_000 }),
      chargeCents: fc.integer({ min: -5, max: 99_999 }).map(cents),
      diagnosisPointers: fc.array(fc.integer({ min: -1, max: 13 }), { maxLength: 6 }),
      dateOfService: fc.constant(localDate('2026-03-02')),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.array(fc.string(), { maxLength: 14 }),
        (lines, diagnoses) => {
          const claim = sampleClaim({ lines, diagnoses });
          const first = scrub(claim, sampleFacts());
          expect(scrub(claim, sampleFacts())).toEqual(first);
          expect(isClean(first)).toBe(first.length === 0);
        },
      ),
    );
  });
});
