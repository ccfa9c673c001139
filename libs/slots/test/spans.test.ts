import fc from 'fast-check';
import { firstOverlap, fullSpans, intersect, subtract, totalMs, unionOf, type Span } from '../src/index.ts';

const HORIZON = 60;
const spans = fc.array(
  fc
    .record({ start: fc.integer({ min: 0, max: HORIZON }), length: fc.integer({ min: 0, max: 20 }) })
    .map(({ start, length }): Span => ({ start, end: Math.min(start + length, HORIZON) })),
  { maxLength: 12 },
);

/** The same set as one yes or no per unit of time. */
const units = (set: readonly Span[]) =>
  Array.from({ length: HORIZON }, (_, at) => set.some(span => span.start <= at && at < span.end));

const isTidy = (set: readonly Span[]) =>
  set.every((span, index) => span.start < span.end && (index === 0 || set[index - 1]!.end < span.start));

describe('interval algebra', () => {
  it('union, difference and intersection agree with counting every unit of time', () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const a = unionOf(left);
        const b = unionOf(right);
        const [inA, inB] = [units(left), units(right)];
        expect(units(a)).toEqual(inA);
        expect(units(subtract(a, b))).toEqual(inA.map((yes, at) => yes && !inB[at]));
        expect(units(intersect(a, b))).toEqual(inA.map((yes, at) => yes && inB[at]!));
        expect([a, subtract(a, b), intersect(a, b)].every(isTidy)).toBe(true);
        expect(totalMs(subtract(a, b)) + totalMs(intersect(a, b))).toBe(totalMs(a));
      }),
    );
  });

  it('full time is where capacity is reached', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 4 }), (list, capacity) => {
        const full = fullSpans(list, capacity);
        const depth = (at: number) => list.filter(span => span.start <= at && at < span.end).length;
        expect(units(full)).toEqual(Array.from({ length: HORIZON }, (_, at) => depth(at) >= capacity));
        expect(isTidy(full)).toBe(true);
      }),
    );
  });

  it('finds the first overlap that a scan would find', () => {
    fc.assert(
      fc.property(spans, fc.nat(HORIZON), fc.integer({ min: 1, max: 9 }), (list, start, length) => {
        const set = unionOf(list);
        expect(firstOverlap(set, start, start + length)).toEqual(
          set.find(span => span.start < start + length && start < span.end),
        );
      }),
    );
  });
});
