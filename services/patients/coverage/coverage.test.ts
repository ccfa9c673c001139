import { patientsContract } from '@spark-den/contracts/patients/operations';
import { CASCADE, MEDICAID, MEDICARE, someone, startPatients, type PatientsTest } from '../test-support.ts';

let t: PatientsTest;
beforeAll(async () => {
  t = await startPatients();
});
afterAll(() => t.test.stop());

const register = async (number: number) =>
  (await t.frontDesk.registerPatient({ demographics: someone(number) })).patientId;
const coverage = (changes: object) => ({
  payerId: CASCADE,
  memberId: 'CM-1',
  relationship: 'self' as const,
  rank: 1,
  validFrom: '2026-01-01',
  ...changes,
});

describe('coverages', () => {
  it('NAV-04 are effective-dated and ordered for a date of service, and a change names the dates it touches', async () => {
    const patientId = await register(1);
    const first = await t.frontDesk.addCoverage({ patientId, coverage: coverage({ validTo: '2026-06-30' }) });
    await t.frontDesk.addCoverage({
      patientId,
      coverage: coverage({ memberId: 'CM-2', validFrom: '2026-07-01' }),
    });
    await t.frontDesk.addCoverage({
      patientId,
      coverage: coverage({ payerId: MEDICAID, memberId: 'MA-3', rank: 2 }),
    });
    const members = async (on: string) =>
      (await t.frontDesk.listCoverages({ patientId, on })).items.map(({ memberId }) => memberId);
    expect(await members('2026-06-30')).toEqual(['CM-1', 'MA-3']);
    expect(await members('2026-07-01')).toEqual(['CM-2', 'MA-3']);
    expect(await members('2025-12-31')).toEqual([]);
    const other = await register(7);
    await t.frontDesk.addCoverage({ patientId: other, coverage: coverage({ memberId: 'SECOND', rank: 2 }) });
    await t.frontDesk.addCoverage({ patientId: other, coverage: coverage({ memberId: 'FIRST', rank: 1 }) });
    expect(
      (await t.frontDesk.listCoverages({ patientId: other })).items.map(({ memberId }) => memberId),
    ).toEqual(['FIRST', 'SECOND']);
    await t.frontDesk.changeCoverage(
      {
        coverageId: first.coverageId,
        coverage: coverage({ validTo: '2026-03-31' }),
        reason: 'Employer ended it earlier',
      },
      { version: 1 },
    );
    const events = await t.test.withRoot('business', client =>
      client.query(
        `select payload from patients.outbox where type = 'CoverageChanged' and key = $1 order by sequence desc limit 1`,
        [patientId],
      ),
    );
    expect(events.rows).toEqual([
      {
        payload: {
          patientId,
          coverageId: first.coverageId,
          change: 'changed',
          from: '2026-01-01',
          to: '2026-06-30',
        },
      },
    ]);
  });

  it('NAV-04 two coverages never have one place on one day, also when entered at once', async () => {
    const patientId = await register(2);
    const add = (memberId: string) =>
      t.frontDesk.addCoverage({ patientId, coverage: coverage({ memberId }) });
    const outcomes = await Promise.allSettled([add('A'), add('B'), add('C')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'patients.coverage_overlap' },
    });
  });

  it('PAT-11 Medicaid pays last, Medicare first asks about work, and the subscriber is named', async () => {
    const patientId = await register(3);
    await t.frontDesk.addCoverage({ patientId, coverage: coverage({ payerId: MEDICAID, memberId: 'MA-1' }) });
    await expect(
      t.frontDesk.addCoverage({ patientId, coverage: coverage({ rank: 2 }) }),
    ).rejects.toMatchObject({
      code: 'patients.payer_must_be_last',
    });
    await expect(
      t.frontDesk.addCoverage({ patientId, coverage: coverage({ rank: 3, relationship: 'spouse' }) }),
    ).rejects.toMatchObject({ code: 'patients.subscriber_missing' });
    const other = await register(4);
    await t.frontDesk.addCoverage({
      patientId: other,
      coverage: coverage({ payerId: MEDICARE, memberId: '1EG4' }),
    });
    await t.frontDesk.addCoverage({ patientId: other, coverage: coverage({ rank: 2 }) });
    const { warnings } = await t.frontDesk.listCoverages({ patientId: other });
    expect(warnings.map(({ code }) => code)).toEqual(['medicare-secondary-payer']);
  });

  it('PAT-11 asks about the birthday rule where both parents insure a child', async () => {
    const parent = (given: string, birthDate: string) => ({
      name: { family: 'Fitzgerald', given },
      birthDate,
      sex: 'female' as const,
    });
    const child = { relationship: 'child' as const };
    // The day in the year decides; who is older does not matter.
    const late = parent('Late', '1970-09-01');
    const early = parent('Early', '1975-02-01');
    const warningsOf = async (number: number, first: typeof late, second: typeof late) => {
      const patientId = await register(number);
      const add = (subscriber: typeof late, rank: number) =>
        t.frontDesk.addCoverage({
          patientId,
          coverage: coverage({ ...child, subscriber, rank, memberId: `X${rank}` }),
        });
      await add(first, 1);
      await add(second, 2);
      return (await t.frontDesk.listCoverages({ patientId })).warnings.map(({ code }) => code);
    };
    expect(await warningsOf(5, late, early)).toEqual(['birthday-rule']);
    expect(await warningsOf(8, early, late)).toEqual([]);
  });

  it('PAT-11 gives a claim the coverages of its date of service in paying order, for services only', async () => {
    const patientId = await register(6);
    await t.frontDesk.addCoverage({ patientId, coverage: coverage({ rank: 1 }) });
    const { coverageId } = await t.frontDesk.addCoverage({
      patientId,
      coverage: coverage({ payerId: MEDICAID, memberId: 'MA', rank: 5 }),
    });
    await t.frontDesk.endCoverage({ coverageId, lastDay: '2026-11-30', reason: 'Lost it' }, { version: 1 });
    const asService = t.test.as(patientsContract);
    const on = async (date: string) =>
      (await asService.getPatientForClaim({ patientId, on: date })).coverages.map(({ payerId }) => payerId);
    expect(await on('2026-11-30')).toEqual([CASCADE, MEDICAID]);
    expect(await on('2026-12-01')).toEqual([CASCADE]);
  });
});
