import { patientsContract } from '@spark-den/contracts/patients/operations';
import { CASCADE, someone, startPatients, type PatientsTest, type WireAnswer } from '../test-support.ts';

let t: PatientsTest;
beforeAll(async () => {
  t = await startPatients();
});
afterAll(() => t.test.stop());

type WireBenefit = WireAnswer['benefits'][number];

let position = 10;
const benefit = (code: string, changes: Partial<WireBenefit> = {}): WireBenefit => ({
  code,
  coverageLevel: 'IND',
  serviceTypeCodes: ['30'],
  insuranceType: null,
  planDescription: null,
  period: null,
  amountCents: null,
  fraction: null,
  quantityQualifier: null,
  quantity: null,
  authorizationRequired: null,
  inNetwork: null,
  procedureCode: null,
  dates: [],
  references: [],
  messages: [],
  related: [],
  segment: { position: (position += 1), text: `EB*${code}*IND*30` },
  ...changes,
});

const answer = (benefits: WireBenefit[], changes: Partial<WireAnswer> = {}): WireAnswer => ({
  payerName: 'CASCADE MUTUAL',
  member: null,
  groupNumber: null,
  dates: [{ qualifier: '291', from: '2026-01-01', to: '2026-12-31' }],
  benefits,
  rejections: [],
  ...changes,
});

async function insured(number: number) {
  const { patientId } = await t.frontDesk.registerPatient({
    demographics: someone(number),
    coverages: [
      { payerId: CASCADE, memberId: `CM-${number}`, relationship: 'self', rank: 1, validFrom: '2026-01-01' },
    ],
  });
  const { items } = await t.frontDesk.listCoverages({ patientId });
  return { patientId, coverageId: items[0]?.id ?? '' };
}

const check = (coverageId: string, serviceDate = '2026-11-20') =>
  t.frontDesk.checkEligibility({ coverageId, serviceDate });

