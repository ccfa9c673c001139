import { parseCents } from '@spark-den/kernel';
import fc from 'fast-check';
import { streamTransactions, validate, validateStream, type TransactionReport } from '../src/index.ts';
import { parseAmount } from '../src/validate/amount.ts';
import { ControlNumbers } from '../src/validate/control-numbers.ts';
import { FIXTURES } from './fixtures.ts';

function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Two interchanges, each with a fault. */
const FILE = new TextEncoder().encode(
  FIXTURES['837P'].replace('CLM*V100*180', 'CLM*V100*181') +
    FIXTURES['835'].replace('GE*1*17', 'GE*2*17').replaceAll('*000000017', '*000000018'),
);

describe('a file as its bytes come', () => {
  it('is judged as it is in one piece, whatever the pieces', async () => {
    const whole = validate(FILE);
    expect(whole.ok).toBe(false);
    for (const size of [1, 7, 106, 1_000, FILE.length]) {
      expect(await validateStream(pieces(FILE, size))).toEqual(whole);
    }
  });

  it('tells each transaction when it is complete, and keeps none', async () => {
    const told: TransactionReport[] = [];
    const report = await validateStream(pieces(FILE, 64), {}, judged => told.push(judged.report));
    expect(told.map(({ type, ok }) => `${type} ${ok}`)).toEqual(['837P false', '835 true']);
    expect(report).toMatchObject({ ok: false, transactions: [], errors: [{ code: 'ge.count' }] });
  });

  it('gives its transactions with what stands around them', async () => {
    const found: string[] = [];
    const problems: string[] = [];
    for await (const { transaction, group, interchange } of streamTransactions(
      pieces(new TextEncoder().encode(`noise${FIXTURES['835']}`), 50),
      problem => problems.push(problem.code),
    )) {
      found.push(`${interchange.control} ${group.version} ${transaction.segments.length}`);
    }
    expect(found).toEqual(['000000017 005010X221A1 23']);
    expect(problems).toEqual(['stray-data']);
  });
});

describe('what makes it fast', () => {
  it('reads amounts as the kernel does', () => {
    const amount = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789.-+ eE'), maxLength: 16 }),
      fc.integer({ min: 0, max: 1e12 }).map(value => String(value / 100)),
    );
    fc.assert(
      fc.property(amount, text => {
        expect(parseAmount(text)).toBe(parseCents(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('remembers control numbers like a set does', () => {
    const control = fc.constantFrom('0001', '0002', '0003', '1', '2', '00001', 'A001', '');
    fc.assert(
      fc.property(fc.array(control), controls => {
        const numbers = new ControlNumbers();
        const set = new Set<string>();
        for (const each of controls) {
          expect(numbers.has(each)).toBe(set.has(each));
          numbers.add(each);
          set.add(each);
        }
      }),
    );
  });
});
