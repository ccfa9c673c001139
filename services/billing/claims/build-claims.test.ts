import { OTHER_PRACTICE_ID } from '@spark-den/testkit';
import { demoIds } from '../../../simulators/practice/src/demo-practice.ts';
import { claimsSteps } from '../testing/claims-steps.ts';
import { startClaims, type ClaimsTest } from '../testing/claims-system.ts';

let day: ClaimsTest;
const { billing, known, claimOf } = claimsSteps(() => day);

beforeAll(async () => {
  day = await startClaims();
}, 120_000);
afterAll(() => day.test.stop());

describe('building claims', () => {
  it('NAV-13 (narrow row: owner and date once somebody gives them) RCM-08 a posted charge becomes a claim that is checked and ready, with owner and next action', async () => {
    const { patientId } = known('cascade');
    const claim = await claimOf(patientId);
    expect(claim).toMatchObject({
      status: 'ready',
      payerOrder: 'primary',
      payerName: 'Cascade Mutual',
      totalCents: 27_200,
      diagnoses: ['I10', 'E119'],
      errorCount: 0,
      fileByDate: '2026-08-27',
    });
    expect(claim.patientControlNumber).toMatch(/^C\d{8}V1$/);
    const owned = await billing().assignClaim(
      { claimId: claim.claimId, ownerId: demoIds.user(3), nextActionOn: '2026-03-10' },
      { version: claim.version },
    );
    expect(owned).toMatchObject({ ownerId: demoIds.user(3), nextActionOn: '2026-03-10' });
  });

  it('NAV-13 charges of one patient, coverage, provider and day share a claim; diagnoses merge', async () => {
    const { patientId } = known('cascade');
    const first = await claimOf(patientId);
    const second = await claimOf(patientId, {
      diagnoses: ['E11.9', 'R10.9'],
      lines: [{ code: '36415', modifiers: [], units: 1, diagnosisPointers: [2, 1] }],
    });
    expect(second.claimId).toBe(first.claimId);
    expect(second.diagnoses).toEqual(['I10', 'E119', 'R109']);
    expect(second.lines.map(line => [line.code, line.diagnosisPointers])).toEqual([
      ['99214', [1, 2]],
      ['G0444', [1]],
      ['36415', [3, 2]],
    ]);
    const other = await claimOf(patientId, { providerId: demoIds.provider(2) });
    expect(other.claimId).not.toBe(first.claimId);
  });

  it('RCM-08 (narrow row: no coverage policies, no statistics) a claim with an error is held, says why, and goes once the record is mended', async () => {
    const patient = known('cascade');
    day.patients.set(patient.patientId, { ...patient, address: null });
    const held = await claimOf(patient.patientId);
    expect(held.status).toBe('held');
    expect(held.findings.find(finding => finding.severity === 'error')).toMatchObject({
      ruleId: 'CR-105',
      source: expect.stringContaining('837P') as string,
      remedy: expect.stringContaining('address') as string,
    });
    await expect(billing().createClaimBatch({ claimIds: [held.claimId] })).rejects.toMatchObject({
      code: 'billing.claim_not_ready',
    });
    day.patients.set(patient.patientId, patient);
    expect(await billing().scrubClaim({ claimId: held.claimId })).toMatchObject({
      status: 'ready',
      reason: null,
    });
  });

  it('NAV-13 a person may hold and release; a step that the state does not allow is refused', async () => {
    const { patientId } = known('cascade');
    const claim = await claimOf(patientId);
    const held = await billing().holdClaim(
      { claimId: claim.claimId, reason: 'authorisation-missing', note: 'Waits for the referral' },
      { version: claim.version },
    );
    expect(held).toMatchObject({ status: 'held', reason: 'Waits for the referral' });
    const released = await billing().releaseClaim({ claimId: claim.claimId }, { version: held.version });
    expect(released.status).toBe('ready');
    await expect(
      billing().correctClaim({ claimId: claim.claimId, reason: 'x' }, { version: released.version }),
    ).rejects.toMatchObject({ code: 'billing.claim_step_not_allowed' });
  });
});

describe('worklist', () => {
  it('NAV-13 lists by what wants attention, filters by status and payer, and counts', async () => {
    for (const cover of ['cascade', 'cascade'] as const) await claimOf(known(cover).patientId);
    const urgent = await claimOf(known('federal').patientId);
    const { claimId, version } = urgent;
    const mine = { claimId, ownerId: demoIds.user(3), nextActionOn: '2026-03-09' };
    await billing().assignClaim(mine, { version });
    const page = await billing().listClaims({ status: ['ready'], limit: 2 });
    expect(page.items.every(claim => claim.status === 'ready')).toBe(true);
    const next = await billing().listClaims({ status: ['ready'], limit: 200, cursor: page.nextCursor ?? '' });
    const due = [...page.items, ...next.items].map(claim =>
      [claim.nextActionOn ?? '9', claim.fileByDate ?? '9'].sort().at(0),
    );
    expect(new Set([...page.items, ...next.items].map(claim => claim.claimId)).size).toBe(due.length);
    expect(due[0]).toBe('2026-03-09');
    expect(due).toEqual([...due].sort());
    const federal = await billing().listClaims({ payerId: [demoIds.payer(2)] });
    expect(federal.items.map(claim => claim.payerName)).toEqual([urgent.payerName]);
    const { items } = await billing().countClaims({});
    const all = await billing().listClaims({ limit: 200 });
    expect(items.reduce((sum, entry) => sum + entry.count, 0)).toBe(all.items.length);
  });

  it('DB-01 (narrow: claims) another practice finds none of it', async () => {
    const claim = await claimOf(known('cascade').patientId);
    const theirs = billing(OTHER_PRACTICE_ID);
    expect((await theirs.listClaims({})).items).toEqual([]);
    await expect(theirs.getClaim({ claimId: claim.claimId })).rejects.toMatchObject({
      code: 'billing.claim_not_found',
    });
    await expect(theirs.createClaimBatch({ claimIds: [claim.claimId] })).rejects.toMatchObject({
      code: 'billing.claim_not_found',
    });
  });
});
