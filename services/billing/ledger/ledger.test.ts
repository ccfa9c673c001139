import { billingContract } from '@spark-den/contracts/billing/operations';
import { OTHER_PRACTICE_ID, person, PRACTICE_ID, secondPerson } from '@spark-den/testkit';
import { cents, localDate } from '@spark-den/kernel';
import { postCharges, voidCharges, type ChargeToPost } from './post-charges.ts';
import {
  inBilling,
  LOCATION,
  PAYER,
  PROVIDER,
  startBilling,
  type BillingTest,
} from '../testing/billing-system.ts';

const biller = person('billing-manager', [billingContract]);
const manager = person('practice-manager', [billingContract]);
const administrator = person('practice-administrator', [billingContract]);
const frontDesk = person('front-desk-coordinator', [billingContract]);
const uuid = () => crypto.randomUUID();

describe('the ledger', () => {
  let test: BillingTest;
  beforeAll(async () => {
    test = await startBilling();
  });
  afterEach(async () => {
    const report = await test.as(billingContract, biller).checkInvariants({});
    expect(report.evidence.filter(item => !item.ok)).toEqual([]);
  });
  afterAll(() => test.stop());

  const charge = (overrides: Partial<ChargeToPost> = {}): ChargeToPost => ({
    chargeLineId: uuid(),
    patientId: uuid(),
    payerId: PAYER,
    providerId: PROVIDER,
    locationId: LOCATION,
    serviceDate: localDate('2026-11-10'),
    amountCents: cents(16_500),
    ...overrides,
  });
  const post = (...charges: ChargeToPost[]) => inBilling(test, context => postCharges(context, charges));
  const account = (patientId: string) => test.as(billingContract, biller).getPatientAccount({ patientId });

  it('SVC-04 BDB-09 posts a charge once, as a balanced entry that nobody can change', async () => {
    const one = charge();
    await post(one);
    await expect(post(one)).rejects.toMatchObject({ code: 'billing.charge_already_posted' });
    expect((await account(one.patientId)).balances).toEqual({
      insuranceCents: 16_500,
      patientCents: 0,
      unappliedCents: 0,
    });
    await test.withRole('svc_billing', 'business', async client => {
      await client.query(`select set_config('app.practice_id', $1, false)`, [PRACTICE_ID]);
      for (const attempt of [
        'update billing.journal_line set amount_cents = 1',
        'delete from billing.journal_entry',
        'truncate billing.journal_line',
        'update billing.open_balance set amount_cents = 0',
        'insert into billing.open_balance select * from billing.open_balance',
      ]) {
        await expect(client.query(attempt)).rejects.toThrow(/permission denied/);
      }
    });
    await test.withRoot('business', async root => {
      await expect(root.query('update billing.journal_line set amount_cents = 1')).rejects.toThrow(
        /append-only/,
      );
      await expect(root.query('delete from billing.journal_entry')).rejects.toThrow(/append-only/);
      await expect(root.query('truncate billing.journal_entry cascade')).rejects.toThrow(/append-only/);
    });
  });

  it('BDB-09 the database refuses an entry that does not sum to zero, and a line that joins an entry later', async () => {
    const one = charge();
    const entries = await post(one);
    const entryId = entries.get(one.chargeLineId);
    await test.withRole('svc_billing', 'business', async client => {
      await client.query(`select set_config('app.practice_id', $1, false)`, [PRACTICE_ID]);
      await client.query('begin');
      const header = `insert into billing.journal_entry (id, practice_id, kind, cause_type, cause_id, memo, event_date,
        posting_date, posted_at, posted_by) values ($1, $2, 'charge', 'charge', $1, 'x', now(), now(), now(), 'x')`;
      const line = `insert into billing.journal_line (practice_id, entry_id, ordinal, account, amount_cents)
        values ($1, $2, $3, $4, $5)`;
      const id = uuid();
      await client.query(header, [id, PRACTICE_ID]);
      await client.query(line, [PRACTICE_ID, id, 1, 'gross_charges', -100]);
      await client.query(line, [PRACTICE_ID, id, 2, 'cash_drawer', 99]);
      await expect(client.query('commit')).rejects.toThrow(/does not balance/);
      await expect(client.query(line, [PRACTICE_ID, entryId, 9, 'cash_drawer', 5])).rejects.toThrow(
        /no line joins/,
      );
    });
  });

  it('BDB-09 the database refuses a receivable below zero', async () => {
    const one = charge({ payerId: null });
    await post(one);
    await expect(
      inBilling(test, async context => {
        const { postEntry } = await import('./post-entries.ts');
        const line = { chargeLineId: one.chargeLineId, patientId: one.patientId, guarantorId: one.patientId };
        await postEntry(context, {
          kind: 'write_off',
          cause: { type: 'write_off', id: uuid() },
          eventDate: localDate('2026-11-16'),
          memo: 'too much',
          lines: [
            { ...line, account: 'courtesy', amountCents: cents(20_000) },
            { ...line, account: 'ar_patient', amountCents: cents(-20_000) },
          ],
        });
      }),
    ).rejects.toThrow(/would be -3500 cents/);
  });

  it('a closed period takes no posting', async () => {
    await test.withRoot('business', root =>
      root.query(`insert into billing.accounting_period values ($1, '2026-11-01', now(), 'test')`, [
        PRACTICE_ID,
      ]),
    );
    await expect(post(charge())).rejects.toMatchObject({ code: 'billing.period_closed' });
    await test.withRoot('business', root => root.query('delete from billing.accounting_period'));
  });

  it('SVC-04 voids a charge by a reversing entry, and not while something stands on it', async () => {
    const one = charge({ payerId: null });
    await post(one);
    await inBilling(test, context => voidCharges(context, [one.chargeLineId]));
    expect((await account(one.patientId)).balances.patientCents).toBe(0);
    expect((await account(one.patientId)).postings).toHaveLength(4);
    await expect(inBilling(test, context => voidCharges(context, [uuid()]))).rejects.toMatchObject({
      code: 'billing.charge_line_not_found',
    });
    const two = charge({ payerId: null });
    await post(two);
    await test
      .as(billingContract, frontDesk)
      .collectPayment({ patientId: two.patientId, tender: 'cash', amountCents: 500 });
    await expect(inBilling(test, context => voidCharges(context, [two.chargeLineId]))).rejects.toMatchObject({
      code: 'billing.charge_has_postings',
    });
  });

  it('RCM-30 (narrow row: no report of leakage) writes off by reason within the limit of the role; above it a second person decides', async () => {
    const one = charge({ payerId: null });
    await post(one);
    const ask = (amountCents: number, reason: 'courtesy' | 'small_balance' | 'bad_debt') =>
      test.as(billingContract, biller).writeOffBalance({
        chargeLineId: one.chargeLineId,
        holder: 'patient',
        reason,
        amountCents,
        note: 'agreed',
      });
    expect(await ask(5_000, 'courtesy')).toMatchObject({ state: 'posted' });
    await expect(ask(1_001, 'small_balance')).rejects.toMatchObject({ code: 'billing.small_balance_limit' });
    await expect(ask(20_000, 'bad_debt')).rejects.toMatchObject({ code: 'billing.exceeds_open_balance' });
    const large = await ask(11_500, 'bad_debt');
    expect(large).toMatchObject({ state: 'requested' });
    expect((await account(one.patientId)).balances.patientCents).toBe(11_500);
    const decide = { writeOffId: large.writeOffId, approve: true };
    await expect(test.as(billingContract, biller).decideWriteOff(decide)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(test.as(billingContract, administrator).decideWriteOff(decide)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const both = { ...biller, permissions: new Set([...biller.permissions, 'billing.write_off.approve']) };
    await expect(test.as(billingContract, both).decideWriteOff(decide)).rejects.toMatchObject({
      code: 'billing.same_person',
    });
    expect(await test.as(billingContract, manager).decideWriteOff(decide)).toMatchObject({ state: 'posted' });
    const after = await account(one.patientId);
    expect(after.balances.patientCents).toBe(0);
    expect(after.charges[0]).toMatchObject({ billedCents: 16_500, writtenOffCents: 16_500 });
    const trial = await test.as(billingContract, manager).getTrialBalance({});
    expect(trial.sumCents).toBe(0);
    expect(trial.rows.find(row => row.account === 'bad_debt')).toMatchObject({ debitCents: 11_500 });
  });

  it('RCM-20 SVC-04 explains any balance by the postings that sum to it', async () => {
    const one = charge({ payerId: null });
    await post(one);
    await test
      .as(billingContract, frontDesk)
      .collectPayment({ patientId: one.patientId, tender: 'check', amountCents: 4_000 });
    const explained = await test
      .as(billingContract, biller)
      .explainBalance({ patientId: one.patientId, account: 'ar_patient' });
    expect(explained.totalCents).toBe(12_500);
    expect(explained.byKind).toEqual([
      { kind: 'charge', account: 'ar_patient', amountCents: 16_500, count: 1 },
      { kind: 'allocation', account: 'ar_patient', amountCents: -4_000, count: 1 },
    ]);
    expect(explained.postings.map(posting => posting.runningCents)).toEqual([16_500, 12_500]);
    const entry = await test
      .as(billingContract, biller)
      .getEntry({ entryId: explained.postings[1]?.entryId ?? '' });
    expect(entry.lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(0);
  });

  it('BDB-03 (narrow: guarantor and patient) keeps them apart; a change does not rewrite what was posted', async () => {
    const parent = uuid();
    const one = charge({ payerId: null });
    await post(one);
    await test.as(billingContract, biller).setGuarantor({ patientId: one.patientId, guarantorId: parent });
    const two = charge({ payerId: null, patientId: one.patientId, amountCents: cents(2_000) });
    await post(two);
    const ofParent = await test.as(billingContract, biller).getGuarantorAccount({ guarantorId: parent });
    expect(ofParent.balances.patientCents).toBe(2_000);
    expect(ofParent.patients).toEqual([expect.objectContaining({ patientId: one.patientId })]);
    const own = await test.as(billingContract, biller).getGuarantorAccount({ guarantorId: one.patientId });
    expect(own.balances.patientCents).toBe(16_500);
  });

  it('INT-FIN-02 the receivable accounts equal the open balances after every step, also side by side', async () => {
    const one = charge({ payerId: null, amountCents: cents(10_000) });
    await post(one);
    const pay = () =>
      test
        .as(billingContract, frontDesk)
        .collectPayment({ patientId: one.patientId, tender: 'cash', amountCents: 1_500 });
    await Promise.all(Array.from({ length: 8 }, pay));
    expect((await account(one.patientId)).balances).toEqual({
      insuranceCents: 0,
      patientCents: 0,
      unappliedCents: 2_000,
    });
  });

  it('shows another practice nothing of the books', async () => {
    const one = charge();
    await post(one);
    const stranger = secondPerson('billing-manager', [billingContract], OTHER_PRACTICE_ID);
    expect(
      (await test.as(billingContract, stranger).getPatientAccount({ patientId: one.patientId })).charges,
    ).toEqual([]);
    expect(
      (await test.as(billingContract, stranger).getTrialBalance({})).rows.every(
        row => row.balanceCents === 0,
      ),
    ).toBe(true);
  });
});
