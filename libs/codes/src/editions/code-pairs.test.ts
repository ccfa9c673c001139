import { localDate } from '@spark-den/kernel';
import fc from 'fast-check';
import { CodePairs, FOREVER, PairList, type PairEdit } from './code-pairs.ts';

const code = fc.constantFrom('00100', '93000', '99213', 'G0439', '0001U', 'ZZZZZ');
const day = fc.constantFrom('2024-01-01', '2025-10-01', '2026-03-31', '2026-04-01');
const dayNumber = (text: string) => Number(text.replaceAll('-', ''));
const edits = fc.array(
  fc.record<PairEdit>({
    column1: code,
    column2: code,
    from: day.map(dayNumber),
    to: fc.oneof(day.map(dayNumber), fc.constant(FOREVER)),
    modifier: fc.constantFrom(0, 1, 9),
  }),
  { maxLength: 60 },
);

function pairsOf(list: readonly PairEdit[]): CodePairs {
  const columns = new PairList();
  for (const edit of list) columns.add(edit);
  return CodePairs.of(columns);
}

describe('code pairs', () => {
  it('RCM-08 answer as the list does, also after they were written and read', () => {
    fc.assert(
      fc.property(edits, code, code, day, (list, first, second, on) => {
        const inForce = list.filter(
          edit =>
            edit.column1 === first &&
            edit.column2 === second &&
            edit.from <= dayNumber(on) &&
            dayNumber(on) <= edit.to &&
            edit.modifier !== 9,
        );
        const pairs = CodePairs.fromBytes(pairsOf(list).toBytes());
        const found = pairs.find(first, second, localDate(on));
        expect(found !== undefined).toBe(inForce.length > 0);
        if (found) expect(inForce.map(edit => edit.modifier)).toContain(found.modifier === 'allowed' ? 1 : 0);
        expect(pairs.size).toBe(list.length);
      }),
    );
  });

  it('tell what an edition adds, takes away and changes', () => {
    const unique = edits.map(list => [
      ...new Map(list.map(edit => [`${edit.column1}${edit.column2}${edit.from}`, edit])).values(),
    ]);
    fc.assert(
      fc.property(unique, unique, (before, now) => {
        const key = (edit: PairEdit) => `${edit.column1} ${edit.column2} ${edit.from}`;
        const old = new Map(before.map(edit => [key(edit), edit]));
        const kept = now.filter(edit => old.has(key(edit)));
        const isChanged = (edit: PairEdit) => {
          const earlier = old.get(key(edit));
          return earlier?.to !== edit.to || earlier.modifier !== edit.modifier;
        };
        expect(pairsOf(now).difference(pairsOf(before))).toEqual({
          added: now.length - kept.length,
          removed: before.length - kept.length,
          changed: kept.filter(isChanged).length,
        });
      }),
    );
  });

  it('hold more than the first columns have room for', () => {
    const columns = new PairList();
    const codeOf = (index: number) => String(10_000 + index);
    for (let index = 0; index < 70_000; index += 1)
      columns.add({
        column1: codeOf(index),
        column2: '99213',
        from: 20240101,
        to: FOREVER,
        modifier: index % 2,
      });
    const pairs = CodePairs.of(columns);
    for (const index of [0, 65_535, 65_536, 69_999])
      expect(pairs.find(codeOf(index), '99213', localDate('2026-01-01'))?.modifier).toBe(
        index % 2 ? 'allowed' : 'never',
      );
  });
});
