import fc from 'fast-check';
import {
  acknowledge,
  explain,
  modelOf,
  readInterchanges,
  splitTransactions,
  transactionsOf,
  validate,
} from '../src/index.ts';
import { FIXTURES } from './fixtures.ts';
import { corpus } from './shared-folder.ts';

const RUNS = process.env.ASSURE ? 200_000 : 2_000;
/** For machines that do much else at the same time. */
const TIMEOUT_MS = process.env.ASSURE ? 1_800_000 : 120_000;
/** A file of a few kilobytes must never keep the processor longer than this; other work on the machine does not count. */
const LIMIT_MS = 1_000;

const originals = [
  ...Object.values(FIXTURES),
  ...corpus()
    .filter(({ bytes }) => bytes.length < 5_000)
    .map(({ bytes }) => bytes),
].map(text => (typeof text === 'string' ? new TextEncoder().encode(text) : text));

type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'byte'; readonly at: number; readonly to: number }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number; readonly length: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant<'cut'>('cut'), at: place }),
  fc.record({ kind: fc.constant<'byte'>('byte'), at: place, to: fc.integer({ min: 0, max: 255 }) }),
  fc.record({
    kind: fc.constant<'copy'>('copy'),
    at: place,
    from: place,
    length: fc.integer({ min: 1, max: 300 }),
  }),
  fc.record({ kind: fc.constant<'drop'>('drop'), at: place, length: fc.integer({ min: 1, max: 120 }) }),
);

function apply(bytes: Uint8Array, change: Damage): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  switch (change.kind) {
    case 'cut':
      return bytes.slice(0, at);
    case 'byte':
      return bytes.map((byte, index) => (index === at ? change.to : byte));
    case 'copy': {
      const from = Math.floor(change.from * bytes.length);
      return new Uint8Array([
        ...bytes.slice(0, at),
        ...bytes.slice(from, from + change.length),
        ...bytes.slice(at),
      ]);
    }
    case 'drop':
      return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + change.length)]);
  }
}

describe('damaged files', () => {
  it(
    'never make anything throw, hang or point outside of the file',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...originals),
          fc.array(damage, { minLength: 1, maxLength: 4 }),
          (original, changes) => {
            const bytes = changes.reduce(apply, original);
            const started = process.cpuUsage();
            const report = validate(bytes, { level: 'product' });
            for (const { transaction } of transactionsOf(readInterchanges(bytes))) modelOf(transaction);
            explain(bytes);
            splitTransactions(bytes);
            acknowledge(bytes, { control: 1, at: '2026-11-16T09:00', report });
            const { user, system } = process.cpuUsage(started);
            expect((user + system) / 1_000).toBeLessThan(LIMIT_MS);
            for (const { offset } of [
              ...report.errors,
              ...report.transactions.flatMap(({ errors }) => errors),
            ]) {
              expect(offset).toBeGreaterThanOrEqual(0);
              expect(offset).toBeLessThanOrEqual(bytes.length);
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'never make anything throw when they are no X12 at all',
    () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (noise, header) => {
          const bytes = header
            ? new Uint8Array([...new TextEncoder().encode(FIXTURES['835'].slice(0, 120)), ...noise])
            : noise;
          expect(validate(bytes).ok).toBe(false);
        }),
        { numRuns: RUNS / 4 },
      );
    },
    TIMEOUT_MS,
  );
});
