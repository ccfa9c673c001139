import { billingContract } from '@spark-den/contracts/billing/operations';
import { person } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { inBilling, startBilling, type BillingTest } from '../testing/billing-system.ts';
import { remittanceFile } from '../testing/remittance-file.ts';
import { sendClaim, type SentClaim } from '../testing/sent-claims.ts';

const biller = person('billing-manager', [billingContract]);
/** How fast 10,000 claims are posted says `npm run bench -- remittance`. */
const CLAIMS = process.env.ASSURE ? 10_000 : 200;

describe('a large 835', () => {
  let test: BillingTest;
  beforeAll(async () => {
    test = await startBilling();
  });
  afterAll(() => test.stop());

  it('RCM-10 posts in one transaction, and the books hold', async () => {
    const claims: SentClaim[] = [];
    for (let start = 0; start < CLAIMS; start += 100) {
      await inBilling(test, async context => {
        for (let index = start; index < Math.min(start + 100, CLAIMS); index += 1) {
          claims.push(await sendClaim(context, { pcn: `BIG${index}`, charges: [16_500, 1_500] }));
        }
      });
    }
    const content = remittanceFile([
      {
        trace: 'BIG-1',
        claims: claims.map((claim, index) => ({
          pcn: claim.pcn,
          lines: [
            {
              charge: 16_500,
              lineControl: claim.lineControls[0] ?? '',
              adjust: [
                ['CO', '45', 3_300],
                ['PR', '2', 2_640],
              ],
            },
            {
              charge: 1_500,
              lineControl: claim.lineControls[1] ?? '',
              adjust: [['CO', index % 20 === 0 ? '97' : '45', 1_500]],
            },
          ],
        })),
      },
    ]);
    const reply = await test.dispatch(
      'billing',
      {
        operation: 'importRemittance',
        input: { fileName: 'big.835', base64: Buffer.from(content).toString('base64') },
        idempotencyKey: randomUUID(),
        deadlineMs: 120_000,
      },
      biller,
    );
    expect(reply.status).toBe(200);
    const { remittances } = JSON.parse(reply.body) as {
      remittances: { status: string; unmatched: unknown[] }[];
    };
    expect(remittances[0]).toMatchObject({ status: 'posted', unmatched: [] });
    expect((await test.as(billingContract, biller).checkInvariants({})).ok).toBe(true);
  }, 600_000);
});
