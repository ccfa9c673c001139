import { codes } from '@spark-den/codes';
import { cents } from '@spark-den/kernel';
import { validate } from '@spark-den/x12';
import { claimsSteps } from '../testing/claims-steps.ts';
import { startClaims, type ClaimsTest } from '../testing/claims-system.ts';

let day: ClaimsTest;
const { billing, known, claimOf, send, acknowledged, accepted, decide, interchangeOf, professionalClaimsOf } =
  claimsSteps(() => day);

beforeAll(async () => {
  day = await startClaims();
}, 120_000);
afterAll(() => day.test.stop());

describe('what comes back', () => {
  it('RCM-09 (narrow: 999 and 277CA) only the payer’s own word accepts; every code and file stays on the timeline', async () => {
    const claim = await claimOf(known('cascade').patientId);
    const { batchId } = await send(claim.claimId);
    for (const [source, speaker] of [
      ['999', 'clearinghouse'],
      ['999', 'payer'],
      ['277CA', 'clearinghouse'],
    ] as const) {
      await acknowledged(batchId, [accepted(claim.patientControlNumber)], source, speaker);
      expect((await billing().getClaim({ claimId: claim.claimId })).status).toBe('sent');
    }
    await acknowledged(batchId, [accepted(claim.patientControlNumber, 'ICN77')]);
    expect(await billing().getClaim({ claimId: claim.claimId })).toMatchObject({
      status: 'accepted',
      payerClaimNumber: 'ICN77',
    });
    const { items } = await billing().listClaimEvents({ claimId: claim.claimId });
    expect(items.map(event => event.kind)).toEqual([
      'created',
      'batched',
      'sent',
      'acknowledged',
      'acknowledged',
      'acknowledged',
      'accepted',
    ]);
    expect(items.at(-1)).toMatchObject({
      codes: ['277CA payer', 'A2:20:PR'],
      fileId: expect.any(String) as string,
    });
    expect(items.at(-1)?.note).toContain('Accepted');
  });

  it('RCM-11 a rejected claim is corrected and goes again as an original under a new number', async () => {
    const claim = await claimOf(known('cascade').patientId);
    const { batchId } = await send(claim.claimId);
    await acknowledged(batchId, [
      {
        patientControlNumber: claim.patientControlNumber,
        outcome: 'rejected',
        codes: ['A7:255:85'],
        payerClaimNumber: null,
      },
    ]);
    const rejected = await billing().getClaim({ claimId: claim.claimId });
    expect(rejected).toMatchObject({ status: 'rejected', allowedActions: ['correct', 'void'] });
    expect(rejected.reason).toContain('Diagnosis code');
    const corrected = await billing().correctClaim(
      { claimId: claim.claimId, reason: 'Diagnosis corrected', diagnoses: ['I10', 'E66.9'] },
      { version: rejected.version },
    );
    expect(corrected).toMatchObject({ status: 'ready', frequency: '1', diagnoses: ['I10', 'E669'] });
    expect(corrected.patientControlNumber).toBe(claim.patientControlNumber.replace('V1', 'V2'));
    const again = await send(claim.claimId);
    const [model] = professionalClaimsOf(again.batchId);
    const resent = model?.billing[0]?.subscribers[0]?.claims[0];
    expect(resent?.frequency).toBe('1');
    expect(resent?.references ?? []).toEqual([]);
    // A late word on the version that was replaced changes nothing.
    await acknowledged(batchId, [
      {
        patientControlNumber: claim.patientControlNumber,
        outcome: 'rejected',
        codes: ['A8:21:'],
        payerClaimNumber: null,
      },
    ]);
    expect((await billing().getClaim({ claimId: claim.claimId })).status).toBe('sent');
  });

  it('RCM-11 an adjudicated claim goes as frequency 7 with the payer’s number; its history stays', async () => {
    const claim = await claimOf(known('cascade').patientId);
    await send(claim.claimId);
    await decide(claim.patientControlNumber, {
      paidCents: cents(0),
      deniedCents: cents(27_200),
      statusCode: '4',
    });
    const denied = await billing().getClaim({ claimId: claim.claimId });
    expect(denied).toMatchObject({
      status: 'denied',
      payerClaimNumber: 'ICN0001',
      allowedActions: ['correct', 'void'],
    });
    const lineId = denied.lines[1]?.lineId ?? '';
    const corrected = await billing().correctClaim(
      { claimId: claim.claimId, reason: 'Modifier added', lines: [{ lineId, modifiers: ['59'] }] },
      { version: denied.version },
    );
    expect(corrected).toMatchObject({ status: 'ready', frequency: '7' });
    const batch = await send(claim.claimId);
    expect(validate(interchangeOf(batch.batchId), { level: 'product', codes }).ok).toBe(true);
    const [model] = professionalClaimsOf(batch.batchId);
    expect(model?.billing[0]?.subscribers[0]?.claims[0]).toMatchObject({
      frequency: '7',
      references: [{ qualifier: 'F8', value: 'ICN0001' }],
    });
    expect((await billing().getClaim({ claimId: claim.claimId })).versions).toHaveLength(2);
  });

  it('RCM-11 a payer that takes only originals offers no correction after its decision', async () => {
    const claim = await claimOf(known('federal').patientId);
    await send(claim.claimId);
    await decide(claim.patientControlNumber);
    const paid = await billing().getClaim({ claimId: claim.claimId });
    expect(paid).toMatchObject({ status: 'paid', allowedActions: [] });
    await expect(
      billing().correctClaim({ claimId: claim.claimId, reason: 'x' }, { version: paid.version }),
    ).rejects.toMatchObject({ code: 'billing.frequency_not_accepted' });
  });

  it('RCM-11 a void asks the payer by frequency 8, and its reversal ends the claim', async () => {
    const claim = await claimOf(known('cascade').patientId);
    await send(claim.claimId);
    await decide(claim.patientControlNumber);
    const paid = await billing().getClaim({ claimId: claim.claimId });
    const voiding = await billing().voidClaim(
      { claimId: claim.claimId, reason: 'Billed in error' },
      { version: paid.version },
    );
    expect(voiding).toMatchObject({ status: 'ready', frequency: '8' });
    await send(claim.claimId);
    await decide(claim.patientControlNumber, { statusCode: '22' });
    expect((await billing().getClaim({ claimId: claim.claimId })).status).toBe('voided');
  });

  it('NAV-13 a reversal and its correction move the claim and show on its timeline', async () => {
    const claim = await claimOf(known('cascade').patientId);
    await send(claim.claimId);
    await decide(claim.patientControlNumber);
    await decide(claim.patientControlNumber, { statusCode: '22' });
    expect((await billing().getClaim({ claimId: claim.claimId })).status).toBe('reversed');
    await decide(claim.patientControlNumber, { deniedCents: cents(3_200) });
    expect((await billing().getClaim({ claimId: claim.claimId })).status).toBe('partially-paid');
    const kinds = (await billing().listClaimEvents({ claimId: claim.claimId })).items.map(
      event => event.kind,
    );
    expect(kinds.slice(-3)).toEqual(['adjudicated', 'reversed', 'adjudicated']);
  });
});
