import { billingContract } from '@spark-den/contracts/billing/operations';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { person, secondPerson, OTHER_PRACTICE_ID } from '@spark-den/testkit';
import { createHash } from 'node:crypto';
import { inBilling, startBilling, type BillingTest } from '../testing/billing-system.ts';
import { remittanceFile, type ClaimDecision } from '../testing/remittance-file.ts';
import { sendClaim } from '../testing/sent-claims.ts';

const contracts = [billingContract, documentsContract];
const biller = person('billing-manager', contracts);

describe('statements and denials', () => {
  let test: BillingTest;
  beforeAll(async () => {
    test = await startBilling();
  });
  afterEach(async () => {
    expect((await billing().checkInvariants({})).ok).toBe(true);
  });
  afterAll(() => test.stop());

  let next = 0;
  const billing = () => test.as(billingContract, biller);
  const send = (charges: number[]) =>
    inBilling(test, context =>
      sendClaim(context, { pcn: `ST${String((next += 1)).padStart(4, '0')}`, charges }),
    );
  const take = (claims: ClaimDecision[]) =>
    billing().importRemittance({
      fileName: 'x.835',
      base64: Buffer.from(remittanceFile([{ trace: `TR${(next += 1)}`, claims }], next)).toString('base64'),
    });

  it('PAT-18 bills only what an insurer has decided, to one recipient, and keeps the same file with its hash', async () => {
    const decided = await send([10_000, 4_000]);
    const [first = '', second = ''] = decided.lineControls;
    await expect(billing().issueStatement({ patientId: decided.patientId })).rejects.toMatchObject({
      code: 'billing.nothing_to_bill',
    });
    await take([
      {
        pcn: decided.pcn,
        lines: [
          {
            charge: 10_000,
            lineControl: first,
            adjust: [
              ['CO', '45', 2_000],
              ['PR', '2', 1_600],
            ],
          },
          { charge: 4_000, lineControl: second, adjust: [['CO', '197', 4_000]] },
        ],
      },
    ]);
    const statement = await billing().issueStatement({ patientId: decided.patientId });
    // The denied line is still between the practice and the insurer.
    expect(statement).toMatchObject({ amountCents: 1_600, dueOn: '2026-12-16' });
    expect(statement.lines).toEqual([
      expect.objectContaining({
        chargeLineId: decided.chargeLineIds[0],
        insurancePaidCents: 6_400,
        dueCents: 1_600,
      }),
    ]);
    const pdf = Buffer.from(
      (await billing().getStatementPdf({ statementId: statement.statementId })).base64,
      'base64',
    );
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(statement.sha256);
    const kept = await test.as(documentsContract, biller).listDocuments({ subjectId: statement.statementId });
    expect(kept.items.map(item => [item.patientId, item.sha256])).toEqual([
      [decided.patientId, statement.sha256],
    ]);
    const candidates = await billing().listStatementCandidates({});
    expect(candidates.items.find(item => item.patientId === decided.patientId)).toMatchObject({
      hold: 'recent_statement',
    });
    const stranger = secondPerson('billing-manager', contracts, OTHER_PRACTICE_ID);
    await expect(
      test.as(billingContract, stranger).getStatementPdf({ statementId: statement.statementId }),
    ).rejects.toMatchObject({ kind: 'not_found' });
    await expect(
      test.as(documentsContract, stranger).getDocument({ documentId: statement.documentId }),
    ).rejects.toMatchObject({ kind: 'not_found' });
    await billing().collectPayment({ patientId: decided.patientId, tender: 'check', amountCents: 1_600 });
    expect((await billing().getPatientBalance({ patientId: decided.patientId })).balances.patientCents).toBe(
      0,
    );
  });

  it('NAV-15 PMS-20 (narrow: no attachments) works a denial from the remittance to the letter; reprocessing closes it', async () => {
    const claim = await send([10_000]);
    const lineControl = claim.lineControls[0] ?? '';
    const denied = {
      pcn: claim.pcn,
      lines: [{ charge: 10_000, lineControl, adjust: [['CO', '197', 10_000] as const] }],
    };
    await take([denied]);
    const list = await billing().listDenials({});
    const denial = list.items.find(item => item.claimId === claim.claimId);
    if (!denial) throw new Error('no denial');
    expect(denial).toMatchObject({
      category: 'authorization',
      reason: '197',
      amountCents: 10_000,
      deniedOn: '2026-11-15',
      deadline: '2027-02-13',
      state: 'open',
    });
    const { denialId, version } = denial;
    const mine = { denialId, ownerId: biller.id };
    const owned = await billing().updateDenial(mine, { version });
    expect(owned).toMatchObject({
      state: 'in_work',
      ownerId: biller.id,
      ownerName: 'Someone of the practice',
    });
    await expect(billing().updateDenial(mine, { version })).rejects.toMatchObject({
      code: 'billing.version_conflict',
    });
    const written = await billing().writeAppealLetter({
      denialId,
      argument: 'The visit was authorised; see A-1.',
    });
    expect(written.denial.state).toBe('appealed');
    const letter = await billing().getAppealLetter({ denialId, documentId: written.documentId });
    expect(Buffer.from(letter.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await take([
      { ...denied, reversed: true },
      { pcn: claim.pcn, lines: [{ charge: 10_000, lineControl, adjust: [['CO', '45', 2_000]] }] },
    ]);
    const closed = await billing().getDenial({ denialId });
    expect(closed.state).toBe('overturned');
    expect(closed.history.map(event => event.what)).toEqual([
      'Denied CO-197',
      'Changed owner',
      'Appeal letter written',
      'Paid after reprocessing',
    ]);
    expect((await billing().getPatientBalance({ patientId: claim.patientId })).balances.insuranceCents).toBe(
      0,
    );
    await expect(billing().closeDenial({ denialId, outcome: 'upheld', note: 'x' })).rejects.toMatchObject({
      code: 'billing.denial_closed',
    });
  });

  it('NAV-15 puts first what brings most per day that is left, and last what is too late', async () => {
    const [small, large] = [await send([2_000]), await send([90_000])];
    for (const claim of [small, large]) {
      const charge = claim === small ? 2_000 : 90_000;
      await take([
        {
          pcn: claim.pcn,
          lines: [{ charge, lineControl: claim.lineControls[0] ?? '', adjust: [['CO', '197', charge]] }],
        },
      ]);
    }
    const { items } = await billing().listDenials({ limit: 1 });
    expect(items[0]?.claimId).toBe(large.claimId);
    const page = await billing().listDenials({ limit: 1 });
    const rest = await billing().listDenials({ limit: 50, cursor: page.nextCursor ?? '' });
    expect(rest.items.map(item => item.claimId)).toContain(small.claimId);
    expect(rest.items.map(item => item.claimId)).not.toContain(large.claimId);
    const leave = (claimId: string, days: number) =>
      test.withRoot('business', root =>
        root.query('update billing.denial set deadline = $2::date + $3::int where claim_id = $1', [
          claimId,
          test.clock.now().slice(0, 10),
          days,
        ]),
      );
    await leave(large.claimId, 364);
    await leave(small.claimId, 0);
    const order = async () => (await billing().listDenials({ limit: 50 })).items.map(item => item.claimId);
    expect((await order())[0]).toBe(small.claimId);
    await leave(small.claimId, -2);
    expect((await order()).at(-1)).toBe(small.claimId);
  });
});
