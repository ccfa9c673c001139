import { localDate } from '@spark-den/kernel';
import type { PatientForClaim } from '@spark-den/contracts/patients/coverage-types';
import { claimsSteps } from '../testing/claims-steps.ts';
import { patientWith, startClaims, type ClaimsTest } from '../testing/claims-system.ts';

describe('a coverage that changes for dates that have passed', () => {
  let day: ClaimsTest;
  const { billing, known, claimOf, send } = claimsSteps(() => day);
  beforeAll(async () => {
    day = await startClaims();
  }, 120_000);
  afterAll(() => day.test.stop());

  const changed = (patient: PatientForClaim, span: { from?: string; to?: string | null } = {}) =>
    day.publish('CoverageChanged', patient.patientId, {
      patientId: patient.patientId,
      coverageId: patient.coverages[0]?.id,
      change: 'changed',
      from: span.from ?? '2026-01-01',
      to: span.to ?? null,
    });
  const claim = (claimId: string) => billing().getClaim({ claimId });
  const kinds = async (claimId: string) =>
    (await billing().listClaimEvents({ claimId })).items.map(event => event.kind);

  it('NAV-04 builds an unsent claim anew: member number as corrected, a payer after it as added', async () => {
    const patient = known('cascade');
    const { claimId } = await claimOf(patient.patientId);
    const [cascade] = patient.coverages;
    const [, state] = patientWith('cascade', 'state').coverages;
    day.patients.set(patient.patientId, {
      ...patient,
      coverages: [{ ...cascade!, memberId: 'CORRECTED9' }, state!],
    });
    await changed(patient);
    expect(await claim(claimId)).toMatchObject({ status: 'ready', reason: null });
    expect(await kinds(claimId)).toContain('coverage-changed');
    const batch = await send(claimId);
    const interchange = day.sent.get(batch.batchId)?.interchange ?? '';
    expect(interchange).toContain('CORRECTED9');
  });

  it('NAV-04 holds an unsent claim whose payer does not come first any more, and lets it go when the coverages are as before', async () => {
    const patient = known('cascade');
    const { claimId } = await claimOf(patient.patientId);
    const [federal] = patientWith('federal').coverages;
    day.patients.set(patient.patientId, { ...patient, coverages: [federal!, ...patient.coverages] });
    await changed(patient);
    expect(await claim(claimId)).toMatchObject({
      status: 'held',
      reason: expect.stringContaining('Other coverages are in force') as string,
    });
    day.patients.set(patient.patientId, patient);
    await changed(patient);
    expect(await claim(claimId)).toMatchObject({ status: 'ready', reason: null });
  });

  it('NAV-04 puts a claim that has gone out on today’s list, and leaves alone what it does not touch', async () => {
    const patient = known('cascade');
    const sent = await claimOf(patient.patientId);
    await send(sent.claimId);
    await changed(patient, { to: '2026-02-28' });
    await changed(patient, { from: '2026-06-01' });
    expect(await claim(sent.claimId)).toMatchObject({ nextActionOn: null });
    await changed(patient);
    expect(await claim(sent.claimId)).toMatchObject({
      status: 'sent',
      nextActionOn: localDate('2026-03-04'),
    });
  });

  it('NAV-04 does not let go what a person holds', async () => {
    const patient = known('cascade');
    const held = await claimOf(patient.patientId);
    await billing().holdClaim(
      { claimId: held.claimId, reason: 'documentation-query' },
      { version: held.version },
    );
    await changed(patient);
    expect(await claim(held.claimId)).toMatchObject({ status: 'held', nextActionOn: '2026-03-04' });
  });
});
