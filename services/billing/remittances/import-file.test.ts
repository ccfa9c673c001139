import { billingContract } from '@spark-den/contracts/billing/operations';
import type { RemittanceOutcome } from '@spark-den/contracts/billing/remittance-types';
import { person } from '@spark-den/testkit';
import { inBilling, MEDICAID, PAYER, startBilling, type BillingTest } from '../testing/billing-system.ts';
import { remittanceFile, type ClaimDecision, type Payment } from '../testing/remittance-file.ts';
import { bookHash, sendClaim, type SentClaim } from '../testing/sent-claims.ts';

const biller = person('billing-manager', [billingContract]);
let next = 0;
const number = (prefix: string) => `${prefix}${String((next += 1)).padStart(5, '0')}`;

describe('an 835', () => {
  let test: BillingTest;
  beforeAll(async () => {
    test = await startBilling();
  });
  afterEach(async () => {
    const report = await billing().checkInvariants({});
    expect(report.evidence.filter(item => !item.ok)).toEqual([]);
  });
  afterAll(() => test.stop());

  const billing = () => test.as(billingContract, biller);
  const send = (charges: number[], more: Partial<Parameters<typeof sendClaim>[1]> = {}) =>
    inBilling(test, context => sendClaim(context, { pcn: number('PCN'), charges, ...more }));
  const take = async (content: string) =>
    billing().importRemittance({ fileName: 'test.835', base64: Buffer.from(content).toString('base64') });
  const takeOne = async (payment: Payment): Promise<RemittanceOutcome> => {
    const { remittances } = await take(remittanceFile([payment], (next += 1)));
    const [outcome] = remittances;
    if (!outcome) throw new Error('no remittance');
    return outcome;
  };
  const pay = (
    claim: SentClaim,
    lines: ClaimDecision['lines'],
    more: Partial<ClaimDecision> = {},
  ): ClaimDecision => ({
    pcn: claim.pcn,
    lines: lines.map((line, index) => ({ lineControl: claim.lineControls[index], ...line })),
    ...more,
  });
  const balances = async (claim: SentClaim) =>
    (await billing().getPatientAccount({ patientId: claim.patientId })).balances;
  const hash = () => inBilling(test, bookHash);

  it('RCM-10 RCM-19 NAV-14 posts payment, contract, share and denial to the cent', async () => {
    const claim = await send([16_500, 1_500]);
    const outcome = await takeOne({
      trace: number('T'),
      claims: [
        pay(claim, [
          {
            charge: 16_500,
            adjust: [
              ['CO', '45', 3_300],
              ['PR', '2', 2_640],
            ],
          },
          { charge: 1_500, adjust: [['CO', '97', 1_500]], remarks: ['N19'] },
        ]),
      ],
    });
    expect(outcome).toMatchObject({
      status: 'posted',
      amountCents: 10_560,
      claims: 1,
      lines: 2,
      unmatched: [],
      unappliedCents: 0,
    });
    const account = await billing().getPatientAccount({ patientId: claim.patientId });
    expect(account.balances).toEqual({ insuranceCents: 1_500, patientCents: 2_640, unappliedCents: 0 });
    expect(account.charges).toContainEqual(
      expect.objectContaining({
        billedCents: 16_500,
        insurancePaidCents: 10_560,
        adjustedCents: 3_300,
        patientOpenCents: 2_640,
      }),
    );
    const remittance = await billing().getRemittance({ remittanceId: outcome.remittanceId ?? '' });
    expect(remittance.claims[0]).toMatchObject({
      state: 'posted',
      contractualCents: 3_300,
      deniedCents: 1_500,
    });
    const denials = await billing().listDenials({});
    expect(denials.items).toContainEqual(
      expect.objectContaining({
        claimId: claim.claimId,
        amountCents: 1_500,
        reason: '97',
        category: 'bundling',
        deadline: '2027-02-13',
      }),
    );
  });

  it('RCM-13 categorises each denied line and never a contractual amount or a share', async () => {
    const claim = await send([10_000]);
    await takeOne({
      trace: number('T'),
      claims: [
        pay(claim, [
          {
            charge: 10_000,
            adjust: [
              ['CO', '45', 2_000],
              ['CO', '253', 160],
              ['PR', '1', 7_840],
            ],
          },
        ]),
      ],
    });
    const denials = await billing().listDenials({ limit: 200 });
    expect(denials.items.filter(denial => denial.claimId === claim.claimId)).toEqual([]);
  });

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

  it('F14 pairs a reversal with its original and posts the correction, in any order and over several files', async () => {
    const steps = (claim: SentClaim): ClaimDecision[] => {
      const original = [
        {
          charge: 10_000,
          adjust: [
            ['CO', '45', 2_000],
            ['PR', '2', 1_600],
          ] as const,
        },
      ];
      return [
        pay(claim, original),
        pay(claim, original, { reversed: true }),
        pay(
          claim,
          [
            {
              charge: 10_000,
              adjust: [
                ['CO', '45', 3_000],
                ['PR', '2', 1_400],
              ],
            },
          ],
          { icn: `NEW${claim.pcn}` },
        ),
      ];
    };
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
    ];
    for (const order of orders) {
      for (const together of [false, true]) {
        const claim = await send([10_000]);
        const decisions = order.map(index => steps(claim)[index]).filter(step => step !== undefined);
        const payments = together
          ? [{ trace: number('T'), claims: decisions }]
          : decisions.map(decision => ({
              trace: number('T'),
              claims: [decision],
              plb: decision.reversed ? ([['FB', -6_400]] as const) : [],
            }));
        for (const payment of payments) await takeOne(payment);
        const account = await billing().getPatientAccount({ patientId: claim.patientId });
        expect(account.balances).toEqual({ insuranceCents: 0, patientCents: 1_400, unappliedCents: 0 });
        expect(account.charges[0]).toMatchObject({ insurancePaidCents: 5_600, adjustedCents: 3_000 });
        const open = await billing().listUnmatchedItems({ limit: 200 });
        expect(open.items.filter(item => item.patientControlNumber === claim.pcn)).toEqual([]);
      }
    }
  });

  it('F14 gives a patient the money back as credit when a correction leaves less to pay', async () => {
    const claim = await send([10_000]);
    const original = pay(claim, [
      {
        charge: 10_000,
        adjust: [
          ['CO', '45', 2_000],
          ['PR', '2', 1_600],
        ],
      },
    ]);
    await takeOne({ trace: number('T'), claims: [original] });
    await billing().collectPayment({ patientId: claim.patientId, tender: 'check', amountCents: 1_600 });
    await takeOne({
      trace: number('T'),
      claims: [
        { ...original, reversed: true },
        pay(claim, [
          {
            charge: 10_000,
            adjust: [
              ['CO', '45', 2_000],
              ['PR', '2', 600],
            ],
          },
        ]),
      ],
    });
    expect(await balances(claim)).toEqual({ insuranceCents: 0, patientCents: 0, unappliedCents: 1_000 });
  });

  it('RCM-10 RCM-24 (narrow: no bank lines) posts PLB, interest and a zero payment; a forward balance nets to zero when it is taken', async () => {
    const claim = await send([10_000]);
    const trial = async (account: string) =>
      (await billing().getTrialBalance({})).rows.find(row => row.account === account)?.balanceCents;
    const [plbBefore, interestBefore] = [await trial('provider_adjustments'), await trial('interest_income')];
    const original = pay(claim, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }]);
    await takeOne({ trace: number('T'), claims: [original] });
    const zero = await takeOne({
      trace: number('T'),
      claims: [{ ...original, reversed: true }],
      plb: [['FB', -8_000]],
    });
    expect(zero).toMatchObject({ status: 'posted', amountCents: 0 });
    const other = await send([20_000]);
    await takeOne({
      trace: number('T'),
      claims: [pay(other, [{ charge: 20_000 }])],
      plb: [
        ['FB', 8_000],
        ['L6', -150],
      ],
    });
    expect(await trial('provider_adjustments')).toBe(plbBefore);
    expect(await trial('interest_income')).toBe((interestBefore ?? 0) - 150);
    expect((await balances(claim)).insuranceCents).toBe(10_000);
  });

  it('RCM-10 hands the share to the payer to which the claim crossed over, posts what that one decides, and asks nothing of a Medicaid patient', async () => {
    const claim = await send([10_000], { payerIds: [PAYER, MEDICAID] });
    const share = {
      charge: 10_000,
      adjust: [
        ['CO', '45', 2_000],
        ['PR', '2', 1_600],
      ],
    } as const;
    await takeOne({ trace: number('T'), claims: [pay(claim, [share], { status: '19' })] });
    expect(await balances(claim)).toMatchObject({ insuranceCents: 1_600, patientCents: 0 });
    const rest = {
      charge: 10_000,
      adjust: [
        ['OA', '23', 8_400],
        ['CO', '45', 600],
      ],
    } as const;
    const outcome = await takeOne({
      trace: number('T'),
      payer: { name: 'STATE MEDICAL ASSISTANCE', id: 'STMED03' },
      claims: [pay(claim, [rest], { status: '2' })],
    });
    expect(outcome.unmatched).toEqual([]);
    const account = await billing().getPatientAccount({ patientId: claim.patientId });
    expect(account.balances).toEqual({ insuranceCents: 0, patientCents: 0, unappliedCents: 0 });
    expect(account.charges[0]).toMatchObject({ insurancePaidCents: 7_400, adjustedCents: 2_600 });
  });

  it('RCM-19 lists what fits no claim with its money, and a person settles it', async () => {
    const claim = await send([12_345]);
    const lines = [{ charge: 12_345, adjust: [['CO', '45', 2_000]] as const, lineControl: 'LOST' }];
    const outcome = await takeOne({ trace: number('T'), claims: [{ pcn: 'UNKNOWN1', lines }] });
    expect(outcome).toMatchObject({
      status: 'posted',
      unmatched: [{ claim: 'UNKNOWN1', reason: 'claim_not_found', amountCents: 10_345 }],
      unappliedCents: 10_345,
    });
    const { items } = await billing().listUnmatchedItems({ limit: 200 });
    const item = items.find(each => each.patientControlNumber === 'UNKNOWN1');
    if (!item) throw new Error('not listed');
    const candidates = await billing().listMatchCandidates({ itemId: item.itemId });
    expect(candidates.items.find(each => each.claimId === claim.claimId)).toMatchObject({
      obstacle: null,
      score: 90,
    });
    await billing().matchUnmatchedItem({ itemId: item.itemId, claimId: claim.claimId });
    expect((await balances(claim)).insuranceCents).toBe(0);
    await expect(
      billing().matchUnmatchedItem({ itemId: item.itemId, claimId: claim.claimId }),
    ).rejects.toMatchObject({ code: 'billing.unmatched_item_settled' });
  });

  it('RCM-19 finds a claim whose number the payer lost by the control numbers of its lines', async () => {
    const claim = await send([10_000]);
    await takeOne({
      trace: number('T'),
      claims: [{ ...pay(claim, [{ charge: 10_000, adjust: [['CO', '45', 2_000]] }]), pcn: 'MANGLED' }],
    });
    expect((await balances(claim)).insuranceCents).toBe(0);
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

  it('RCM-10 holds a remittance whose envelope says that something is missing', async () => {
    const claim = await send([10_000]);
    const file = remittanceFile([{ trace: number('T'), claims: [pay(claim, [{ charge: 10_000 }])] }]);
    const { remittances } = await take(file.replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) + 3}`));
    expect(remittances[0]).toMatchObject({ status: 'held', reason: 'envelope' });
    expect((await balances(claim)).insuranceCents).toBe(10_000);
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

  it('keeps the file as it came', async () => {
    const claim = await send([10_000]);
    const content = remittanceFile([{ trace: number('T'), claims: [pay(claim, [{ charge: 10_000 }])] }]);
    const { remittances } = await take(content);
    const file = await billing().getRemittanceFile({ remittanceId: remittances[0]?.remittanceId ?? '' });
    expect(Buffer.from(file.base64, 'base64').toString()).toBe(content);
  });
});
