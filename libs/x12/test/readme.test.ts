import { parseRemittance, readInterchanges, transactionsOf, validate } from '../src/index.ts';
import { FIXTURES } from './fixtures.ts';

describe('the example of the README', () => {
  it('finds nothing wrong and reads the payment', () => {
    const report = validate(FIXTURES['835']);
    expect(report.transactions.flatMap(each => each.errors)).toEqual([]);
    const read = [...transactionsOf(readInterchanges(FIXTURES['835']))].map(({ transaction }) =>
      parseRemittance(transaction),
    );
    expect(read).toMatchObject([
      {
        problems: [],
        value: {
          payer: { name: 'CASCADE MUTUAL' },
          amount: 11200,
          groups: [{ claims: [{ patientControlNumber: 'V100' }] }],
        },
      },
    ]);
  });
});
