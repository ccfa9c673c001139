import fc from 'fast-check';
import { caretAfter, keptOf, masked, MASKS, type MaskKind } from './mask.ts';

const kinds = Object.keys(MASKS) as MaskKind[];

describe('masks', () => {
  it('put separators where people expect them and clean what is pasted', () => {
    expect(masked('ssn', '123456789')).toBe('123-45-6789');
    expect(masked('phone', '+1 (312) 555-0142')).toBe('(312) 555-0142');
    expect(masked('phone', '1-312-555-0142')).toBe('(312) 555-0142');
    expect(masked('zip', '60201-4410')).toBe('60201-4410');
    expect(masked('date', '4121968')).toBe('41/21/968');
    expect(keptOf('memberId', 'cmx-77 120')).toBe('CMX-77120');
  });

  it('change nothing when applied twice, and lose no kept character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string(), (kind, text) => {
        const once = masked(kind, text);
        expect(keptOf(kind, once)).toBe(keptOf(kind, text));
        expect(masked(kind, once)).toBe(once);
      }),
    );
  });

  it('keep the caret behind the same characters while typing in the middle', () => {
    expect(caretAfter('ssn', '1234', 4)).toBe(5);
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string(), fc.nat(40), (kind, text, at) => {
        const caret = Math.min(at, text.length);
        const before = keptOf(kind, masked(kind, text).slice(0, caretAfter(kind, text, caret)));
        expect(before).toBe(keptOf(kind, text.slice(0, caret)));
      }),
    );
  });
});
