import { startBilling, type BillingTest } from '../testing/billing-system.ts';
import type { ClaimDecision } from '../testing/remittance-file.ts';
import { remittanceSteps } from '../testing/remittance-steps.ts';
import type { SentClaim } from '../testing/sent-claims.ts';

describe('claim payments that come apart', () => {
  let test: BillingTest;
  const { billing, number, send, takeOne, pay, balances, expectSoundBooks } = remittanceSteps(() => test);
  beforeAll(async () => {
    test = await startBilling();
  });
  afterEach(expectSoundBooks);
  afterAll(() => test.stop());

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
  }, 120_000);

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
});
