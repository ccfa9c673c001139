import { billingContract } from '@spark-den/contracts/billing/operations';
import { person } from '@spark-den/testkit';
import { inBilling, startBilling, type BillingTest } from '../../services/billing/testing/billing-system.ts';
import { remittanceFile } from '../../services/billing/testing/remittance-file.ts';
import { sendClaim, type SentClaim } from '../../services/billing/testing/sent-claims.ts';

const biller = person('billing-manager', [billingContract]);
/** Every statement with ASSURE; otherwise one in a few, at least 20. */
const SWEEP_POINTS = 20;

interface Books {
  remittances: number;
  entries: number;
  cash: number;
  outbox: number;
}

describe('F01: the process dies at a statement of an 835 posting', () => {
  let test: BillingTest;
  beforeAll(async () => {
    test = await startBilling();
  });
  afterAll(() => test.stop());

  it('G21 RCM-10 posts nothing by half, and a repeat posts all of it once, wherever it died', async () => {
    const measured = await inBilling(test, context =>
      sendClaim(context, { pcn: 'MEASURE', charges: [16_500, 3_200] }),
    );
    test.fuse.mend();
    await importFile(measured);
    const statements = test.fuse.seen;
    expect(statements).toBeGreaterThan(SWEEP_POINTS);
    const step = process.env.ASSURE ? 1 : Math.max(1, Math.floor(statements / SWEEP_POINTS));
    let points = 0;
    for (let at = 1; at <= statements; at += step) {
      const claim = await inBilling(test, context =>
        sendClaim(context, { pcn: `CUT${at}`, charges: [16_500, 3_200] }),
      );
      const before = await books();
      test.fuse.blowAt(at);
      await importFile(claim).catch(() => undefined);
      test.fuse.mend();
      const after = await books();
      expect([before.remittances, before.remittances + 1]).toContain(after.remittances);
      if (after.remittances === before.remittances) expect(after).toEqual(before);
      const { remittances } = await importFile(claim);
      expect(remittances).toEqual([expect.objectContaining({ unmatched: [] })]);
      const whole = await books();
      expect(whole.remittances).toBe(before.remittances + 1);
      expect(whole.cash - before.cash).toBe(14_260);
      points += 1;
    }
    expect(points).toBeGreaterThanOrEqual(SWEEP_POINTS);
    const report = await test.as(billingContract, biller).checkInvariants({});
    expect(report.evidence.filter(({ ok }) => !ok)).toEqual([]);
  }, 300_000);

  function importFile(claim: SentClaim) {
    const file = remittanceFile([
      {
        trace: `T-${claim.pcn}`,
        claims: [
          {
            pcn: claim.pcn,
            lines: [
              {
                charge: 16_500,
                lineControl: claim.lineControls[0],
                adjust: [
                  ['CO', '45', 3_300],
                  ['PR', '3', 2_500],
                ],
              },
              {
                charge: 3_200,
                lineControl: claim.lineControls[1],
                adjust: [
                  ['CO', '45', 640],
                  ['CO', '50', -1_000],
                ],
              },
            ],
          },
        ],
      },
    ]);
    return test
      .as(billingContract, biller)
      .importRemittance(
        { fileName: `${claim.pcn}.835`, base64: Buffer.from(file).toString('base64') },
        { idempotencyKey: claim.pcn },
      );
  }

  function books(): Promise<Books> {
    return test.withRoot('business', async client => {
      const { rows } = await client.query<Books>(`
        select (select count(*)::int from billing.remittance where status = 'posted') as remittances,
          (select count(*)::int from billing.journal_entry) as entries,
          (select count(*)::int from billing.outbox) as outbox,
          (select coalesce(sum(amount_cents), 0)::int from billing.journal_line where account like 'cash%') as cash`);
      return rows[0] ?? { remittances: 0, entries: 0, cash: 0, outbox: 0 };
    });
  }
});
