import { codes } from '@spark-den/codes';
import { localDate } from '@spark-den/kernel';
import { PRACTICE_ID } from '@spark-den/testkit';
import { validate } from '@spark-den/x12';
import { demoIds } from '../../../simulators/practice/src/demo-practice.ts';
import { claimsSteps } from '../testing/claims-steps.ts';
import { startClaims, type ClaimsTest } from '../testing/claims-system.ts';

let day: ClaimsTest;
const { billing, known, claimOf, send, interchangeOf, professionalClaimsOf } = claimsSteps(() => day);

beforeAll(async () => {
  day = await startClaims();
}, 120_000);
afterAll(() => day.test.stop());

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

  it('RCM-07 (narrow row: 837P) control numbers never repeat, and a sent claim is frozen', async () => {
    const claims = [await claimOf(known('cascade').patientId), await claimOf(known('cascade').patientId)];
    const [one, two] = [await send(claims[0]?.claimId ?? ''), await send(claims[1]?.claimId ?? '')];
    expect(one.interchangeControlNumber).not.toBe(two.interchangeControlNumber);
    expect(one.batchNumber).not.toBe(two.batchNumber);
    await expect(billing().scrubClaim({ claimId: claims[0]?.claimId ?? '' })).rejects.toMatchObject({
      code: 'billing.claim_frozen',
    });
  });

  it('RCM-07 RCM-09 (narrow: 837P and its acknowledgements) a batch counts as sent only when the clearinghouse has its file', async () => {
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
    const patient = known('cascade');
    const claim = await claimOf(patient.patientId);
    day.clearinghouse.refuses = true;
    const batch = await send(claim.claimId);
    day.clearinghouse.refuses = false;
    expect(batch.status).toBe('rejected');
    expect(await billing().getClaim({ claimId: claim.claimId })).toMatchObject({ status: 'held' });
    const coverages = patient.coverages.map(coverage => ({ ...coverage, memberId: 'W00MENDED' }));
    day.patients.set(patient.patientId, { ...patient, coverages });
    expect(await billing().scrubClaim({ claimId: claim.claimId })).toMatchObject({ status: 'ready' });
    const again = await send(claim.claimId);
    expect(again).toMatchObject({ status: 'sent' });
    expect(interchangeOf(again.batchId)).toContain('W00MENDED');
  });

  it('BDB-03 the payer is told of patient and subscriber, the books of the guarantor: three people', async () => {
    const child = known('cascade');
    const [coverage] = child.coverages;
    if (!coverage) throw new Error('no coverage');
    const parent = { given: 'Teresa', family: 'Quintana', middle: null, suffix: null };
    day.patients.set(child.patientId, {
      ...child,
      birthDate: localDate('2019-05-01'),
      coverages: [
        {
          ...coverage,
          relationship: 'child',
          subscriber: { name: parent, birthDate: localDate('1988-02-03'), sex: 'female', address: null },
        },
      ],
    });
    const { patientId } = child;
    const { patientId: guarantorId } = known();
    await billing().setGuarantor({ patientId, guarantorId });
    const { claimId } = await claimOf(patientId);
    const { batchId } = await send(claimId);
    const [entry] = professionalClaimsOf(batchId)[0]?.billing[0]?.subscribers ?? [];
    expect(entry?.subscriber.party).toMatchObject({ name: 'QUINTANA', firstName: 'TERESA' });
    expect(entry?.dependants[0]?.patient.party).toMatchObject({ name: 'MARIN', firstName: 'ROSA' });
    const answersFor = (id: string) => billing().getGuarantorAccount({ guarantorId: id });
    expect((await answersFor(guarantorId)).patients).toEqual([
      expect.objectContaining({
        patientId,
        balances: expect.objectContaining({ insuranceCents: 27_200 }) as object,
      }),
    ]);
    expect((await answersFor(patientId)).patients).toEqual([]);
  });
});
