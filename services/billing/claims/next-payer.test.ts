import { codes } from '@spark-den/codes';
import { cents } from '@spark-den/kernel';
import { validate } from '@spark-den/x12';
import { claimsSteps, decisionOn } from '../testing/claims-steps.ts';
import { startClaims, type ClaimsTest } from '../testing/claims-system.ts';
import { findClaimsForPosting } from './claims-for-posting.ts';
import { recordAdjudications } from './record-adjudications.ts';

let day: ClaimsTest;
const { billing, known, claimOf, send, inBilling, decide, interchangeOf, professionalClaimsOf } = claimsSteps(
  () => day,
);

beforeAll(async () => {
  day = await startClaims();
}, 120_000);
afterAll(() => day.test.stop());

describe('the next payer', () => {
  it('RCM-11 PAT-18 the secondary claim carries what the first payer decided, balanced, and is billed by us', async () => {
    const claim = await claimOf(known('cascade', 'state').patientId);
    await send(claim.claimId);
    await decide(claim.patientControlNumber);
    const primary = await billing().getClaim({ claimId: claim.claimId });
    const secondary = await billing().getClaim({ claimId: primary.nextClaimId ?? '' });
    expect(secondary).toMatchObject({
      status: 'ready',
      payerOrder: 'secondary',
      payerName: 'State Medical Assistance',
      previousClaimId: claim.claimId,
      fileByDate: '2026-09-13',
    });
    const batch = await send(secondary.claimId);
    const report = validate(interchangeOf(batch.batchId), { level: 'product', codes });
    expect(report.transactions.flatMap(transaction => transaction.errors)).toEqual([]);
    const [model] = professionalClaimsOf(batch.batchId);
    const sent = model?.billing[0]?.subscribers[0];
    expect(sent).toMatchObject({ rank: 'S', filingIndicator: 'MC' });
    const [other] = sent?.claims[0]?.otherPayers ?? [];
    expect(other).toMatchObject({ rank: 'P', filingIndicator: 'CI' });
    expect(other?.amounts).toContainEqual({ qualifier: 'D', amount: 17_408 });
    for (const line of sent?.claims[0]?.lines ?? []) {
      const [decided] = line.adjudications ?? [];
      const adjusted = decided?.adjustments.reduce((sum, adjustment) => sum + adjustment.amount, 0) ?? 0;
      expect((decided?.paid ?? 0) + adjusted).toBe(line.charge);
      expect(decided).toMatchObject({ payerId: 'CASMU01', adjudicatedOn: '2026-03-20' });
    }
  });

  it('PAT-18 what crossed over is never billed by us; the next payer’s remittance finds it by the same number', async () => {
    const claim = await claimOf(known('federal', 'state').patientId);
    await send(claim.claimId);
    await decide(claim.patientControlNumber, { statusCode: '19' });
    const primary = await billing().getClaim({ claimId: claim.claimId });
    expect(primary.status).toBe('forwarded');
    const next = await billing().getClaim({ claimId: primary.nextClaimId ?? '' });
    expect(next).toMatchObject({
      status: 'accepted',
      allowedActions: [],
      patientControlNumber: claim.patientControlNumber,
    });
    await expect(billing().createClaimBatch({ claimIds: [next.claimId] })).rejects.toMatchObject({
      code: 'billing.claim_not_ready',
    });
    const found = await inBilling(context => findClaimsForPosting(context, [claim.patientControlNumber]));
    expect(found.map(candidate => [candidate.payerEdiId, candidate.patientOwesNothing])).toEqual([
      ['FEDPB02', false],
      ['STMED03', true],
    ]);
  });

  it('PAT-18 nothing is asked of the next payer when nothing is left to the patient', async () => {
    const claim = await claimOf(known('cascade', 'state').patientId);
    await send(claim.claimId);
    await decide(claim.patientControlNumber, { patientResponsibilityCents: cents(0) });
    expect((await billing().getClaim({ claimId: claim.claimId })).nextClaimId).toBeNull();
  });

  it('PAT-18 a decision that does not add up is never sent on', async () => {
    const claim = await claimOf(known('cascade', 'state').patientId);
    await send(claim.claimId);
    await inBilling(async context => {
      const [found] = await findClaimsForPosting(context, [claim.patientControlNumber]);
      if (!found) throw new Error('the claim was not found for posting');
      const decision = decisionOn(found);
      const lines = decision.lines.map(line => ({ ...line, paidCents: cents(line.paidCents - 1) }));
      await recordAdjudications(context, [{ ...decision, lines }]);
    });
    const primary = await billing().getClaim({ claimId: claim.claimId });
    const secondary = await billing().getClaim({ claimId: primary.nextClaimId ?? '' });
    expect(secondary.status).toBe('held');
    expect(secondary.findings.map(finding => finding.ruleId)).toContain('CB-101');
  });

  it('PAT-18 a first decision that is taken back holds the unsent secondary claim', async () => {
    const claim = await claimOf(known('cascade', 'state').patientId);
    await send(claim.claimId);
    await decide(claim.patientControlNumber);
    await decide(claim.patientControlNumber, { statusCode: '22' });
    const primary = await billing().getClaim({ claimId: claim.claimId });
    expect(await billing().getClaim({ claimId: primary.nextClaimId ?? '' })).toMatchObject({
      status: 'held',
    });
    await decide(claim.patientControlNumber, { payerClaimNumber: 'ICN0002' });
    expect(await billing().getClaim({ claimId: primary.nextClaimId ?? '' })).toMatchObject({
      status: 'ready',
    });
  });
});
