import { startBilling, type BillingTest } from '../testing/billing-system.ts';
import { remittanceFile } from '../testing/remittance-file.ts';
import { remittanceSteps } from '../testing/remittance-steps.ts';

describe('an 835 that is held, refused or a repeat', () => {
  let test: BillingTest;
  const { billing, number, send, take, takeOne, pay, balances, hash, expectSoundBooks } = remittanceSteps(
    () => test,
  );
  beforeAll(async () => {
    test = await startBilling();
  });
  afterEach(expectSoundBooks);
  afterAll(() => test.stop());

  it.each([
    [
      'line',
      'line_out_of_balance',
      (file: string) => file.replace(/SVC\*HC:99213\*100\*80/, 'SVC*HC:99213*100*81'),
    ],
    ['claim', 'claim_out_of_balance', (file: string) => file.replace(/\*100\*80\*/, '*100*79*')],
    ['check', 'check_out_of_balance', (file: string) => file.replace('BPR*I*80*', 'BPR*I*81*')],
  ])('RCM-10 holds a remittance whole that is out of balance at the %s', async (_, code, spoil) => {
    const claim = await send([10_000]);
    const before = await hash();
    const file = remittanceFile([
      { trace: number('T'), claims: [pay(claim, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }])] },
    ]);
    const { ok, remittances } = await take(spoil(file));
    expect(ok).toBe(false);
    expect(remittances[0]).toMatchObject({ status: 'held', reason: 'unbalanced' });
    expect(remittances[0]?.findings.map(finding => finding.code)).toContain(code);
    expect(await hash()).toBe(before);
    await expect(
      billing().decideRemittance({
        remittanceId: remittances[0]?.remittanceId ?? '',
        decision: 'post',
        note: 'try',
      }),
    ).rejects.toMatchObject({ code: 'billing.remittance_unbalanced' });
  });

  it('RCM-10 holds a remittance whose envelope says that something is missing', async () => {
    const claim = await send([10_000]);
    const file = remittanceFile([{ trace: number('T'), claims: [pay(claim, [{ charge: 10_000 }])] }]);
    const { remittances } = await take(file.replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) + 3}`));
    expect(remittances[0]).toMatchObject({ status: 'held', reason: 'envelope' });
    expect((await balances(claim)).insuranceCents).toBe(10_000);
  });

  it('NAV-14 refuses a payment to someone else and a file that cannot be read, and books nothing', async () => {
    const claim = await send([10_000]);
    const before = await hash();
    const decision = pay(claim, [{ charge: 10_000 }]);
    const stranger = remittanceFile([{ trace: number('T'), claims: [decision], payeeNpi: '1234567893' }])
      .replace('REF*TJ*364000001~', '')
      .replace('SE*20', 'SE*19');
    const refused = await take(stranger);
    expect(refused.remittances[0]).toMatchObject({ status: 'rejected', reason: 'payee_not_ours' });
    const cut = remittanceFile([{ trace: number('T'), claims: [decision] }]).replace(
      /CLP\*([^*]*)\*1\*100/,
      'CLP*$1*1*abc',
    );
    expect((await take(cut)).remittances[0]).toMatchObject({ status: 'rejected', reason: 'unreadable' });
    expect((await take('this is no interchange')).remittances[0]).toMatchObject({ status: 'rejected' });
    expect(await hash()).toBe(before);
  });

  it('F11 books nothing when the same remittance comes again, in whatever bytes', async () => {
    const claim = await send([10_000]);
    const payment = {
      trace: number('T'),
      claims: [pay(claim, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }])],
    };
    const file = remittanceFile([payment], 77);
    const first = await take(file);
    const before = await hash();
    const again = [
      file,
      file.replaceAll('~', '~\r\n'),
      remittanceFile([payment], 78),
      remittanceFile([payment], 79, {
        delimiters: { element: '|', component: '>', repetition: '^', segment: "'" },
      }),
    ];
    for (const bytes of again) {
      const { ok, remittances } = await take(bytes);
      expect(ok).toBe(true);
      expect(remittances[0]).toMatchObject({
        status: 'duplicate',
        rivalId: first.remittances[0]?.remittanceId,
      });
    }
    expect(await hash()).toBe(before);
  });

  it('F12 holds the same payment with other claims, shows both, and a person decides', async () => {
    const [one, two] = [await send([10_000]), await send([10_000])];
    const trace = number('T');
    const first = await takeOne({
      trace,
      claims: [pay(one, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }])],
    });
    const before = await hash();
    const second = await takeOne({
      trace,
      claims: [pay(two, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }])],
    });
    expect(second).toMatchObject({
      status: 'held',
      reason: 'same_payment_other_claims',
      rivalId: first.remittanceId,
    });
    expect(await hash()).toBe(before);
    const remittanceId = second.remittanceId ?? '';
    const shown = await billing().getRemittance({ remittanceId });
    expect(shown.rival).toMatchObject({ remittanceId: first.remittanceId, status: 'posted' });
    expect(shown.claims).toHaveLength(1);
    const posted = await billing().decideRemittance({
      remittanceId,
      decision: 'post',
      note: 'two checks, one number',
    });
    expect(posted.status).toBe('posted');
    expect((await balances(two)).insuranceCents).toBe(0);
    await expect(
      billing().decideRemittance({ remittanceId, decision: 'discard', note: 'late' }),
    ).rejects.toMatchObject({ code: 'billing.remittance_not_held' });
  });

  it('F13 posts a genuine second payment under a new trace, and swallows nothing', async () => {
    const claim = await send([10_000]);
    const decision = pay(claim, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }]);
    await takeOne({ trace: number('T'), claims: [decision] });
    const second = await takeOne({ trace: number('T'), claims: [decision] });
    expect(second).toMatchObject({
      status: 'posted',
      unmatched: [{ claim: claim.pcn, reason: 'exceeds_open_balance', amountCents: 8_000 }],
      unappliedCents: 8_000,
    });
    const waiting = await billing().listUnmatchedItems({ limit: 200 });
    expect(waiting.items.map(item => item.patientControlNumber)).toContain(claim.pcn);
  });

  it('G22 the same remittance taken by eight at once is booked once', async () => {
    const claim = await send([10_000]);
    const trace = number('T');
    const decision = pay(claim, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }]);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        take(remittanceFile([{ trace, claims: [decision] }], 500 + (index % 4))),
      ),
    );
    const statuses = results.map(result => result.remittances[0]?.status);
    expect(statuses.filter(status => status === 'posted')).toHaveLength(1);
    expect(statuses.filter(status => status === 'duplicate')).toHaveLength(7);
    expect((await balances(claim)).insuranceCents).toBe(0);
  });
});
