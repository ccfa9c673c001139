import { cents } from '@spark-den/kernel';
import fc from 'fast-check';
import { balanceFindings } from './balance.ts';
import { claimSetIdentity, paymentIdentity } from './identity.ts';
import { cas, claimOf, paymentOf, remittanceOf } from './fixtures.ts';

describe('balance of a remittance', () => {
  const claim = claimOf([16500, 1500]);
  const payment = paymentOf(claim, [[cas('CO', '45', 3300), cas('PR', '2', 2640)], []]);

  it('RCM-10 finds nothing where line, claim and check add up', () => {
    const remittance = remittanceOf(
      [payment],
      [{ provider: '1990000105', reason: 'WO', reference: null, amountCents: cents(1000) }],
    );
    expect(balanceFindings(remittance)).toEqual([]);
  });

  it('RCM-10 names the line, the claim and the check that do not add up', () => {
    const [first, ...rest] = payment.lines;
    if (!first) throw new Error('no line');
    const wrong = { ...payment, lines: [{ ...first, paidCents: cents(first.paidCents + 1) }, ...rest] };
    expect(balanceFindings(remittanceOf([wrong])).map(f => f.code)).toEqual(['line_out_of_balance']);
    const overpaid = { ...payment, paidCents: cents(payment.paidCents + 1) };
    expect(balanceFindings(remittanceOf([overpaid])).map(f => f.code)).toEqual(['claim_out_of_balance']);
    const short = { ...remittanceOf([payment]), amountCents: cents(payment.paidCents - 1) };
    expect(balanceFindings(short).map(f => f.code)).toEqual(['check_out_of_balance']);
  });

  it('RCM-10 any single change of an amount unbalances it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }).filter(n => n !== 0),
        fc.nat(3),
        (delta, where) => {
          const remittance = remittanceOf([payment]);
          const [line] = payment.lines;
          if (!line) throw new Error('no line');
          const changed = [
            { ...remittance, amountCents: cents(remittance.amountCents + delta) },
            { ...remittance, claims: [{ ...payment, paidCents: cents(payment.paidCents + delta) }] },
            { ...remittance, claims: [{ ...payment, chargeCents: cents(payment.chargeCents + delta) }] },
            {
              ...remittance,
              claims: [
                {
                  ...payment,
                  lines: [{ ...line, paidCents: cents(line.paidCents + delta) }, payment.lines[1]!],
                },
              ],
            },
          ][where];
          return changed !== undefined && balanceFindings(changed).length > 0;
        },
      ),
    );
  });

  it('F11 the identity of a payment and of its claims does not depend on the order of claims', () => {
    const other = { ...payment, patientControlNumber: 'PCN2' };
    const one = remittanceOf([payment, other]);
    const two = remittanceOf([other, payment]);
    expect(claimSetIdentity(one)).toBe(claimSetIdentity(two));
    expect(paymentIdentity(one)).toBe(paymentIdentity(two));
    expect(claimSetIdentity(remittanceOf([payment, payment]))).not.toBe(claimSetIdentity(one));
  });
});
