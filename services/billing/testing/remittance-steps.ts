import { billingContract } from '@spark-den/contracts/billing/operations';
import type { RemittanceOutcome } from '@spark-den/contracts/billing/remittance-types';
import { person } from '@spark-den/testkit';
import { inBilling, type BillingTest } from './billing-system.ts';
import { remittanceFile, type ClaimDecision, type Payment } from './remittance-file.ts';
import { bookHash, sendClaim, type SentClaim } from './sent-claims.ts';

const biller = person('billing-manager', [billingContract]);

/** What tests of remittances do again and again, on the system that `test` gives. */
export function remittanceSteps(test: () => BillingTest) {
  let last = 0;
  const billing = () => test().as(billingContract, biller);
  /** A number that no other claim, trace or file of the test has. */
  const next = () => (last += 1);
  const number = (prefix: string) => `${prefix}${String(next()).padStart(5, '0')}`;

  const send = (charges: number[], more: Partial<Parameters<typeof sendClaim>[1]> = {}) =>
    inBilling(test(), context => sendClaim(context, { pcn: number('PCN'), charges, ...more }));

  const take = (content: string) =>
    billing().importRemittance({
      fileName: 'test.835',
      base64: Buffer.from(content).toString('base64'),
    });

  async function takeOne(payment: Payment): Promise<RemittanceOutcome> {
    const { remittances } = await take(remittanceFile([payment], next()));
    const [outcome] = remittances;
    if (!outcome) throw new Error('no remittance');
    return outcome;
  }

  const pay = (
    claim: SentClaim,
    lines: ClaimDecision['lines'],
    more: Partial<ClaimDecision> = {},
  ): ClaimDecision => ({
    pcn: claim.pcn,
    lines: lines.map((line, index) => ({ lineControl: claim.lineControls[index], ...line })),
    ...more,
  });

  const balances = async ({ patientId }: SentClaim) =>
    (await billing().getPatientAccount({ patientId })).balances;

  const hash = () => inBilling(test(), bookHash);

  async function expectSoundBooks(): Promise<void> {
    const report = await billing().checkInvariants({});
    expect(report.evidence.filter(item => !item.ok)).toEqual([]);
  }

  return { billing, number, send, take, takeOne, pay, balances, hash, expectSoundBooks };
}
