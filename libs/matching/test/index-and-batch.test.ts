import fc from 'fast-check';
import { population } from '../bench/population.ts';
import {
  comparePrepared,
  createMatchIndex,
  dedupe,
  link,
  prepare,
  STARTING_MODEL,
  type MatchIndex,
  type PersonRecord,
} from '../src/index.ts';

const people = [...population(160, 3)];
const groupsOf = (records: readonly PersonRecord[]) =>
  dedupe(records)
    .clusters.map(cluster =>
      cluster
        .map(position => records[position]?.id ?? '')
        .sort()
        .join(' '),
    )
    .sort();

/** What the index says of each record, as the pairs of the batch: both ids and the posterior. */
function pairsOf(index: MatchIndex, records: readonly PersonRecord[]): string[] {
  const pairs = records.flatMap(record =>
    index
      .query(record, { limit: records.length })
      .map(({ id, posterior }) => `${[record.id, id].sort().join(' ')} ${posterior.toFixed(9)}`),
  );
  return [...new Set(pairs)].sort();
}

describe('the index and the batch', () => {
  it('MPI-04 permuted input gives the same groups, and ids mean nothing', () => {
    const first = groupsOf(people);
    expect(first.length).toBeGreaterThan(8);
    fc.assert(
      fc.property(fc.shuffledSubarray([...people], { minLength: people.length }), shuffled => {
        expect(groupsOf(shuffled)).toEqual(first);
      }),
      { numRuns: 2 },
    );
    const renamed = people.map(record => ({ ...record, id: `${record.id.split('').reverse().join('')}x` }));
    expect(groupsOf(renamed)).toHaveLength(first.length);
  });

  it('MPI-03 the index gives the answer of the batch, however it came to its records', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.array(fc.nat(59)), (seed, touched) => {
        const records = [...population(60, seed)];
        const { model, pairs } = dedupe(records);
        const index = createMatchIndex(model);
        for (const record of records) index.add(record);
        for (const position of touched) {
          const record = records[position];
          if (!record) continue;
          index.change({ ...record, family: 'Wrong', phones: ['8475550100'], ssn: undefined });
          if (position % 2 === 0) index.remove(record.id);
          index.add(record);
        }
        expect(index.size).toBe(records.length);
        const batch = pairs.map(({ i, j, alone }) => {
          const ids = [records[i]?.id ?? '', records[j]?.id ?? ''].sort();
          return `${ids.join(' ')} ${alone.toFixed(9)}`;
        });
        expect(pairsOf(index, records)).toEqual(batch.sort());
      }),
      { numRuns: 8 },
    );
  });

  it('MPI-04 two links imply a third pair, in a list, that is held on its own', () => {
    const twin = {
      family: 'Hartmann',
      birthDate: '1984-03-12',
      phones: ['3125550188'],
      addresses: [{ line: '410 Lakeshore Drive', city: 'Evanston', postalCode: '60201' }],
    };
    const [nola, nora] = [
      { ...twin, id: 'nola', given: ['Nola'], ssn: '512456781' },
      { ...twin, id: 'nora', given: ['Nora'] },
    ];
    // the one name with the other's number: twins have no such record
    const both = { ...nora, id: 'both', ssn: nola.ssn };
    const linked = (records: readonly PersonRecord[]) =>
      dedupe(records, { learn: false }).pairs.filter(({ posterior }) => posterior >= 0.99);
    expect(linked([nola, nora])).toEqual([]);
    const pairs = linked([nola, nora, both]);
    expect(pairs).toHaveLength(3);
    expect(pairs.filter(({ alone }) => alone < 0.99)).toMatchObject([{ i: 0, j: 1 }]);
  });

  it('PAT-02 a link that no third record bears out and three speak against is held: a slip made a twin of another', () => {
    const home = {
      family: 'Sanford',
      birthDate: '2008-02-22',
      sex: 'male',
      phones: ['7733791250'],
      addresses: [{ line: '18 Quarry Road', city: 'Cicero', postalCode: '60804' }],
    };
    const john = { ...home, id: 'john', given: ['John'] };
    const joan = { ...home, given: ['Joan'], ssn: '402824732' };
    // the clerk wrote Jon for Joan, whose number it is, and Jon is short for John
    const jon = { ...joan, id: 'jon', given: ['Jon'] };
    const wrong = (joans: number) => {
      const records = [
        john,
        jon,
        ...Array.from({ length: joans }, (_, at) => ({ ...joan, id: `joan${at}` })),
      ];
      const { pairs, clusters } = dedupe(records, { learn: false });
      const links = pairs.filter(({ i, posterior }) => i === 0 && posterior >= 0.99).length;
      return { links, grouped: clusters.some(cluster => cluster.includes(0)) };
    };
    expect(wrong(0)).toEqual({ links: 1, grouped: true });
    expect(wrong(3)).toEqual({ links: 0, grouped: false });
  });

  it('MPI-03 the index misses nobody whom comparing with everybody would find', () => {
    const index = createMatchIndex(STARTING_MODEL, { useFrequencies: false });
    for (const record of people) index.add(record);
    for (const record of people.slice(0, 20)) {
      const everybody = people
        .filter(other => other.id !== record.id)
        .map(other => ({
          id: other.id,
          ...comparePrepared({ ...STARTING_MODEL, population: 500 }, prepare(record), prepare(other)),
        }))
        .filter(({ posterior }) => posterior >= 0.5)
        .map(({ id }) => id)
        .sort();
      const found = index.query(record, { limit: 100 }).filter(({ posterior }) => posterior >= 0.5);
      expect(found.map(({ id }) => id).sort()).toEqual(everybody);
    }
  });

  it('MPI-04 a merged record answers as its survivor, also through further merges, until it is unmerged', () => {
    const index = createMatchIndex(STARTING_MODEL);
    for (const record of people) index.add(record);
    const asked = { ...people[0], id: 'asked' };
    const answer = () => index.query(asked).map(({ id }) => id);
    expect(answer()[0]).toBe('p0');
    index.merge('p1', 'p0');
    index.merge('p2', 'p1');
    expect(answer()[0]).toBe('p2');
    expect(answer()).not.toContain('p0');
    expect(() => index.merge('p0', 'p2')).toThrow('its own alias');
    index.unmerge('p1');
    expect(answer()[0]).toBe('p1');
    index.unmerge('p0');
    expect(answer()[0]).toBe('p0');
    index.remove('p0');
    expect(answer()).not.toContain('p0');
    expect(index.size).toBe(people.length - 1);
  });

  it('MPI-02 (narrow: two lists, no registry) links across two lists and never within one', () => {
    const [first, second] = [people.slice(0, 80), people.slice(80)];
    const { pairs, clusters } = link(first, second);
    expect(pairs.length).toBeGreaterThan(1);
    for (const { i, j } of pairs) expect([i < 80, j < 80]).toContain(false);
    for (const { i, j } of pairs) expect([i < 80, j < 80]).toContain(true);
    expect(clusters.length).toBeGreaterThan(1);
  });
});

describe('values that are nobody’s', () => {
  const practicePhone = '8475550100';
  const withPhone = (count: number) =>
    people.map((record, index) => (index < count ? { ...record, phones: [practicePhone] } : record));
  const phoneEvidence = (records: readonly PersonRecord[]) => {
    const index = createMatchIndex(STARTING_MODEL);
    for (const record of records) index.add(record);
    const [found] = index.query({ ...records[0], id: 'asked', family: people[0]?.family });
    return found?.evidence.find(({ field }) => field === 'phone')?.level;
  };

  it('PAT-02 (narrow: numbers) a phone of many families is found from the data and counts as missing', () => {
    expect(phoneEvidence(withPhone(2))).toBe('exact');
    expect(phoneEvidence(withPhone(60))).toBeUndefined();
    const joined = dedupe(withPhone(60)).pairs.length - dedupe(people).pairs.length;
    expect(Math.abs(joined)).toBeLessThan(10);
  });
});
