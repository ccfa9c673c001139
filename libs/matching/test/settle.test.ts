import fc from 'fast-check';
import { town } from '../bench/town.ts';
import { createMatchIndex, dedupe, type MatchIndex, type PersonRecord } from '../src/index.ts';

const RUNS = process.env.ASSURE ? 20 : 3;

/** Twins, fathers and sons, moved homes and records with many slips, so that third records and guards have work. */
const crowd = (seed: number) =>
  town({ seed, size: 150, households: true, numbered: 0.7, manner: 'desk', copies: 4, slips: 4 }).records;

/** What may happen to an index; places count among the records of the town. */
type Step =
  | { readonly kind: 'change' | 'remove' | 'unmerge'; readonly at: number; readonly into?: undefined }
  | { readonly kind: 'merge'; readonly at: number; readonly into: number };
const place = fc.nat(149);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('change' as const, 'remove' as const, 'unmerge' as const),
      at: place,
    }),
    fc.record({ kind: fc.constant('merge' as const), at: place, into: place }),
  ),
  { maxLength: 40 },
);

/** Plays the steps, brings every record back, and returns the merges that stand. */
function live(
  index: MatchIndex,
  records: readonly PersonRecord[],
  played: readonly Step[],
): Map<string, string> {
  const merges = new Map<string, string>();
  const answersAs = (id: string): string => (merges.has(id) ? answersAs(merges.get(id)!) : id);
  for (const record of records) index.add(record);
  for (const step of played) {
    const record = records[step.at % records.length]!;
    const { id } = record;
    if (step.kind === 'change') index.change({ ...record, family: 'Wrong', birthDate: '1950-01-02' });
    else if (step.kind === 'remove') index.remove(id);
    else if (step.into === undefined) {
      index.unmerge(id);
      merges.delete(id);
    } else {
      const into = records[step.into % records.length]!.id;
      if (answersAs(into) === answersAs(id)) continue;
      index.merge(into, id);
      merges.set(id, into);
    }
  }
  for (const step of played) index.change(records[step.at % records.length]!);
  return merges;
}

/** The groups of a batch, joined by merges, as what each record's survivors are. */
function groupsOf(
  records: readonly PersonRecord[],
  clusters: readonly (readonly number[])[],
  merges: Map<string, string>,
) {
  const groups = new Map(records.map(({ id }) => [id, new Set([id])]));
  const join = (one: string, other: string) => {
    const joined = new Set([...groups.get(one)!, ...groups.get(other)!]);
    for (const id of joined) groups.set(id, joined);
  };
  for (const cluster of clusters) {
    for (const position of cluster) join(records[cluster[0]!]!.id, records[position]!.id);
  }
  for (const [alias, survivor] of merges) join(alias, survivor);
  const survivorOf = (id: string): string => (merges.has(id) ? survivorOf(merges.get(id)!) : id);
  return new Map([...groups].map(([id, group]) => [id, [...new Set([...group].map(survivorOf))].sort()]));
}

describe('what an index says of a record that it holds', () => {
  it('MPI-03 MPI-04 pairs and groups are the batch’s, whatever was added, changed, merged and taken back before', () => {
    let [lifted, grouped] = [0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), steps, (seed, played) => {
        const records = crowd(seed);
        const { model, pairs, clusters } = dedupe(records);
        const index = createMatchIndex(model);
        const wantedGroups = groupsOf(records, clusters, live(index, records, played));
        const wanted = new Map(records.map(({ id }) => [id, [] as string[]]));
        const say = (id: string, posterior: number, alone: number, held: readonly boolean[]) =>
          `${id} ${posterior.toFixed(9)} ${alone.toFixed(9)} ${held.join(' ')}`;
        for (const { i, j, posterior, alone, guarded, apart } of pairs) {
          const [one, other] = [records[i]!.id, records[j]!.id];
          wanted.get(one)!.push(say(other, posterior, alone, [guarded, apart]));
          wanted.get(other)!.push(say(one, posterior, alone, [guarded, apart]));
          if (alone < 0.99 && posterior >= 0.99) lifted += 1;
        }
        for (const { id } of records) {
          const settled = index.settle(id);
          const found = settled.pairs.map(pair =>
            say(pair.id, pair.posterior, pair.alone, [pair.guarded, pair.apart]),
          );
          expect(found.sort()).toEqual(wanted.get(id)!.sort());
          expect(settled.group).toEqual(wantedGroups.get(id));
          if (settled.group.length > 1) grouped += 1;
        }
      }),
      { numRuns: RUNS },
    );
    // the cases must be such that third records and groups decide something
    expect(lifted).toBeGreaterThan(RUNS);
    expect(grouped).toBeGreaterThan(10 * RUNS);
  });

  it('knows nothing of a record that it does not hold', () => {
    expect(() => createMatchIndex(dedupe([]).model).settle('nobody')).toThrow('there is no record nobody');
  });
});
