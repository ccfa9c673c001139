import { billingContract } from '@spark-den/contracts/billing/operations';
import { person } from '@spark-den/testkit';
import fc from 'fast-check';
import { inBilling, startBilling, type BillingTest } from '../testing/billing-system.ts';
import { remittanceFile, type ClaimDecision } from '../testing/remittance-file.ts';
import { sendClaim } from '../testing/sent-claims.ts';

const biller = person('billing-manager', [billingContract]);
const RUNS = process.env.ASSURE ? 1_000 : 20;

/** What the same file may look like when it comes again. */
const dress = fc.record({
  control: fc.integer({ min: 1, max: 999_999_999 }),
  element: fc.constantFrom('*', '|', '+'),
  segment: fc.constantFrom('~', "'", '\u001c'),
  between: fc.constantFrom('', '\n', '\r\n'),
  reversed: fc.boolean(),
});
type Dress = typeof dress extends fc.Arbitrary<infer T> ? T : never;

/** Lines of some claims: the charge, and what of it the payer does not pay. */
const claims = fc.array(
  fc.array(
    fc.record({ charge: fc.integer({ min: 100, max: 50_000 }), reduced: fc.nat(99), share: fc.nat(99) }),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 1, maxLength: 3 },
);

describe('a payment that comes again', () => {
  let test: BillingTest;
  let count = 0;
  beforeAll(async () => {
    test = await startBilling();
  });
  afterEach(async () => {
    const report = await test.as(billingContract, biller).checkInvariants({});
    expect(report.evidence.filter(item => !item.ok)).toEqual([]);
  });
  afterAll(() => test.stop());

  const unique = (prefix: string) => `${prefix}${(count += 1)}`;

  async function decide(drawn: readonly (readonly { charge: number; reduced: number; share: number }[])[]) {
    const decisions: ClaimDecision[] = [];
    for (const lines of drawn) {
      const pcn = unique('RPT');
      const charges = lines.map(line => line.charge);
      const sent = await inBilling(test, context => sendClaim(context, { pcn, charges }));
      decisions.push({
        pcn,
        lines: lines.map(({ charge, reduced, share }, index) => ({
          charge,
          lineControl: sent.lineControls[index] ?? '',
          adjust: [
            ...(reduced > 0 ? [['CO', '45', reduced] as const] : []),
            ...(share > 0 && reduced + share <= charge ? [['PR', '1', share] as const] : []),
          ].filter(([, , amount]) => amount <= charge),
        })),
      });
    }
    return decisions;
  }

  async function take(trace: string, decisions: readonly ClaimDecision[], wearing?: Dress) {
    const ordered = wearing?.reversed ? [...decisions].reverse() : decisions;
    const file = wearing
      ? remittanceFile([{ trace, claims: ordered }], wearing.control, {
          delimiters: {
            element: wearing.element,
            segment: wearing.segment,
            component: ':',
            repetition: '^',
          },
        }).replaceAll(wearing.segment, `${wearing.segment}${wearing.between}`)
      : remittanceFile([{ trace, claims: ordered }], (count += 1));
    const { remittances } = await test.as(billingContract, biller).importRemittance({
      fileName: unique('file'),
      base64: Buffer.from(file).toString('base64'),
    });
    return remittances[0];
  }

  const entries = () =>
    test.withRoot('business', async client => {
      const { rows } = await client.query<{ n: number }>(
        'select count(*)::int as n from billing.journal_entry',
      );
      return rows[0]?.n;
    });

  it('F11 G22 is booked once, whatever its bytes and the order of its claims', async () => {
    await fc.assert(
      fc.asyncProperty(claims, dress, async (drawn, wearing) => {
        const decisions = await decide(drawn);
        const trace = unique('T');
        const first = await take(trace, decisions);
        expect(first?.status).toBe('posted');
        const before = await entries();
        const again = await take(trace, decisions, wearing);
        expect(again).toMatchObject({ status: 'duplicate', rivalId: first?.remittanceId });
        expect(await entries()).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });

  it('F12 F13 G22 under its trace with other claims it is held; under a new trace it is money of its own', async () => {
    await fc.assert(
      fc.asyncProperty(claims, dress, async (drawn, wearing) => {
        const [ones, others] = [await decide(drawn), await decide(drawn)];
        const trace = unique('T');
        const first = await take(trace, ones);
        const before = await entries();
        const rival = await take(trace, others, wearing);
        expect(rival).toMatchObject({ status: 'held', rivalId: first?.remittanceId });
        expect(await entries()).toBe(before);
        const genuine = await take(unique('T'), others, wearing);
        expect(genuine).toMatchObject({ status: 'posted', amountCents: first?.amountCents });
        expect(await entries()).toBeGreaterThan(before ?? 0);
      }),
      { numRuns: RUNS },
    );
  });
});
