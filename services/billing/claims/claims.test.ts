import { codes } from '@spark-den/codes';
import { cents } from '@spark-den/kernel';
import { OTHER_PRACTICE_ID, PRACTICE_ID } from '@spark-den/testkit';
import { validate } from '@spark-den/x12';
import { demoIds } from '../../../simulators/practice/src/demo-practice.ts';
import { claimsSteps } from '../testing/claims-steps.ts';
import { startClaims, type ClaimsTest } from '../testing/claims-system.ts';

let day: ClaimsTest;
const { billing, known, claimOf, send, acknowledged, accepted, decide, interchangeOf, professionalClaimsOf } =
  claimsSteps(() => day);

beforeAll(async () => {
  day = await startClaims();
}, 120_000);
afterAll(() => day.test.stop());

describe('building claims', () => {
  it('RCM-08 NAV-13 a posted charge becomes a claim that is checked and ready, with owner and next action', async () => {
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

  it('RCM-08 a claim with an error is held, says why, and goes once the record is mended', async () => {
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

describe('sending claims', () => {
  it('RCM-07 (narrow: 837P) a batch is one valid interchange with REF*6R on each line and our control numbers', async () => {
    const first = await claimOf(known('cascade').patientId);
    const second = await claimOf(known('federal', 'state').patientId, { locationId: demoIds.location(2) });
    const batch = await send(first.claimId, second.claimId);
    expect(batch).toMatchObject({ status: 'sent', claimCount: 2, totalCents: 54_400 });
    const report = validate(interchangeOf(batch.batchId), { level: 'product', codes });
    expect(report.errors).toEqual([]);
    expect(report.transactions.flatMap(transaction => transaction.errors)).toEqual([]);
    const [model] = professionalClaimsOf(batch.batchId);
    const subscribers = model?.billing[0]?.subscribers ?? [];
    expect(subscribers.map(entry => entry.claims[0]?.patientControlNumber)).toEqual(
      [first.patientControlNumber, second.patientControlNumber].sort(),
    );
    const sent = subscribers.find(
      entry => entry.claims[0]?.patientControlNumber === first.patientControlNumber,
    );
    expect(sent?.subscriber.party).toMatchObject({ name: 'MARIN', firstName: 'ROSA', id: 'W0014711' });
    expect(sent?.claims[0]?.lines.map(line => line.controlNumber)).toEqual([
      `${first.patientControlNumber}L1`,
      `${first.patientControlNumber}L2`,
    ]);
    expect(await billing().getClaim({ claimId: first.claimId })).toMatchObject({ status: 'sent' });
  });

  it('RCM-07 control numbers never repeat, and a sent claim is frozen', async () => {
    const claims = [await claimOf(known('cascade').patientId), await claimOf(known('cascade').patientId)];
    const [one, two] = [await send(claims[0]?.claimId ?? ''), await send(claims[1]?.claimId ?? '')];
    expect(one.interchangeControlNumber).not.toBe(two.interchangeControlNumber);
    expect(one.batchNumber).not.toBe(two.batchNumber);
    await expect(billing().scrubClaim({ claimId: claims[0]?.claimId ?? '' })).rejects.toMatchObject({
      code: 'billing.claim_frozen',
    });
  });

  it('RCM-07 RCM-09 a batch counts as sent only when the clearinghouse has its file', async () => {
    const claim = await claimOf(known('cascade').patientId);
    day.clearinghouse.isAway = true;
    const waiting = await send(claim.claimId);
    day.clearinghouse.isAway = false;
    expect(waiting).toMatchObject({ status: 'created', sentAt: null });
    expect(await billing().getClaim({ claimId: claim.claimId })).toMatchObject({ status: 'batched' });
    const { batchId } = waiting;
    const { fileId } = day.sent.get(batchId) ?? { fileId: '' };
    for (let turn = 0; turn < 2; turn += 1)
      await day.publish('InterchangeSent', batchId, { fileId, batchId });
    expect(await billing().getClaimBatch({ batchId })).toMatchObject({ status: 'sent', fileId });
    expect(await billing().getClaim({ claimId: claim.claimId })).toMatchObject({ status: 'sent' });
    const { items } = await billing().listClaimEvents({ claimId: claim.claimId });
    expect(items.filter(entry => entry.kind === 'sent')).toHaveLength(1);
  });

  it('BDB-07 what was sent stays as it was sent, whatever becomes of the record, and whoever asks', async () => {
    const patient = known('cascade');
    const claim = await claimOf(patient.patientId);
    const { batchId } = await send(claim.claimId);
    const sent = await billing().getClaim({ claimId: claim.claimId });
    const coverages = patient.coverages.map(coverage => ({ ...coverage, memberId: 'W00999999' }));
    day.patients.set(patient.patientId, { ...patient, coverages });
    await expect(billing().scrubClaim({ claimId: claim.claimId })).rejects.toMatchObject({
      code: 'billing.claim_frozen',
    });
    expect(await billing().getClaim({ claimId: claim.claimId })).toEqual(sent);
    const [model] = professionalClaimsOf(batchId);
    expect(model?.billing[0]?.subscribers[0]?.subscriber.party.id).toBe('W0014711');
    await day.test.withRole('svc_billing', 'business', async client => {
      await client.query(`select set_config('app.practice_id', $1, false)`, [PRACTICE_ID]);
      for (const change of ["content = '{}'", "patient_control_number = 'X'", "frequency = '8'"]) {
        await expect(
          client.query(`update billing.claim_version set ${change} where claim_id = $1`, [claim.claimId]),
        ).rejects.toThrow(/never changed/);
      }
    });
  });

  it('BDB-10 the state of a claim is that of its last event, and events only grow', async () => {
    await day.test.withRoot('business', async client => {
      const { rows } = await client.query<{ claims: number; torn: number }>(`
        select count(*)::int as claims, count(*) filter (where claim.status is distinct from (
          select to_status from billing.claim_event event
          where event.practice_id = claim.practice_id and event.claim_id = claim.id
          order by ordinal desc limit 1))::int as torn
        from billing.claim`);
      expect(rows[0]?.claims).toBeGreaterThan(4);
      expect(rows[0]?.torn).toBe(0);
    });
    await day.test.withRole('svc_billing', 'business', async client => {
      await expect(client.query("update billing.claim_event set to_status = 'paid'")).rejects.toThrow(
        /permission denied/,
      );
      await expect(client.query('delete from billing.claim_event')).rejects.toThrow(/permission denied/);
    });
  });

  it('RCM-07 a file that the guide refuses holds its claims instead of losing them', async () => {
    const claim = await claimOf(known('cascade').patientId);
    day.clearinghouse.refuses = true;
    const batch = await send(claim.claimId);
    day.clearinghouse.refuses = false;
    expect(batch.status).toBe('rejected');
    expect(await billing().getClaim({ claimId: claim.claimId })).toMatchObject({ status: 'held' });
    expect(await billing().scrubClaim({ claimId: claim.claimId })).toMatchObject({ status: 'ready' });
    expect(await send(claim.claimId)).toMatchObject({ status: 'sent' });
  });
});

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

describe('worklist', () => {
  it('NAV-13 lists by what wants attention, filters by status and payer, and counts', async () => {
    const page = await billing().listClaims({ status: ['ready'], limit: 2 });
    expect(page.items.every(claim => claim.status === 'ready')).toBe(true);
    if (page.nextCursor !== null) {
      const next = await billing().listClaims({ status: ['ready'], limit: 2, cursor: page.nextCursor });
      expect(next.items.map(claim => claim.claimId)).not.toContain(page.items[0]?.claimId);
    }
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
