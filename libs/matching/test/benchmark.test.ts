import { existsSync } from 'node:fs';
import { measurePairs, measureQueries, measureSet, type SetResult } from '../bench/measure.ts';
import { readPairs, readQueries, readSet } from '../bench/read-sets.ts';

const folder = new URL('../../../../shared/benchmarks/matching/', import.meta.url);
const present = existsSync(folder);
if (!present)
  process.stdout.write('matching: the benchmark sets are not here, their floors are not checked\n');
const withSets = present ? describe : describe.skip;

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
function report(result: SetResult): SetResult {
  const { name, atHalf, autoLink, clusters, bCubed, blockingRecall, candidatesPerRecord } = result;
  process.stdout.write(
    `${name}: F1 ${atHalf.f1.toFixed(4)} (P ${percent(atHalf.precision)}), auto-link recall ${percent(autoLink.recall)} ` +
      `at P ${percent(autoLink.precision)}, cluster F1 ${clusters.f1.toFixed(4)}, B³ ${bCubed.toFixed(4)}, ` +
      `blocking recall ${percent(blockingRecall)} with ${candidatesPerRecord.toFixed(1)} n\n`,
  );
  return result;
}

/** Data that nobody here made; one configuration, no labels read. */
withSets('on the benchmark sets', () => {
  it('MPI-03 febrl3: F1 ≥ 0.996 at precision ≥ 0.999, nothing linked wrongly by itself', () => {
    const { atHalf, autoLink, candidatesPerRecord } = report(measureSet(readSet(folder, 'febrl3')));
    expect(atHalf.f1).toBeGreaterThanOrEqual(0.996);
    expect(atHalf.precision).toBeGreaterThanOrEqual(0.999);
    expect(autoLink.precision).toBeGreaterThanOrEqual(0.999);
    expect(candidatesPerRecord).toBeLessThanOrEqual(30);
  }, 300_000);

  it('MPI-03 dsgen C, very dirty: cluster F1 ≥ 0.983 at precision ≥ 0.999', () => {
    const { clusters, autoLink } = report(measureSet(readSet(folder, 'dsgen C')));
    expect(clusters.precision).toBeGreaterThanOrEqual(0.999);
    expect(clusters.f1).toBeGreaterThanOrEqual(0.983);
    expect(autoLink.precision).toBeGreaterThanOrEqual(0.999);
  }, 300_000);

  it('MPI-03 historical people: cluster F1 ≥ 0.78 and B³ ≥ 0.87', () => {
    const { clusters, bCubed, candidatesPerRecord } = report(measureSet(readSet(folder, 'historical')));
    expect(clusters.f1).toBeGreaterThanOrEqual(0.78);
    expect(bCubed).toBeGreaterThanOrEqual(0.87);
    expect(candidatesPerRecord).toBeLessThanOrEqual(30);
  }, 300_000);

  it('MPI-03 CMS pairs: recall ≥ 0.95 at a false positive rate ≤ 0.002', () => {
    const { recall, falsePositiveRate } = measurePairs(readPairs(folder));
    process.stdout.write(
      `CMS pairs: recall ${percent(recall)}, false positives ${percent(falsePositiveRate)}\n`,
    );
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(falsePositiveRate).toBeLessThanOrEqual(0.002);
  }, 300_000);

  it('MPI-03 CMS population: precision ≥ 0.999 and F1 ≥ 0.98', () => {
    const { precision, f1 } = measureQueries(readQueries(folder));
    process.stdout.write(`CMS population: precision ${percent(precision)}, F1 ${f1.toFixed(4)}\n`);
    expect(precision).toBeGreaterThanOrEqual(0.999);
    expect(f1).toBeGreaterThanOrEqual(0.98);
  }, 300_000);
});
