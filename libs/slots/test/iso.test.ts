import { instant } from '@spark-den/kernel';
import fc from 'fast-check';
import { minuteInstant } from '../src/index.ts';

it('writes instants as the kernel does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }),
      fc.boolean(),
      (at, whole) => {
        const ms = whole ? Math.floor(at / 60_000) * 60_000 : at;
        expect(minuteInstant(ms)).toBe(instant(ms));
      },
    ),
  );
});