describe('eligibility', () => {
  it('PAT-07 (narrow row: checked by hand, not at T-3 days) asks about the date of service and says active, inactive or unknown', async () => {
    const { coverageId } = await insured(1);
    t.clearinghouse.answer = answer([benefit('1', { planDescription: 'CASCADE PPO' })]);
    expect(await check(coverageId)).toMatchObject({
      status: 'active',
      planName: 'CASCADE PPO',
      planFrom: '2026-01-01',
    });
    expect(t.clearinghouse.asked.at(-1)).toMatchObject({
      serviceDate: '2026-11-20',
      payer: { ediId: 'CASMU01' },
      provider: { npi: '1990000105' },
      subscriber: { lastName: 'Bukowski', memberId: 'CM-1', birthDate: someone(1).birthDate },
      dependant: null,
    });
    expect(await check(coverageId, '2027-01-05')).toMatchObject({ status: 'inactive' });
    t.clearinghouse.answer = answer([benefit('6')]);
    expect(await check(coverageId)).toMatchObject({ status: 'inactive' });
    t.clearinghouse.answer = answer([benefit('1'), benefit('6', { serviceTypeCodes: ['35'] })]);
    expect(await check(coverageId)).toMatchObject({ status: 'active' });
    t.clearinghouse.answer = answer([benefit('1'), benefit('6')]);
    const both = await check(coverageId);
    expect(both.status).toBe('unknown');
    expect(both.conflicts[0]?.positions).toHaveLength(2);
    t.clearinghouse.answer = answer([benefit('C', { amountCents: 50_000 })]);
    expect(await check(coverageId)).toMatchObject({ status: 'unknown' });
  });

  it('PAT-07 shows a refusal with its code and what to do, as unknown and never as inactive', async () => {
    const { coverageId } = await insured(2);
    const rejection = (code: string, followUp: string) => ({
      loop: '2100C',
      valid: true,
      code,
      followUp,
      segment: { position: 9, text: `AAA*N**${code}*${followUp}` },
    });
    for (const [code, followUp, mayRetry] of [
      ['42', 'R', true],
      ['72', 'C', true],
      ['75', 'N', false],
      ['T4', 'N', false],
    ] as const) {
      t.clearinghouse.answer = answer([], { rejections: [rejection(code, followUp)] });
      const { status, rejections } = await check(coverageId);
      expect(status).toBe('unknown');
      expect(rejections).toEqual([expect.objectContaining({ code, mayRetry })]);
      expect(rejections[0]?.remedy.length).toBeGreaterThan(10);
    }
  });

  it('PAT-07 keeps the last good answer when a check fails, and the raw files of both', async () => {
    const { patientId, coverageId } = await insured(3);
    t.clearinghouse.answer = answer([benefit('1')]);
    const good = await check(coverageId);
    expect(good.requestFileId).toBeTruthy();
    expect(good.responseFileId).toBeTruthy();
    t.test.clock.set('2026-11-17T15:00:00Z');
    t.clearinghouse.answer = 'down';
    expect(await check(coverageId)).toMatchObject({
      status: 'unknown',
      rejections: [{ code: 'no-answer', mayRetry: true }],
    });
    t.clearinghouse.answer = 'silent';
    expect(await check(coverageId)).toMatchObject({ status: 'unknown', responseFileId: null });
    const { items } = await t.frontDesk.listCoverages({ patientId });
    expect(items[0]?.eligibility).toMatchObject({
      status: 'unknown',
      lastGood: { checkId: good.id, status: 'active' },
    });
    const checks = await t.frontDesk.listEligibilityChecks({ patientId });
    expect(checks.items.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'active']);
    const forClaim = await t.test.as(patientsContract).getPatientForClaim({ patientId, on: '2026-11-20' });
    expect(forClaim.coverages[0]?.lastGoodEligibility).toMatchObject({
      status: 'active',
      serviceDate: '2026-11-20',
    });
  });

  it('PAT-07 does not take the answer about one member number for another', async () => {
    const { patientId, coverageId } = await insured(61);
    t.clearinghouse.answer = answer([benefit('1')]);
    await check(coverageId);
    const badge = async () => (await t.frontDesk.listCoverages({ patientId })).items[0]?.eligibility ?? null;
    expect(await badge()).toMatchObject({ status: 'active' });
    t.test.clock.set('2026-11-17T15:01:00Z');
    const coverage = {
      payerId: CASCADE,
      memberId: 'CM-61-RIGHT',
      relationship: 'self' as const,
      rank: 1,
      validFrom: '2026-01-01',
    };
    await t.frontDesk.changeCoverage({ coverageId, coverage, reason: 'Misread card' }, { version: 1 });
    expect(await badge()).toBeNull();
    await check(coverageId);
    expect(await badge()).toMatchObject({ status: 'active' });
    expect((await t.frontDesk.listEligibilityChecks({ patientId })).items).toHaveLength(2);
  });

  it('PAT-08 links every figure to its segment, keeps remaining and total apart, and leaves unstated things unknown', async () => {
    const { coverageId } = await insured(4);
    t.clearinghouse.answer = answer([
      benefit('1'),
      benefit('B', {
        serviceTypeCodes: ['98'],
        amountCents: 2_500,
        inNetwork: 'Y',
        segment: { position: 14, text: 'EB*B*IND*98***27*25*****Y' },
      }),
      benefit('C', { amountCents: 50_000, period: '23', inNetwork: 'Y' }),
      benefit('C', { amountCents: 12_000, period: '29', inNetwork: 'Y' }),
      benefit('A', { fraction: '0.2', inNetwork: 'W' }),
      benefit('G', { amountCents: 300_000, coverageLevel: 'FAM' }),
    ]);
    const { benefits, conflicts } = await check(coverageId);
    expect(conflicts).toEqual([]);
    const copay = benefits.find(({ kind }) => kind === 'copay');
    expect(copay).toMatchObject({
      amountCents: 2_500,
      network: 'in',
      segment: { position: 14, text: 'EB*B*IND*98***27*25*****Y' },
    });
    expect(copay?.label).toBe('Copay, individual, office visit');
    const deductibles = benefits.filter(({ kind }) => kind === 'deductible');
    expect(deductibles.map(({ isRemaining, amountCents }) => [isRemaining, amountCents])).toEqual([
      [false, 50_000],
      [true, 12_000],
    ]);
    expect(benefits.find(({ kind }) => kind === 'coinsurance')).toMatchObject({
      patientShare: '0.2',
      network: 'both',
    });
    expect(benefits.find(({ kind }) => kind === 'out-of-pocket')).toMatchObject({
      network: 'not-stated',
      authorizationRequired: 'unknown',
      coverageLevel: 'FAM',
    });
  });

  it('PAT-08 shows figures that contradict each other and hides neither', async () => {
    const { coverageId } = await insured(5);
    t.clearinghouse.answer = answer([
      benefit('1'),
      benefit('B', { amountCents: 2_500 }),
      benefit('B', { amountCents: 4_000 }),
    ]);
    const { benefits, conflicts } = await check(coverageId);
    expect(benefits.filter(({ kind }) => kind === 'copay')).toHaveLength(2);
    expect(conflicts).toHaveLength(1);
  });

  it('PAT-07 asks for a dependent through the subscriber', async () => {
    const { patientId } = await t.frontDesk.registerPatient({
      demographics: someone(6),
      coverages: [
        {
          payerId: CASCADE,
          memberId: 'CM-DEP',
          relationship: 'child',
          subscriber: {
            name: { family: 'Goldstein', given: 'Parent' },
            birthDate: '1970-05-05',
            sex: 'female',
          },
          rank: 1,
          validFrom: '2026-01-01',
        },
      ],
    });
    const { items } = await t.frontDesk.listCoverages({ patientId });
    t.clearinghouse.answer = answer([benefit('1')]);
    await check(items[0]?.id ?? '');
    expect(t.clearinghouse.asked.at(-1)).toMatchObject({
      subscriber: { firstName: 'Parent', memberId: 'CM-DEP' },
      dependant: { lastName: 'Goldstein', firstName: 'Beatrix', relation: '19' },
    });
  });
});
