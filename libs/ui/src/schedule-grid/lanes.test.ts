import fc from 'fast-check';
import { lanesOf } from './lanes.ts';

const events = fc
  .array(fc.record({ start: fc.integer({ min: 0, max: 80 }), length: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 25,
  })
  .map(list => list.map(({ start, length }, index) => ({ id: `e${index}`, start, end: start + length })));

describe('lanes of overlapping visits', () => {
  it('NAV-07 (narrow: lay-out) never puts two visits that overlap into the same lane, nor a lane beyond the width', () => {
    fc.assert(
      fc.property(events, list => {
        const lanes = lanesOf(list);
        for (const a of list) {
          const lane = lanes.get(a.id)!;
          expect(lane.index).toBeLessThan(lane.of);
          for (const b of list) {
            if (a.id === b.id || a.start >= b.end || b.start >= a.end) continue;
            expect(lanes.get(b.id)!.index).not.toBe(lane.index);
            expect(lanes.get(b.id)!.of).toBe(lane.of);
          }
        }
      }),
    );
  });

  it('gives a visit that overlaps nothing the whole width', () => {
    const lanes = lanesOf([
      { id: 'a', start: 0, end: 20 },
      { id: 'b', start: 20, end: 40 },
    ]);
    expect([...lanes.values()]).toEqual([
      { index: 0, of: 1 },
      { index: 0, of: 1 },
    ]);
  });
});
